-- Named sets of a member's friends. Number 0 are the close friends, which everybody has and which need no row here.
create table friend_groups (member integer not null references members, number integer not null, name text not null, primary key (member, number)) without rowid;

-- A friend of a group; who is no friend any more keeps no row.
create table friend_group_members (member integer not null references members, number integer not null, friend integer not null references members, primary key (member, number, friend)) without rowid;

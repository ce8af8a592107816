-- Numbers of groups that were taken away: old posts may still name them, so they are given again only when none does.
create table friend_groups_gone (member integer not null references members, number integer not null, primary key (member, number)) without rowid;

-- Friendships on their way into the log: they count against the limit of friends until their edges do.
create table friend_seats (member integer not null references members, friend integer not null references members, created integer not null, primary key (member, friend)) without rowid;

create table follow_requests (target integer not null references members, member integer not null references members, created integer not null, primary key (target, member)) without rowid;
create index follow_requests_member on follow_requests (member);

-- What a friend wrote about a member; approved is 0 until the member has agreed.
create table introductions (member integer not null references members, author integer not null references members, text text not null, created integer not null, approved integer not null default 0, primary key (member, author)) without rowid;
create index introductions_author on introductions (author);

create table mutes (member integer not null references members, number integer not null, kind integer not null, value text not null, scope integer not null, until integer not null, created integer not null, primary key (member, number)) without rowid;
create unique index mutes_value on mutes (member, kind, value);

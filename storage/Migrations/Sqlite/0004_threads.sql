-- What is counted about a post: comments, shares, each reaction.
create table tallies (post integer not null, kind integer not null, count integer not null, primary key (post, kind)) without rowid;

create table reactions (post integer not null, member integer not null, kind integer not null, at integer not null, primary key (post, kind, member)) without rowid;
create index reactions_post on reactions (post, at);
create index reactions_member on reactions (member, at);

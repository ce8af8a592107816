-- What is counted about a post: comments, shares, each reaction.
create table tallies (post bigint not null, kind smallint not null, count integer not null, primary key (post, kind));

create table reactions (post bigint not null, member integer not null, kind smallint not null, at bigint not null, primary key (post, kind, member));
create index reactions_post on reactions (post, at);
create index reactions_member on reactions (member, at);

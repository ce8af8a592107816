-- Pictures and videos. What each belongs to decides who sees it: `place` 0 nothing yet, 1 a post (its id in `holder`, 0 while
-- the post is being written), 2 an album, 3 its owner's profile, 9 nothing any more, to be swept.
create table media (
    id bigint primary key,
    owner integer not null references members,
    type text not null,
    length bigint not null,
    small_length bigint not null,
    width integer not null,
    height integer not null,
    alt text not null,
    place smallint not null default 0,
    holder bigint not null default 0,
    position bigint not null default 0,
    created bigint not null
);
create index media_owner on media (owner, created);
create index media_holder on media (holder) where holder <> 0;
create index media_loose on media (created) where holder = 0;

create table media_use (member integer primary key references members, bytes bigint not null);

create table albums (
    id bigint primary key,
    owner integer not null references members,
    title text not null,
    description text not null,
    audience smallint not null,
    cover bigint not null default 0,
    position bigint not null,
    created bigint not null,
    announced bigint not null default 0
);
create index albums_owner on albums (owner, position);
create table album_posts (album bigint not null, post bigint not null, primary key (album, post));

alter table activities add column media text;
alter table members add column picture bigint not null default 0;

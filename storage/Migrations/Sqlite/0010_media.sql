-- Pictures and videos. What each belongs to decides who sees it: `place` 0 nothing yet, 1 a post (its id in `holder`, 0 while
-- the post is being written), 2 an album, 3 its owner's profile, 9 nothing any more, to be swept.
create table media (
    id integer primary key,
    owner integer not null references members,
    type text not null,
    length integer not null,
    small_length integer not null,
    width integer not null,
    height integer not null,
    alt text not null,
    place integer not null default 0,
    holder integer not null default 0,
    position integer not null default 0,
    created integer not null
);
create index media_owner on media (owner, created);
create index media_holder on media (holder) where holder <> 0;
create index media_loose on media (created) where holder = 0;

create table media_use (member integer primary key references members, bytes integer not null);

create table albums (
    id integer primary key,
    owner integer not null references members,
    title text not null,
    description text not null,
    audience integer not null,
    cover integer not null default 0,
    position integer not null,
    created integer not null,
    announced integer not null default 0
);
create index albums_owner on albums (owner, position);
create table album_posts (album integer not null, post integer not null, primary key (album, post)) without rowid;

alter table activities add column media text;
alter table members add column picture integer not null default 0;

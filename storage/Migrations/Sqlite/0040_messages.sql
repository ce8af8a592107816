create table privacy (member integer primary key references members, messages integer not null, footprints integer not null, presence integer not null);

-- `version` counts changes of the participants: whoever decided by an older one reads again. `last` numbers the lines.
create table conversations (
    id integer primary key,
    kind integer not null,
    low integer not null,
    high integer not null,
    title text not null,
    founder integer not null references members,
    key integer,
    version integer not null,
    last integer not null,
    at integer not null
);
create unique index conversations_pair on conversations (low, high) where kind = 1;
create unique index conversations_key on conversations (key) where key is not null;

create table participants (
    conversation integer not null references conversations,
    member integer not null references members,
    since integer not null,  -- sees what comes after this line
    read integer not null,   -- has read up to this line
    gone integer not null default 0,
    primary key (conversation, member)
) without rowid;
create index participants_member on participants (member) where gone = 0;

create table messages (
    conversation integer not null,
    number integer not null,
    author integer not null,
    kind integer not null,
    target integer not null,
    text text,
    stamp text,
    at integer not null,
    unsent integer not null default 0,
    key integer,
    hash integer not null,
    primary key (conversation, number)
) without rowid;
create unique index messages_key on messages (conversation, key) where key is not null;

-- One footprint of a visitor for each stretch of time; one that was taken back stays, so that it is not left again.
create table footprints (
    member integer not null,
    visitor integer not null,
    slot integer not null,
    at integer not null,
    post integer not null,
    taken integer not null default 0,
    primary key (member, visitor, slot)
) without rowid;
create index footprints_member on footprints (member, at) where taken = 0;
create index footprints_visitor on footprints (visitor, at) where taken = 0;
create index footprints_at on footprints (at);
create table footprint_returns (member integer not null, month integer not null, used integer not null, primary key (member, month)) without rowid;

-- Numbers of short stretches of time, never the time itself: the last one in which a member was active, and the one before.
create table presence (member integer primary key, last integer not null, before integer not null);

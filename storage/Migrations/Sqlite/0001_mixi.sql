create table shape (one integer primary key check (one = 1), epoch integer not null, queues integer not null, shards integer not null);

-- One row per queue: its lock gives the order. `last` is ms * 2^14 + counter, without the queue.
create table heads (queue integer primary key, prev integer not null, last integer not null);

create table activities (
    queue integer not null,
    id integer not null,
    kind integer not null,
    author integer not null,
    actor integer not null,
    topic integer not null,
    target integer not null,
    audience integer not null,
    flags integer not null,
    edge integer not null,
    published integer not null,
    form integer not null,
    title text,
    text text,
    language text,
    link text,
    latest integer not null default 0,  -- the newest edit of this post
    deleted integer not null default 0,
    primary key (queue, id)
) without rowid;
create index activities_topic on activities (topic, id);
create index activities_feed on activities (topic, published, id) where kind = 1;
create index activities_author on activities (author, id);
create index activities_target on activities (target) where target <> 0;

create table idempotency (author integer not null, key text not null, hash blob not null, id integer not null, at integer not null, primary key (author, key)) without rowid;
create index idempotency_at on idempotency (at);

create table edges (shard integer not null, member integer not null, topic integer not null, kind integer not null, since integer not null, primary key (shard, member, topic)) without rowid;
create index edges_topic on edges (topic, member);

create table checkpoints (name text not null, queue integer not null, id integer not null, primary key (name, queue)) without rowid;

create table counters (name text primary key, value integer not null) without rowid;
insert into counters (name, value) values ('members', 0), ('communities', 0), ('tokens', 0), ('shard-epoch', 0);

create table members (
    number integer primary key,
    handle text not null unique,
    nickname text not null,
    bot integer not null default 0,
    password text,
    stamp text not null,
    failures integer not null default 0,
    locked_until integer not null default 0,
    language text,
    suspended integer not null default 0,
    created integer not null
);

create table tokens (
    number integer primary key,
    hash blob not null unique,
    member integer not null references members,
    scopes text not null,
    name text not null,
    created integer not null,
    revoked integer not null default 0
);
create index tokens_member on tokens (member);

create table invitations (hash blob primary key, inviter integer not null, created integer not null, expires integer not null, used_by integer) without rowid;
create index invitations_inviter on invitations (inviter);

create table friend_requests (target integer not null references members, member integer not null references members, message text not null, created integer not null, primary key (target, member)) without rowid;
create index friend_requests_member on friend_requests (member);

create table communities (number integer primary key, slug text not null unique, title text not null, description text not null, joining integer not null, founder integer not null references members, created integer not null);

create table news_feeds (category integer not null, url text not null, minutes integer not null, next integer not null, etag text, modified text, problem text, primary key (category, url)) without rowid;
create table news_seen (category integer not null, key blob not null, at integer not null, primary key (category, key)) without rowid;
create index news_seen_at on news_seen (at);

create table feed_secrets (member integer primary key references members, hash blob not null unique);

create table data_protection_keys (name text primary key, xml text not null) without rowid;

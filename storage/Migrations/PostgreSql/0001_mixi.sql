create table shape (one integer primary key check (one = 1), epoch bigint not null, queues integer not null, shards integer not null);

-- One row per queue: its lock gives the order. `last` is ms * 2^14 + counter, without the queue.
create table heads (queue smallint primary key, prev bigint not null, last bigint not null);

create table activities (
    queue smallint not null,
    id bigint not null,
    kind smallint not null,
    author integer not null,
    actor integer not null,
    topic bigint not null,
    target bigint not null,
    audience smallint not null,
    flags smallint not null,
    edge smallint not null,
    published bigint not null,
    form smallint not null,
    title text,
    text text,
    language text,
    link text,
    latest bigint not null default 0,  -- the newest edit of this post
    deleted smallint not null default 0,
    primary key (queue, id)
);
create index activities_topic on activities (topic, id);
create index activities_feed on activities (topic, published, id) where kind = 1;
create index activities_author on activities (author, id);
create index activities_target on activities (target) where target <> 0;

create table idempotency (author integer not null, key text not null, hash bytea not null, id bigint not null, at bigint not null, primary key (author, key));
create index idempotency_at on idempotency (at);

create table edges (shard integer not null, member integer not null, topic bigint not null, kind integer not null, since bigint not null, primary key (shard, member, topic));
create index edges_topic on edges (topic, member);

create table checkpoints (name text not null, queue integer not null, id bigint not null, primary key (name, queue));

create table counters (name text primary key, value bigint not null);
insert into counters (name, value) values ('members', 0), ('communities', 0), ('tokens', 0), ('shard-epoch', 0);

create table members (
    number integer primary key,
    handle text not null unique,
    nickname text not null,
    bot integer not null default 0,
    password text,
    stamp text not null,
    failures integer not null default 0,
    locked_until bigint not null default 0,
    language text,
    suspended integer not null default 0,
    created bigint not null
);

create table tokens (
    number integer primary key,
    hash bytea not null unique,
    member integer not null references members,
    scopes text not null,
    name text not null,
    created bigint not null,
    revoked bigint not null default 0
);
create index tokens_member on tokens (member);

create table invitations (hash bytea primary key, inviter integer not null, created bigint not null, expires bigint not null, used_by integer);
create index invitations_inviter on invitations (inviter);

create table friend_requests (target integer not null references members, member integer not null references members, message text not null, created bigint not null, primary key (target, member));
create index friend_requests_member on friend_requests (member);

create table communities (number integer primary key, slug text not null unique, title text not null, description text not null, joining integer not null, founder integer not null references members, created bigint not null);

create table news_feeds (category integer not null, url text not null, minutes integer not null, next bigint not null, etag text, modified text, problem text, primary key (category, url));
create table news_seen (category integer not null, key bytea not null, at bigint not null, primary key (category, key));
create index news_seen_at on news_seen (at);

create table feed_secrets (member integer primary key references members, hash bytea not null unique);

create table data_protection_keys (name text primary key, xml text not null);

-- What a member is told, one row per thing and kind: `at` is the newest entry of the log behind it, or a moment spelled like one.
create table notifications (
    member integer not null,
    kind smallint not null,
    subject bigint not null,
    at bigint not null,
    seen bigint not null default 0,  -- read up to here
    primary key (member, kind, subject)
);
create index notifications_member on notifications (member, at);
create index notifications_unread on notifications (member, at) where at > seen;

-- Who did it, newest ones only. `post` is what each wrote, 0 for what is no post.
create table notification_actors (
    member integer not null,
    kind smallint not null,
    subject bigint not null,
    actor integer not null,
    post bigint not null,
    at bigint not null,
    primary key (member, kind, subject, actor),
    foreign key (member, kind, subject) references notifications on delete cascade
);

-- Kinds that a member switched off, a bit each.
create table notification_switches (member integer primary key, off bigint not null);

-- For a reader that takes over and asks what was reacted to lately; rows come in the order of their time.
create index reactions_at on reactions using brin (at);

-- A town that is older than this begins here.
insert into checkpoints (name, queue, id)
select 'notifications', queue, ((last >> 14) << 22) | (cast(queue as bigint) << 14) | (last & 16383) from heads where last > 0;

-- The nickname as it is searched: one spelling whatever its width and case.
alter table members add column folded text not null default '';
update members set folded = lower(normalize(nickname, NFKC));
create index members_folded on members (folded text_pattern_ops);
create index members_handle on members (handle text_pattern_ops);

-- What a member is told, one row per thing and kind: `at` is the newest entry of the log behind it, or a moment spelled like one.
create table notifications (
    member integer not null,
    kind integer not null,
    subject integer not null,
    at integer not null,
    seen integer not null default 0,  -- read up to here
    primary key (member, kind, subject)
) without rowid;
create index notifications_member on notifications (member, at);
create index notifications_unread on notifications (member, at) where at > seen;

-- Who did it, newest ones only. `post` is what each wrote, 0 for what is no post.
create table notification_actors (
    member integer not null,
    kind integer not null,
    subject integer not null,
    actor integer not null,
    post integer not null,
    at integer not null,
    primary key (member, kind, subject, actor),
    foreign key (member, kind, subject) references notifications on delete cascade
) without rowid;

-- Kinds that a member switched off, a bit each.
create table notification_switches (member integer primary key, off integer not null);

-- For a reader that takes over and asks what was reacted to lately.
create index reactions_at on reactions (at);

-- A town that is older than this begins here.
insert into checkpoints (name, queue, id)
select 'notifications', queue, ((last >> 14) << 22) | (queue << 14) | (last & 16383) from heads where last > 0;

-- The nickname as it is searched: one spelling whatever its width and case. Here SQL knows the case of a–z only; a new name mends it.
alter table members add column folded text not null default '';
update members set folded = lower(nickname);
create index members_folded on members (folded);

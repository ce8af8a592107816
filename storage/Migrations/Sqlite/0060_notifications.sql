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

-- Names as they are searched: one spelling whatever their width and case. Here SQL knows the case of a–z only; a new nickname mends it.
create table member_names (member integer primary key references members on delete cascade, handle text not null, folded text not null);
insert into member_names (member, handle, folded) select number, handle, lower(nickname) from members;
create index member_names_handle on member_names (handle);
create index member_names_folded on member_names (folded);

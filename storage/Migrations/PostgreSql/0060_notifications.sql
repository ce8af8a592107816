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

-- Names as they are searched: one spelling whatever their width and case. Ordered by bytes, so that beginnings are found in the index.
create table member_names (member integer primary key references members on delete cascade, handle text collate "C" not null, folded text collate "C" not null);
insert into member_names (member, handle, folded) select number, handle, lower(normalize(nickname, NFKC)) from members;
create index member_names_handle on member_names (handle);
create index member_names_folded on member_names (folded);

-- Every letter and every two letters that stand together: what is inside a name is found without reading all names, and without an extension.
create function name_grams(name text) returns text[] language sql immutable parallel safe strict as
    'select array_agg(distinct substr(name, place, letters)) from generate_series(1, length(name)) place, generate_series(1, 2) letters where place + letters - 1 <= length(name)';
create index member_names_grams on member_names using gin (name_grams(folded || chr(10) || handle));

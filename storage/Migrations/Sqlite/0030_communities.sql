alter table communities add column category text not null default 'other';
alter table communities add column visibility integer not null default 1;
alter table communities add column posting integer not null default 1;
alter table communities add column folded text not null default '';
update communities set folded = lower(title || ' ' || slug || ' ' || description);
create index communities_founder on communities (founder);

create table community_staff (community integer not null, member integer not null, rights integer not null, since integer not null, primary key (community, member)) without rowid;

-- Who asked to come in (1), and who was invited or let in and has not come yet (2).
create table community_guests (community integer not null, member integer not null, state integer not null, by_member integer not null, at integer not null, primary key (community, member)) without rowid;
create index community_guests_member on community_guests (member);

-- An end of 0 is no end.
create table community_bars (community integer not null, member integer not null, until integer not null, reason text not null, by_member integer not null, at integer not null, primary key (community, member)) without rowid;

-- What staff did. The values before and after are kept for undoing.
create table community_log (
    number integer primary key,
    community integer not null,
    at integer not null,
    actor integer not null,
    action integer not null,
    subject integer not null,
    post integer not null,
    reason text not null,
    before text not null,
    after text not null,
    undoes integer not null,
    undone integer not null default 0
);
create index community_log_community on community_log (community, number);

-- Posts that staff took out of sight; `audience` is the one to give back.
create table community_removed (post integer primary key, community integer not null, audience integer not null, by_member integer not null, at integer not null, reason text not null);

-- Threads, events and polls of a board; `last` is the newest comment, or the post itself.
create table boards (post integer primary key, community integer not null, form integer not null, pinned integer not null default 0, last integer not null);
create index boards_community on boards (community, form, pinned, last);

create table events (post integer primary key, community integer not null, starts integer not null, zone text not null, place text not null, places integer not null, joined integer not null default 0, cancelled integer not null default 0);
create index events_community on events (community, starts);
create table event_guests (post integer not null, member integer not null, at integer not null, primary key (post, member)) without rowid;
create index event_guests_member on event_guests (member);

create table polls (post integer primary key, community integer not null, ends integer not null);
create table poll_options (post integer not null, number integer not null, text text not null, votes integer not null default 0, primary key (post, number)) without rowid;
create table poll_votes (post integer not null, member integer not null, number integer not null, primary key (post, member)) without rowid;

-- Who stands behind an author number that belongs to one community.
create table personas (number integer primary key, member integer not null, community integer not null, created integer not null, unique (member, community));

alter table communities add column category text not null default 'other';
alter table communities add column visibility integer not null default 1;
alter table communities add column posting integer not null default 1;
alter table communities add column folded text not null default '';
update communities set folded = lower(title || ' ' || slug || ' ' || description);
create index communities_founder on communities (founder);

create table community_staff (community integer not null, member integer not null, rights integer not null, since bigint not null, primary key (community, member));

-- Who asked to come in (1), and who was invited or let in and has not come yet (2).
create table community_guests (community integer not null, member integer not null, state integer not null, by_member integer not null, at bigint not null, primary key (community, member));
create index community_guests_member on community_guests (member);

-- An end of 0 is no end.
create table community_bars (community integer not null, member integer not null, until bigint not null, reason text not null, by_member integer not null, at bigint not null, primary key (community, member));

-- What staff did. The values before and after are kept for undoing.
create table community_log (
    number bigint generated always as identity primary key,
    community integer not null,
    at bigint not null,
    actor integer not null,
    action integer not null,
    subject integer not null,
    post bigint not null,
    reason text not null,
    before text not null,
    after text not null,
    undoes bigint not null,
    undone bigint not null default 0
);
create index community_log_community on community_log (community, number);

-- Posts that staff took out of sight; `audience` is the one to give back.
create table community_removed (post bigint primary key, community integer not null, audience integer not null, by_member integer not null, at bigint not null, reason text not null);

-- Threads, events and polls of a board; `last` is the newest comment, or the post itself.
create table boards (post bigint primary key, community integer not null, form integer not null, pinned integer not null default 0, last bigint not null);
create index boards_community on boards (community, form, pinned, last);

create table events (post bigint primary key, community integer not null, starts bigint not null, zone text not null, place text not null, places integer not null, joined integer not null default 0, cancelled integer not null default 0);
create index events_community on events (community, starts);
create table event_guests (post bigint not null, member integer not null, at bigint not null, primary key (post, member));
create index event_guests_member on event_guests (member);

create table polls (post bigint primary key, community integer not null, ends bigint not null);
create table poll_options (post bigint not null, number integer not null, text text not null, votes integer not null default 0, primary key (post, number));
create table poll_votes (post bigint not null, member integer not null, number integer not null, primary key (post, member));

-- Who stands behind an author number that belongs to one community.
create table personas (number integer primary key, member integer not null, community integer not null, created bigint not null, unique (member, community));

alter table members add column role integer not null default 0;
alter table members add column inviter integer not null default 0;
update members set inviter = coalesce((select max(i.inviter) from invitations i where i.used_by = members.number), 0);
create index members_inviter on members (inviter) where inviter <> 0;

-- Newcomers who wait for an administrator.
create table applications (
    number integer generated always as identity primary key,
    handle text not null,
    nickname text not null,
    password text not null,
    message text not null,
    inviter integer not null,
    invitation bytea,
    language text,
    created bigint not null,
    decided bigint not null default 0,
    decided_by integer not null default 0,
    admitted integer not null default 0
);
create unique index applications_waiting on applications (handle) where decided = 0;

-- Proven addresses only: an address is looked for by its keyed hash and read by nobody but the sender of mails.
create table mail_addresses (member integer primary key references members, hash bytea not null unique, address text not null, proven bigint not null);
create table mail_links (
    hash bytea primary key,
    kind integer not null,
    member integer not null references members,
    address_hash bytea,
    address text,
    created bigint not null,
    expires bigint not null,
    used bigint not null default 0
);
create index mail_links_member on mail_links (member, kind, created);
create table mail_outbox (
    number integer generated always as identity primary key,
    letter text not null,
    created bigint not null,
    next bigint not null,
    attempts integer not null default 0,
    problem text
);
create index mail_outbox_next on mail_outbox (next);
create table secrets (name text primary key, value text not null);

-- Members on their way out: the row stays until everything of theirs is gone.
create table leavings (member integer primary key references members, started bigint not null, next bigint not null, done bigint not null default 0);
create index leavings_open on leavings (next) where done = 0;

create table reports (
    number integer generated always as identity primary key,
    reporter integer not null references members,
    kind integer not null,
    target bigint not null,
    reason integer not null,
    text text not null,
    created bigint not null,
    closed bigint not null default 0,
    closed_by integer not null default 0,
    outcome integer not null default 0
);
create unique index reports_open on reports (kind, target, reporter) where closed = 0;
create index reports_closed on reports (closed, number);

-- What administrators did to somebody, and how it ended. `told` is 0 until the log knows.
create table measures (
    number integer generated always as identity primary key,
    kind integer not null,
    member integer not null references members,
    post bigint not null default 0,
    actor integer not null,
    reason text not null,
    created bigint not null,
    ends bigint not null default 0,
    undone bigint not null default 0,
    undone_by integer not null default 0,
    undone_reason text,
    told integer not null default 0
);
create unique index measures_open on measures (kind, member, post) where undone = 0;
create index measures_untold on measures (number) where told = 0;
create index measures_ends on measures (ends) where undone = 0 and ends <> 0;
create index measures_member on measures (member, number);
create table appeals (
    measure integer primary key references measures,
    text text not null,
    created bigint not null,
    decided bigint not null default 0,
    decided_by integer not null default 0,
    granted integer not null default 0,
    answer text
);

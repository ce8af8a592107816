create table plans (
    number integer generated always as identity primary key,
    member integer not null references members,
    kind smallint not null,
    starts bigint not null,
    ends bigint not null,
    granted_by integer not null,
    granted bigint not null,
    ended bigint not null default 0,
    ended_by integer not null default 0
);
create index plans_member on plans (member, ends);

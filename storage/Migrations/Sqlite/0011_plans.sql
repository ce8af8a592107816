create table plans (
    number integer primary key,
    member integer not null references members,
    kind integer not null,
    starts integer not null,
    ends integer not null,
    granted_by integer not null,
    granted integer not null,
    ended integer not null default 0,
    ended_by integer not null default 0
);
create index plans_member on plans (member, ends);

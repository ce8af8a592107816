-- Diary entries before they are posted; publish is when they are posted by themselves, 0 for not.
create table drafts (
    member integer not null references members,
    number integer not null,
    title text not null,
    text text not null,
    audience integer not null,
    comments integer not null,
    publish bigint not null default 0,
    key text not null,
    problem text,
    updated bigint not null,
    primary key (member, number)
);
create index drafts_publish on drafts (publish) where publish > 0;

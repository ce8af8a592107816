-- What an import wrote keeps the id that it had where it came from, for ever; see the class SourceKey.
create index idempotency_source on idempotency (id) where substr(key, 1, 7) = 'source ';

insert into counters (name, value) values ('archive-jobs', 0);

-- One row per export or import; kind 1 export, 2 import; state 0 receiving, 1 waiting, 2 running, 3 done, 4 failed.
create table archive_jobs (
    id integer primary key,
    member integer not null references members,
    kind integer not null,
    state integer not null,
    created integer not null,
    finished integer not null default 0,
    expires integer not null,
    lease integer not null,
    owner text not null,
    attempts integer not null default 0,
    bytes integer not null default 0,
    lines integer not null default 0,
    added integer not null default 0,
    present integer not null default 0,
    kept integer not null default 0,
    skipped integer not null default 0,
    refused integer not null default 0,
    problem text,
    detail text
);
create unique index archive_jobs_one on archive_jobs (member) where state < 3;
create index archive_jobs_state on archive_jobs (state, lease);
create index archive_jobs_member on archive_jobs (member, id);

create table archive_chunks (job integer not null, number integer not null, bytes blob not null, primary key (job, number));

-- What was said about single lines of an import.
create table archive_notes (job integer not null, number integer not null, file text not null, line integer not null, message text not null, primary key (job, number)) without rowid;

-- Lines of an imported archive that have no place in this town; they are part of the member's next archive.
create table archive_kept (member integer not null references members, part text not null, key text not null, line text not null, primary key (member, part, key)) without rowid;

-- Outside blogs that are read as a member's diary.
create table blogs (
    member integer not null references members,
    url text not null,
    audience integer not null,
    created integer not null,
    next integer not null,
    readings integer not null default 0,
    items integer not null default 0,
    etag text,
    modified text,
    problem text,
    primary key (member, url)
) without rowid;
create index blogs_next on blogs (next);

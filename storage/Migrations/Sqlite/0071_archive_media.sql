-- Pictures (kind 1) and albums (kind 2) under the ids that they had first. A row outlives what it names, so that no import
-- brings back what its owner took away.
create table archive_sources (member integer not null references members, kind integer not null, source text not null, id integer not null, primary key (member, kind, source)) without rowid;
create index archive_sources_id on archive_sources (id);

-- Beside the places of 0010: 6 nothing here, a line that an import kept names it.

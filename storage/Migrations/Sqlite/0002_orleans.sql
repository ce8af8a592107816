-- What the ADO.NET grain storage of Orleans 10.4.2 keeps here; membership and reminders of the one silo are in memory.
-- The provider reads its statements from orleansquery at start, by key, and gives them the parameters named with @; the
-- quoted names are the columns it reads from the answer.
create table orleansquery (querykey text primary key, querytext text not null) without rowid;

-- The primary key is the identity itself, so one grain can never have two rows. The provider also gives hashes of it;
-- they narrow a search that has no unique key, and are left unused.
create table orleans_storage (
    service_id text not null,
    state_name text not null,
    key_string text not null,  -- the string key, or the extension of a number or GUID key
    key_n0 integer not null,
    key_n1 integer not null,
    version integer not null,
    modified integer not null default (unixepoch() * 1000),
    payload blob,  -- null: the state was cleared
    primary key (service_id, state_name, key_string, key_n0, key_n1)
);

insert into orleansquery (querykey, querytext) values
('ReadFromStorageKey', '
select payload as "PayloadBinary", version as "Version"
from orleans_storage
where service_id = @ServiceId and state_name = @GrainTypeString
    and key_string = coalesce(@GrainIdExtensionString, '''') and key_n0 = @GrainIdN0 and key_n1 = @GrainIdN1
'),

-- Who brings no version writes first, who brings one overwrites just that version: one of the two statements acts.
-- The loser of a race changes nothing and gets no row, which the provider reports as inconsistent state.
('WriteToStorageKey', '
insert into orleans_storage (service_id, state_name, key_string, key_n0, key_n1, version, payload)
select @ServiceId, @GrainTypeString, coalesce(@GrainIdExtensionString, ''''), @GrainIdN0, @GrainIdN1, 1, @PayloadBinary
where @GrainStateVersion is null
on conflict do nothing
returning version as "NewGrainStateVersion";
update orleans_storage set payload = @PayloadBinary, version = version + 1, modified = unixepoch() * 1000
where service_id = @ServiceId and state_name = @GrainTypeString
    and key_string = coalesce(@GrainIdExtensionString, '''') and key_n0 = @GrainIdN0 and key_n1 = @GrainIdN1
    and version = @GrainStateVersion
returning version as "NewGrainStateVersion"
'),

-- The row stays with its version: were it removed, a stale writer could meet its old version again in a new row.
('ClearStorageKey', '
update orleans_storage set payload = null, version = version + 1, modified = unixepoch() * 1000
where service_id = @ServiceId and state_name = @GrainTypeString
    and key_string = coalesce(@GrainIdExtensionString, '''') and key_n0 = @GrainIdN0 and key_n1 = @GrainIdN1
    and version = @GrainStateVersion
returning version as "NewGrainStateVersion"
'),

-- Used only with DeleteStateOnClear; the provider wants to see a version other than its own.
('DeleteStorageKey', '
delete from orleans_storage
where service_id = @ServiceId and state_name = @GrainTypeString
    and key_string = coalesce(@GrainIdExtensionString, '''') and key_n0 = @GrainIdN0 and key_n1 = @GrainIdN1
    and version = @GrainStateVersion
returning version + 1 as "NewGrainStateVersion"
');

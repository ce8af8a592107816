-- What the ADO.NET providers of Orleans 10.4.2 keep here: membership, reminders, grain state. A provider reads its
-- statements from orleansquery at start, by key, and gives them the parameters named with @; the quoted names are the
-- columns it reads from the answer.
create table orleansquery (querykey text primary key, querytext text not null);

-- ## Membership
-- Every change but the heartbeat passes through the version row of its cluster: its lock puts the changes in order,
-- and a silo that decided on an older view finds another version and fails.
create table orleans_membership_versions (
    cluster_id text primary key,
    version integer not null
);

create table orleans_members (
    cluster_id text not null references orleans_membership_versions,
    address text not null,
    port integer not null,
    generation integer not null,
    silo_name text not null,
    host_name text not null,
    status integer not null,  -- 3 is active, 6 is dead
    proxy_port integer not null,
    suspect_times text,
    start_time timestamptz not null,
    i_am_alive_time timestamptz not null,
    primary key (cluster_id, address, port, generation)
);

insert into orleansquery (querykey, querytext) values
('InsertMembershipVersionKey', $q$
with created as (
    insert into orleans_membership_versions (cluster_id, version) values (@DeploymentId, 0)
    on conflict do nothing
    returning 1)
select exists (select from created)
$q$),

-- The provider takes the version from the first row, so there is one without members too.
('MembershipReadAllKey', $q$
select v.version as "Version", m.address as "Address", m.port as "Port", m.generation as "Generation",
    m.silo_name as "SiloName", m.host_name as "HostName", m.status as "Status", m.proxy_port as "ProxyPort",
    m.suspect_times as "SuspectTimes", m.start_time as "StartTime", m.i_am_alive_time as "IAmAliveTime"
from orleans_membership_versions v left join orleans_members m on m.cluster_id = v.cluster_id
where v.cluster_id = @DeploymentId
$q$),

('MembershipReadRowKey', $q$
select v.version as "Version", m.address as "Address", m.port as "Port", m.generation as "Generation",
    m.silo_name as "SiloName", m.host_name as "HostName", m.status as "Status", m.proxy_port as "ProxyPort",
    m.suspect_times as "SuspectTimes", m.start_time as "StartTime", m.i_am_alive_time as "IAmAliveTime"
from orleans_membership_versions v left join orleans_members m
    on m.cluster_id = v.cluster_id and m.address = @Address and m.port = @Port and m.generation = @Generation
where v.cluster_id = @DeploymentId
$q$),

-- The version must not rise for a member that is there already. Nobody can add one between this look and the update:
-- that would have raised the version, and the update, which re-reads the row after waiting for its lock, would miss.
('InsertMembershipKey', $q$
with raised as (
    update orleans_membership_versions set version = version + 1
    where cluster_id = @DeploymentId and version = @Version
        and not exists (
            select from orleans_members
            where cluster_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
    returning cluster_id),
created as (
    insert into orleans_members (cluster_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, i_am_alive_time)
    select cluster_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime from raised
    returning 1)
select exists (select from created)
$q$),

('UpdateMembershipKey', $q$
with raised as (
    update orleans_membership_versions set version = version + 1
    where cluster_id = @DeploymentId and version = @Version
        and exists (
            select from orleans_members
            where cluster_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
    returning cluster_id),
changed as (
    update orleans_members m set status = @Status, suspect_times = @SuspectTimes, i_am_alive_time = @IAmAliveTime
    from raised
    where m.cluster_id = raised.cluster_id and m.address = @Address and m.port = @Port and m.generation = @Generation
    returning 1)
select exists (select from changed)
$q$),

-- A heartbeat decides nothing: it must neither wait for the version row nor make another silo's view stale.
('UpdateIAmAlivetimeKey', $q$
update orleans_members set i_am_alive_time = @IAmAliveTime
where cluster_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
$q$),

('GatewaysQueryKey', $q$
select address as "Address", proxy_port as "ProxyPort", generation as "Generation"
from orleans_members
where cluster_id = @DeploymentId and status = @Status and proxy_port > 0
$q$),

('DeleteMembershipTableEntriesKey', $q$
delete from orleans_members where cluster_id = @DeploymentId;
delete from orleans_membership_versions where cluster_id = @DeploymentId
$q$),

('CleanupDefunctSiloEntriesKey', $q$
delete from orleans_members
where cluster_id = @DeploymentId and status = 6 and i_am_alive_time < @IAmAliveTime and start_time < @IAmAliveTime
$q$),

-- Optional to the provider, and preferred by it: removes one dead member, if it is still as it was read.
('CleanupDefunctSiloEntryKey', $q$
delete from orleans_members
where cluster_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
    and status = 6 and start_time = @StartTime and i_am_alive_time = @IAmAliveTime
    and coalesce(suspect_times, '') = coalesce(@SuspectTimes, '')
$q$);

-- ## Reminders
create table orleans_reminders (
    service_id text not null,
    grain_id text not null,
    reminder_name text not null,
    grain_hash integer not null,  -- 32 bits without sign on the ring, with sign here
    start_time timestamptz not null,
    period bigint not null,  -- milliseconds
    version integer not null,
    primary key (service_id, grain_id, reminder_name)
);
create index orleans_reminders_ring on orleans_reminders (service_id, grain_hash);

-- The version is the reminder's etag. It comes from a sequence, so that a reminder registered anew after its removal
-- never carries the etag of the old one. It may go round: etags are compared for equality only.
create sequence orleans_reminder_version as integer cycle owned by orleans_reminders.version;

insert into orleansquery (querykey, querytext) values
('ReadReminderRowsKey', $q$
select grain_id as "GrainId", reminder_name as "ReminderName", start_time as "StartTime", period as "Period", version as "Version"
from orleans_reminders
where service_id = @ServiceId and grain_id = @GrainId
$q$),

('ReadReminderRowKey', $q$
select grain_id as "GrainId", reminder_name as "ReminderName", start_time as "StartTime", period as "Period", version as "Version"
from orleans_reminders
where service_id = @ServiceId and grain_id = @GrainId and reminder_name = @ReminderName
$q$),

-- A part of the ring, begin excluded and end included, that does not pass the end of the signed numbers …
('ReadRangeRows1Key', $q$
select grain_id as "GrainId", reminder_name as "ReminderName", start_time as "StartTime", period as "Period", version as "Version"
from orleans_reminders
where service_id = @ServiceId and grain_hash > @BeginHash and grain_hash <= @EndHash
$q$),

-- … and one that does; begin and end alike mean the whole ring.
('ReadRangeRows2Key', $q$
select grain_id as "GrainId", reminder_name as "ReminderName", start_time as "StartTime", period as "Period", version as "Version"
from orleans_reminders
where service_id = @ServiceId and (grain_hash > @BeginHash or grain_hash <= @EndHash)
$q$),

('UpsertReminderRowKey', $q$
insert into orleans_reminders (service_id, grain_id, reminder_name, grain_hash, start_time, period, version)
values (@ServiceId, @GrainId, @ReminderName, @GrainHash, @StartTime, @Period, nextval('orleans_reminder_version'))
on conflict (service_id, grain_id, reminder_name) do update
    set start_time = excluded.start_time, period = excluded.period, version = excluded.version
returning version as "Version"
$q$),

('DeleteReminderRowKey', $q$
with gone as (
    delete from orleans_reminders
    where service_id = @ServiceId and grain_id = @GrainId and reminder_name = @ReminderName and version = @Version
    returning 1)
select exists (select from gone)
$q$),

('DeleteReminderRowsKey', $q$
delete from orleans_reminders where service_id = @ServiceId
$q$);

-- ## Grain state
-- The primary key is the identity itself, so one grain can never have two rows. The provider also gives hashes of it;
-- they narrow a search that has no unique key, and are left unused. An index entry holds 2,704 bytes: a longer grain
-- key is refused.
create table orleans_storage (
    service_id text collate "C" not null,
    state_name text collate "C" not null,
    key_string text collate "C" not null,  -- the string key, or the extension of a number or GUID key
    key_n0 bigint not null,
    key_n1 bigint not null,
    version integer not null,
    modified timestamptz not null default now(),
    payload bytea,  -- null: the state was cleared
    primary key (service_id, state_name, key_string, key_n0, key_n1)
);

insert into orleansquery (querykey, querytext) values
('ReadFromStorageKey', $q$
select payload as "PayloadBinary", version as "Version"
from orleans_storage
where service_id = @ServiceId and state_name = @GrainTypeString
    and key_string = coalesce(@GrainIdExtensionString, '') and key_n0 = @GrainIdN0 and key_n1 = @GrainIdN1
$q$),

-- Who brings no version writes first, who brings one overwrites just that version: one of the two statements acts.
-- The loser of a race waits for the winner, changes nothing and gets no row, which the provider reports as
-- inconsistent state.
('WriteToStorageKey', $q$
insert into orleans_storage (service_id, state_name, key_string, key_n0, key_n1, version, payload)
select @ServiceId, @GrainTypeString, coalesce(@GrainIdExtensionString, ''), @GrainIdN0, @GrainIdN1, 1, @PayloadBinary
where @GrainStateVersion is null
on conflict do nothing
returning version as "NewGrainStateVersion";
update orleans_storage set payload = @PayloadBinary, version = version + 1, modified = now()
where service_id = @ServiceId and state_name = @GrainTypeString
    and key_string = coalesce(@GrainIdExtensionString, '') and key_n0 = @GrainIdN0 and key_n1 = @GrainIdN1
    and version = @GrainStateVersion
returning version as "NewGrainStateVersion"
$q$),

-- The row stays with its version: were it removed, a stale writer could meet its old version again in a new row.
('ClearStorageKey', $q$
update orleans_storage set payload = null, version = version + 1, modified = now()
where service_id = @ServiceId and state_name = @GrainTypeString
    and key_string = coalesce(@GrainIdExtensionString, '') and key_n0 = @GrainIdN0 and key_n1 = @GrainIdN1
    and version = @GrainStateVersion
returning version as "NewGrainStateVersion"
$q$),

-- Used only with DeleteStateOnClear; the provider wants to see a version other than its own.
('DeleteStorageKey', $q$
delete from orleans_storage
where service_id = @ServiceId and state_name = @GrainTypeString
    and key_string = coalesce(@GrainIdExtensionString, '') and key_n0 = @GrainIdN0 and key_n1 = @GrainIdN1
    and version = @GrainStateVersion
returning version + 1 as "NewGrainStateVersion"
$q$);

-- Whether friends are told when the member makes a new friend.
alter table privacy add column announce integer not null default 1;

-- The pictures of a draft: their ids in order, with commas between. They stand at place 4 with the draft's number in `holder`.
alter table drafts add column media text not null default '';

-- What the search looks through: number and name in one, by parts. The index begins with the office and stays within it (GiST), so that a
-- search costs what the office has, not what the country has. The number stands here too, because movements don't touch this table: an index
-- on case_file would be written at each.
create extension if not exists btree_gist;

alter table application add column registration text;
update application a set registration = f.registration from case_file f where f.office_id = a.office_id and f.file_id = a.file_id;
alter table application alter column registration set not null;

drop index application_name;
create index application_sought on application using gist (office_id, lower(registration || ' ' || name) gist_trgm_ops (siglen = 64));

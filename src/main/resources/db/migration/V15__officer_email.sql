-- Where officers are told of their work; empty: nowhere.
alter table officer add column email text not null default '';

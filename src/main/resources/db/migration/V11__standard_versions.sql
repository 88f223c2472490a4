-- How an office keeps its services. A version that was set stands in service_definition and never changes, nor is it ever deleted: the
-- application may only add to that table. What is being written stands apart, in service_draft; that a version was withdrawn is an entry of
-- the history.
create table service_draft (
    office_id  integer     not null references office (office_id),
    code       text        not null,
    draft_id   bigint      generated always as identity,
    yaml       text        not null,
    revision   integer     not null, -- counts the changes, so that two administrators can't overwrite one another unnoticed
    changed_at timestamptz not null,
    changed_by text        not null,
    primary key (office_id, code)
);

-- With whom a draft was consulted (Law 25/2009 article 20, PP 96/2012). Not touched by the draft's end.
create table service_consultation (
    office_id       integer     not null references office (office_id),
    consultation_id bigint      generated always as identity,
    code            text        not null,
    draft_id        bigint      not null,
    held_on         date        not null,
    participants    text        not null,
    medium          text        not null,
    summary         text        not null, -- what the public said, and what became of it
    minutes_name    text        not null, -- empty: none attached
    minutes         bytea,
    recorded_at     timestamptz not null,
    recorded_by     text        not null,
    primary key (office_id, consultation_id),
    check (medium in ('MEETING', 'WRITTEN', 'ONLINE', 'MEDIA'))
);
create index service_consultation_of_draft on service_consultation (office_id, code, draft_id);

-- What happened to a service's versions, by whom. The newest entries tell its state.
create table service_history (
    office_id  integer     not null references office (office_id),
    entry_id   bigint      generated always as identity,
    code       text        not null,
    draft_id   bigint,                -- null: of a version that shipped with Loket
    version    integer,               -- null: of a draft, which has no number yet
    what       text        not null,
    at         timestamptz not null,
    officer_id bigint,                -- null: Loket itself
    officer    text        not null,
    decree     text        not null,  -- of what was set or withdrawn; empty: none
    day        date,                  -- first day in force, or first day no longer in force
    reason     text        not null,
    primary key (office_id, entry_id),
    check (what in ('DRAFTED', 'CONSULTED', 'DISCARDED', 'SHIPPED', 'SET', 'WITHDRAWN')),
    check (what <> 'WITHDRAWN' or version is not null and day is not null)
);
create index service_history_of_service on service_history (office_id, code, entry_id);
create unique index service_withdrawn_once on service_history (office_id, code, version) where what = 'WITHDRAWN';

-- What the office has to work with (MFG-2).
create table office_facility (
    office_id   integer not null references office (office_id),
    facility_id bigint  generated always as identity,
    kind        text    not null,
    name        text    not null,
    place       text    not null,
    count       integer not null,
    condition   text    not null,
    checked_on  date    not null,
    remark      text    not null,
    retired     boolean not null,
    primary key (office_id, facility_id),
    check (count >= 1),
    check (condition in ('GOOD', 'NEEDS_REPAIR', 'BROKEN'))
);

-- Each state that an entry of the register was in.
create table office_facility_history (
    office_id   integer     not null,
    facility_id bigint      not null,
    number      integer     not null,
    count       integer     not null,
    condition   text        not null,
    checked_on  date        not null,
    remark      text        not null,
    retired     boolean     not null,
    at          timestamptz not null,
    officer     text        not null,
    primary key (office_id, facility_id, number),
    foreign key (office_id, facility_id) references office_facility (office_id, facility_id)
);

grant select, insert, delete, update (yaml, revision, changed_at, changed_by) on service_draft to loket_app;
grant select, insert on service_consultation, service_history, office_facility_history to loket_app;
grant select, insert, update (name, place, count, condition, checked_on, remark, retired) on office_facility to loket_app;

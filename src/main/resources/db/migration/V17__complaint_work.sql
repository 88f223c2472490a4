-- What an office sets for its complaints. Append-only: a complaint keeps to the version that held when it came in.
create table complaint_settings (
    office_id  integer     not null references office (office_id),
    version    integer     not null, -- from 1; 0 are those that ship
    since      timestamptz not null,
    officer_id bigint      not null,
    name       text        not null, -- of the officer, as it was then
    content    jsonb       not null,
    primary key (office_id, version)
);

alter table complaint_kind add column retired boolean not null default false; -- not to be chosen any more

insert into complaint_kind (office_id, code, name_id, name_en, position, retired)
select o.office_id, k.code, k.name_id, k.name_en, k.position, false
from office o cross join (values
    ('DELAY', 'Waktu penyelesaian', 'Time taken', 0),
    ('FEE', 'Biaya/tarif', 'Fee', 1),
    ('ATTITUDE', 'Sikap petugas', 'Attitude of an officer', 2),
    ('PROCEDURE', 'Prosedur', 'Procedure', 3),
    ('REQUIREMENT', 'Persyaratan', 'Requirements', 4),
    ('FACILITY', 'Sarana dan prasarana', 'Facilities', 5),
    ('PRODUCT', 'Produk layanan', 'What was issued', 6),
    ('ILLEGAL_LEVY', 'Pungutan liar', 'Illegal levy', 7),
    ('OTHER', 'Lainnya', 'Other', 8)) as k (code, name_id, name_en, position)
on conflict do nothing;

alter table complaint add column settings integer not null default 0; -- version that held when it came in
alter table complaint add column act_at timestamptz; -- the jobs look at it then: to tell of a deadline, or to close it; null: never
alter table complaint add column escalation text not null default ''; -- of the clocks that wait: NEAR or PASSED, the worse
create index complaint_act on complaint (office_id, act_at) where act_at is not null;

-- May tell who complained, such as a scanned letter: of an anonymous complaint only the desk sees it.
alter table complaint_attachment add column identifying boolean not null default true;

-- An answer that somebody has to give by hand before it is one: a call, a fax, an entry in an outside system (PGD-f, PGD-h).
create table complaint_task (
    office_id    integer     not null,
    task_id      bigint      generated always as identity,
    complaint_id bigint      not null,
    way          text        not null,
    text         text        not null, -- what to say or to send
    state        text        not null,
    tries        integer     not null,
    created_at   timestamptz not null,
    created_by   bigint      not null,
    last_at      timestamptz,          -- of the last outcome
    last_by      bigint      not null, -- 0: nobody yet
    last_outcome text        not null,
    last_remark  text        not null,
    primary key (office_id, task_id),
    foreign key (office_id, complaint_id) references complaint (office_id, complaint_id),
    check (way in ('CALL', 'FAX', 'SAME_PLACE')),
    check (state in ('OPEN', 'DONE', 'GIVEN_UP'))
);
create unique index complaint_task_open on complaint_task (office_id, complaint_id) where state = 'OPEN';

-- The mails of a complaint, so that an answer stands in their thread and a further mail finds its complaint (PGD-g).
create table complaint_thread (
    office_id     integer     not null,
    message_id    text        not null,
    complaint_id  bigint      not null,
    mentioned     text        not null, -- References of the mail, with blanks
    subject       text        not null,
    at            timestamptz not null,
    primary key (office_id, message_id),
    foreign key (office_id, complaint_id) references complaint (office_id, complaint_id)
);
create index complaint_thread_of on complaint_thread (office_id, complaint_id, at);

-- Control cards that were collected because of a complaint, and what became of it (MFG-4d). Append-only, beside the card, which tells of
-- the file's way alone.
create table card_collection (
    office_id     integer     not null,
    collection_id bigint      generated always as identity,
    registration  text        not null,
    complaint_id  bigint      not null,
    at            timestamptz not null,
    officer_id    bigint      not null, -- 0: by itself, when the complaint came in
    name          text        not null,
    finding       text        not null, -- empty: collected
    primary key (office_id, collection_id),
    foreign key (office_id, complaint_id) references complaint (office_id, complaint_id)
);
create index card_collection_of on card_collection (office_id, registration);

-- What goes with a mail beside its text, such as the thread that it answers in.
alter table notice add column headers text not null default ''; -- a line each, "Name: value"

grant select, insert on complaint_settings, complaint_thread, card_collection to loket_app;
grant select, insert, update on complaint_task to loket_app;
grant update (identifying) on complaint_attachment to loket_app;

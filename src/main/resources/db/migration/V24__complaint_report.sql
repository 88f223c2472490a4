-- The monthly report on complaints (PGD-j3, PGD-k). What happened to one is its events; the row is their projection.
create table complaint_report (
    office_id integer not null references office (office_id),
    month     date    not null, -- its first day
    state     text    not null,
    version   integer not null, -- number of events
    number    text    not null, -- of the letter; empty before it is approved
    primary key (office_id, month),
    check (extract(day from month) = 1),
    check (state in ('DRAFT', 'EXAMINATION', 'RETURNED', 'APPROVED', 'DELIVERED', 'ACKNOWLEDGED'))
);

-- Append-only: the application may insert and read, nothing else. So every round stays as it was examined.
create table complaint_report_event (
    office_id    integer     not null,
    month        date        not null,
    seq          integer     not null,
    action       text        not null,
    at           timestamptz not null,
    officer_id   bigint      not null, -- 0: the system
    name         text        not null,
    nip          text        not null,
    role         text        not null,
    section      text        not null, -- whose contribution, or to whom it is returned; empty: none
    text         text        not null, -- remarks, contribution or notes
    content      text        not null, -- what was sent to be examined, as JSON; text, because its hash is over these very signs
    content_hash text        not null, -- SHA-256 of what was approved
    primary key (office_id, month, seq),
    foreign key (office_id, month) references complaint_report (office_id, month)
);

create index complaint_corrected on complaint_entry (office_id, at) where kind = 'CORRECTED';

grant select, insert, update on complaint_report to loket_app;
grant select, insert on complaint_report_event to loket_app;

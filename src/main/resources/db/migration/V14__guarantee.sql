-- The guarantees of a service (MFG-6): who didn't collect within a month is written to; who must be told earlier of other things is told once.
create table collection_reminder (
    office_id    integer     not null,
    file_id      bigint      not null,
    registration text        not null,
    ready_on     date        not null,
    agreed_on    date,                 -- the applicant said that he or she will come that day
    due_on       date        not null, -- the letter is written on that day
    state        text        not null,
    written_at   timestamptz,
    primary key (office_id, file_id),
    foreign key (office_id, file_id) references case_file (office_id, file_id),
    check (state in ('WAITING', 'WRITTEN', 'CANCELLED'))
);
create index collection_reminder_due on collection_reminder (office_id, due_on) where state = 'WAITING';

-- What was told once, such as the end of a permit.
create table told_once (
    office_id integer     not null references office (office_id),
    what      text        not null,
    told_at   timestamptz not null,
    primary key (office_id, what)
);

create index permit_ending on permit (office_id, valid_until) where status = 'ISSUED';

-- Letters on their way to somebody's home, and the mailing list (ekspedisi) that they go out by.
create table mailed_letter (
    office_id     integer     not null,
    notice_id     bigint      not null,
    number        text        not null,
    written_on    date        not null,
    subject_kind  text        not null,
    subject_key   text        not null,
    recipient     text        not null, -- blanked after the retention days, as are address, title and pdf
    address       text        not null,
    title         text        not null,
    pdf           bytea       not null,
    state         text        not null,
    dispatched_on date,
    carrier       text        not null,
    tracking      text        not null,
    returned_on   date,
    return_reason text        not null,
    changed_by    bigint      not null, -- 0: nobody, by itself
    primary key (office_id, notice_id),
    unique (office_id, number),
    foreign key (office_id, notice_id) references notice (office_id, notice_id),
    check (state in ('LISTED', 'DISPATCHED', 'RETURNED', 'CANCELLED'))
);
create index mailed_letter_subject on mailed_letter (office_id, subject_kind, subject_key);
create index mailed_letter_listed on mailed_letter (office_id, written_on) where state = 'LISTED';

grant select, insert, update on collection_reminder, mailed_letter to loket_app;
grant select, insert on told_once to loket_app;

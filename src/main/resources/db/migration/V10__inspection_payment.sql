-- Letters of refusal, fees and inspections: what the card can say of them, and what stands behind it.
alter table case_file
    add column refusal boolean not null default false, -- the letter was last prepared as a refusal
    add column paid    boolean not null default false;
alter table case_file
    drop constraint case_file_status_check,
    add constraint case_file_status_check check (status in ('IN_TRANSIT', 'IN_WORK', 'WITH_APPLICANT', 'AWAITING_PAYMENT', 'READY',
        'DELIVERED', 'REJECTED', 'WITHDRAWN'));
alter table card_entry
    drop constraint card_entry_kind_check,
    add constraint card_entry_kind_check check (kind in ('RECEIVED', 'HANDED_OVER', 'REFUSAL_PREPARED', 'RETURNED',
        'RETURNED_TO_APPLICANT', 'RESUBMITTED', 'BILLED', 'PAID', 'PAYMENT_CANCELLED', 'TAKEN_OVER', 'REMARKED', 'REJECTED', 'WITHDRAWN',
        'DELIVERED', 'REFUSAL_DELIVERED'));

-- A letter of refusal is signed and numbered like a permit, but never in force.
alter table permit add column refused_why text not null default ''; -- empty: a permit
alter table permit
    drop constraint permit_status_check,
    add constraint permit_status_check check (status in ('DRAFT', 'ISSUED', 'REFUSED', 'CANCELLED', 'REVOKED'));

-- What the applicant is to pay, once per file.
create table bill (
    office_id integer     not null,
    file_id   bigint      not null,
    year      integer     not null,
    seq       bigint      not null,
    number    text        not null,
    amount    bigint      not null, -- whole rupiah
    billed_at timestamptz not null,
    billed_by bigint      not null,
    due_on    date        not null, -- last day on which it is paid in time
    primary key (office_id, file_id),
    unique (office_id, year, seq),
    foreign key (office_id, file_id) references case_file (office_id, file_id),
    check (amount > 0)
);

-- What was paid. A row is never changed: one that was wrong is cancelled by a row of its own.
create table payment (
    office_id   integer     not null,
    file_id     bigint      not null,
    number      integer     not null,
    year        integer     not null,
    seq         bigint      not null,
    receipt     text        not null,
    paid_on     date        not null,
    amount      bigint      not null,
    way         text        not null,
    reference   text        not null,
    recorded_at timestamptz not null,
    recorded_by bigint      not null,
    primary key (office_id, file_id, number),
    unique (office_id, year, seq),
    foreign key (office_id, file_id) references bill (office_id, file_id),
    check (way in ('CASH', 'TRANSFER', 'QRIS'))
);
create table payment_cancelled (
    office_id    integer     not null,
    file_id      bigint      not null,
    number       integer     not null,
    why          text        not null,
    cancelled_at timestamptz not null,
    cancelled_by bigint      not null,
    primary key (office_id, file_id, number),
    foreign key (office_id, file_id, number) references payment (office_id, file_id, number)
);

-- When the technical team comes; the newest of a file holds, the others stay with the reason why they no longer do.
create table inspection (
    office_id    integer     not null,
    file_id      bigint      not null,
    number       integer     not null,
    at           timestamptz not null,
    place        text        not null,
    team         bigint[]    not null, -- officers
    note         text        not null, -- for the applicant
    why          text        not null, -- it was moved; empty for the first
    scheduled_at timestamptz not null,
    scheduled_by bigint      not null,
    primary key (office_id, file_id, number),
    foreign key (office_id, file_id) references case_file (office_id, file_id)
);

create table inspection_report (
    office_id        integer     not null,
    file_id          bigint      not null,
    number           integer     not null,
    step             smallint    not null,
    held_at          timestamptz not null,
    place            text        not null,
    present          bigint[]    not null, -- officers who were there
    applicant_side   text        not null,
    findings         jsonb       not null, -- per technical requirement
    remarks          text        not null,
    recommendation   text        not null,
    conclusion       text        not null,
    made_at          timestamptz not null,
    made_by          bigint      not null,
    primary key (office_id, file_id, number),
    foreign key (office_id, file_id) references case_file (office_id, file_id),
    check (recommendation in ('RECOMMENDED', 'AFTER_REPAIRS', 'NOT_RECOMMENDED'))
);
create table inspection_photo (
    office_id  integer  not null,
    file_id    bigint   not null,
    number     integer  not null,
    photo      smallint not null,
    caption    text     not null,
    media_type text     not null,
    content    bytea    not null, -- upright, without what the camera wrote about place and device
    primary key (office_id, file_id, number, photo),
    foreign key (office_id, file_id, number) references inspection_report (office_id, file_id, number)
);
create table inspection_initial (
    office_id    integer     not null,
    file_id      bigint      not null,
    number       integer     not null,
    officer_id   bigint      not null,
    name         text        not null,
    initials     text        not null,
    initialled_at timestamptz not null,
    primary key (office_id, file_id, number, officer_id),
    foreign key (office_id, file_id, number) references inspection_report (office_id, file_id, number)
);

grant select, insert on bill, payment, payment_cancelled, inspection, inspection_report, inspection_photo, inspection_initial to loket_app;

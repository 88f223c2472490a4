-- The permit: the letter that a file produces.
create table permit (
    office_id         integer     not null,
    file_id           bigint      not null,
    service           text        not null,
    status            text        not null,
    verification_code text        not null, -- in the QR on the letter
    holder_name       text        not null,
    valid_until       date,                 -- null: without end
    signed_at         timestamptz,
    signed_by         bigint,
    signatory_name    text        not null,
    signatory_nip     text        not null,
    series            text,
    year              integer,
    seq               bigint,
    number            text,
    numbered_at       timestamptz,
    issued_at         timestamptz,
    revoked_at        timestamptz,
    revoked_by        bigint,
    revoked_why       text        not null,
    primary key (office_id, file_id),
    unique (office_id, verification_code),
    unique (office_id, series, year, seq),
    foreign key (office_id, file_id) references case_file (office_id, file_id),
    check (status in ('DRAFT', 'ISSUED', 'CANCELLED', 'REVOKED'))
);
create index permit_number on permit (office_id, number);

-- Each letter made for a file, as it was made; the newest of a kind holds.
create table letter (
    office_id integer     not null,
    file_id   bigint      not null,
    kind      text        not null,
    revision  integer     not null,
    made_at   timestamptz not null,
    pdf       bytea       not null,
    primary key (office_id, file_id, kind, revision),
    foreign key (office_id, file_id) references case_file (office_id, file_id),
    check (kind in ('PERMIT', 'REJECTION'))
);

-- Into whose hands the product was given (SOP-9).
create table delivery (
    office_id      integer     not null,
    file_id        bigint      not null,
    recipient      text        not null,
    name           text        not null,
    identity       text        not null, -- number of the identity card that was shown
    relation       text        not null,
    signature      bytea,               -- drawn on screen; null: on paper
    delivered_at   timestamptz not null,
    delivered_by   bigint      not null,
    primary key (office_id, file_id),
    foreign key (office_id, file_id) references permit (office_id, file_id),
    check (recipient in ('APPLICANT', 'REPRESENTATIVE'))
);

grant select, insert, update on permit to loket_app;
grant select, insert on letter, delivery to loket_app;

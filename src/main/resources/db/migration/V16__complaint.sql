-- Complaints (PGD-a to PGD-k). What happened to one is its entries; the row of complaint is their projection and what came in.
create table complaint_kind (
    office_id integer not null references office (office_id),
    code      text    not null,
    name_id   text    not null,
    name_en   text    not null,
    position  integer not null,
    primary key (office_id, code)
);

create table complaint (
    office_id      integer     not null references office (office_id),
    complaint_id   bigint      generated always as identity,
    number         text        not null, -- in the complaint book
    medium         text        not null,
    received_at    timestamptz not null,
    status_code    text        not null, -- on the receipt; opens the complainant's page
    form_token     text        not null, -- fingerprint of the form as sent: one form, one complaint, however often it comes
    registration   text        not null, -- the file that it is about; empty: none
    outside_number text        not null, -- e.g. of LAPOR; empty: none
    happened_on    date,
    subject        text        not null,
    story          text        not null,
    wanted         text        not null,
    status         text        not null,
    matter         text,
    kind           text,
    weight         text,
    response_class text,
    section        text,
    holder         bigint      not null, -- 0: nobody
    due_at         timestamptz,          -- of the clock that runs out first; null: the office has nothing to do
    due_clock      text,
    reopened       boolean     not null,
    version        integer     not null,
    answered_at    timestamptz,
    closed_at      timestamptz,
    primary key (office_id, complaint_id),
    unique (office_id, number),
    unique (office_id, status_code),
    unique (office_id, form_token),
    check (medium in ('COUNTER', 'LETTER', 'PHONE', 'FAX', 'EMAIL', 'WEB', 'SOCIAL_MEDIA', 'LAPOR')),
    check (status in ('RECEIVED', 'IN_HANDLING', 'WITH_COMPLAINANT', 'ANSWERED', 'CLOSED')),
    check (weight in ('LIGHT', 'MEDIUM', 'HEAVY'))
);
create index complaint_open on complaint (office_id, due_at) where closed_at is null;
create index complaint_received on complaint (office_id, received_at);
create index complaint_of_file on complaint (office_id, registration) where registration <> '';

-- Who complained: apart from what, so that it can be hidden and, when its time is over, taken away.
create table complainant (
    office_id    integer not null,
    complaint_id bigint  not null,
    name         text    not null, -- empty: not given
    address      text    not null,
    phone        text    not null,
    fax          text    not null,
    email        text    not null,
    anonymous    boolean not null, -- the name is the desk's only
    confidential boolean not null, -- the content is for those who decide only
    primary key (office_id, complaint_id),
    foreign key (office_id, complaint_id) references complaint (office_id, complaint_id)
);

-- Append-only: the application may insert and read, nothing else.
create table complaint_entry (
    office_id    integer     not null,
    complaint_id bigint      not null,
    seq          integer     not null,
    kind         text        not null,
    at           timestamptz not null,
    officer_id   bigint      not null, -- 0: the complainant or the system
    name         text        not null,
    role         text        not null,
    content      jsonb       not null,
    primary key (office_id, complaint_id, seq),
    foreign key (office_id, complaint_id) references complaint (office_id, complaint_id)
);

create table complaint_attachment (
    office_id     integer     not null,
    attachment_id bigint      generated always as identity,
    complaint_id  bigint      not null,
    name          text        not null,
    media_type    text        not null,
    sha256        bytea       not null,
    size          integer     not null,
    content       bytea       not null,
    added_at      timestamptz not null,
    added_by      bigint      not null, -- 0: the complainant
    primary key (office_id, attachment_id),
    foreign key (office_id, complaint_id) references complaint (office_id, complaint_id)
);
create index complaint_attachment_of on complaint_attachment (office_id, complaint_id);

grant select, insert, update on complaint, complaint_kind to loket_app;
grant select, insert on complainant, complaint_entry, complaint_attachment to loket_app;

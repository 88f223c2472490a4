-- Files and their control cards. Every key begins with the office, so that the data can be spread by office.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- The projection of the card: narrow, for it is written at every movement.
create table case_file (
    office_id       integer     not null references office (office_id),
    file_id         bigint      generated always as identity,
    registration    text        not null,
    service         text        not null,
    service_version integer     not null,
    status          text        not null,
    step            smallint    not null,
    actor           text        not null, -- role of the step, for the work lists
    holder          bigint      not null, -- 0: nobody
    arrived_at      timestamptz not null,
    since           timestamptz not null,
    last_at         timestamptz not null,
    prepared_by     bigint      not null,
    version         integer     not null,
    last_hash       bytea       not null,
    complete_at     timestamptz,
    due_at          timestamptz,
    paused_at       timestamptz,
    ready_at        timestamptz,
    closed_at       timestamptz,
    primary key (office_id, file_id),
    unique (office_id, registration),
    foreign key (office_id, service, service_version) references service_definition (office_id, code, version),
    check (status in ('IN_TRANSIT', 'IN_WORK', 'WITH_APPLICANT', 'READY', 'DELIVERED', 'REJECTED', 'WITHDRAWN'))
);
-- The work lists: what is open at a role, most urgent first.
create index case_file_open on case_file (office_id, actor, due_at) where closed_at is null;

-- The control card. Append-only: the application may insert and read, nothing else.
create table card_entry (
    office_id  integer     not null,
    file_id    bigint      not null,
    seq        integer     not null,
    kind       text        not null,
    step       smallint    not null,
    to_step    smallint    not null, -- 0: nowhere
    at         timestamptz not null,
    officer_id bigint      not null,
    name       text        not null,
    initials   text        not null,
    role       text        not null,
    remark     text        not null,
    hash       bytea       not null,
    primary key (office_id, file_id, seq),
    check (kind in ('RECEIVED', 'HANDED_OVER', 'RETURNED', 'RETURNED_TO_APPLICANT', 'RESUBMITTED', 'TAKEN_OVER', 'REMARKED', 'REJECTED',
        'WITHDRAWN', 'DELIVERED')),
    foreign key (office_id, file_id) references case_file (office_id, file_id)
);

-- What the applicant brought in writing; not touched by movements.
create table application (
    office_id           integer     not null,
    file_id             bigint      not null,
    kind                text        not null,
    registered_at       timestamptz not null,
    tracking_code       text        not null, -- on the receipt; opens the tracking page
    form_token          text        not null, -- fingerprint of the form as sent: one form, one file, however often it comes
    nik                 text        not null,
    nik_doubtful        boolean     not null, -- its birth date can't be; let through with a warning
    name                text        not null,
    birth_place         text        not null,
    birth_date          date        not null,
    sex                 text        not null,
    address             text        not null,
    phone               text        not null, -- E.164
    email               text        not null, -- empty: none
    representative_name text        not null, -- empty: the applicant came in person
    representative_nik  text        not null,
    form                jsonb       not null, -- the fields of the service definition
    primary key (office_id, file_id),
    unique (office_id, tracking_code),
    unique (office_id, form_token),
    foreign key (office_id, file_id) references case_file (office_id, file_id),
    check (sex in ('FEMALE', 'MALE'))
);
create index application_nik on application (office_id, nik);
create index application_name on application using gin (office_id, lower(name) gin_trgm_ops);

-- The check list, a row per requirement and round of checking.
create table requirement_check (
    office_id integer  not null,
    file_id   bigint   not null,
    round     smallint not null,
    code      text     not null,
    result    text     not null,
    remark    text     not null,
    primary key (office_id, file_id, round, code),
    foreign key (office_id, file_id) references case_file (office_id, file_id),
    check (result in ('UNCHECKED', 'PRESENT', 'MISSING', 'INELIGIBLE'))
);

create table attachment (
    office_id     integer     not null,
    attachment_id bigint      generated always as identity,
    file_id       bigint      not null,
    code          text        not null, -- requirement, or SIGNED_LETTER
    name          text        not null,
    media_type    text        not null,
    sha256        bytea       not null,
    size          integer     not null,
    content       bytea       not null,
    added_at      timestamptz not null,
    added_by      bigint      not null,
    primary key (office_id, attachment_id),
    foreign key (office_id, file_id) references case_file (office_id, file_id)
);
create index attachment_of_file on attachment (office_id, file_id);

-- Why a due time is no longer the one that was promised.
create table due_change (
    office_id  integer     not null,
    file_id    bigint      not null,
    number     integer     not null,
    changed_at timestamptz not null,
    old_due_at timestamptz not null,
    new_due_at timestamptz not null,
    why        text        not null,
    changed_by bigint      not null,
    primary key (office_id, file_id, number),
    foreign key (office_id, file_id) references case_file (office_id, file_id)
);

-- Each print of a card has a number.
create table card_print (
    office_id  integer     not null,
    file_id    bigint      not null,
    number     integer     not null,
    printed_at timestamptz not null,
    printed_by bigint      not null,
    primary key (office_id, file_id, number),
    foreign key (office_id, file_id) references case_file (office_id, file_id)
);

grant select, insert, update on case_file, requirement_check to loket_app;
grant select, insert on card_entry, application, attachment, due_change, card_print to loket_app;

-- What citizens and outside applications wrote and hasn't been recorded yet: forms not yet sent, and those whose sender hasn't confirmed the
-- address. Bounded in time; when recorded, only the way to the complaint is left for a while, so that the same form makes one complaint.
create table complaint_held (
    office_id   integer     not null references office (office_id),
    held_id     bigint      generated always as identity,
    token       text        not null, -- fingerprint of the form's token, which only the sender knows
    link        text        not null, -- fingerprint of the code in the link that confirms; empty: none was sent
    pin         text        not null, -- fingerprint of the digits that confirm; empty: none was sent, or tried too often
    tries       integer     not null, -- wrong digits since they were sent
    asked       integer     not null, -- how often the sender was asked to confirm
    content     jsonb       not null, -- the form; {}: recorded
    number      text        not null, -- in the complaint book; empty: not yet recorded
    status_code text        not null,
    expires_at  timestamptz not null,
    primary key (office_id, held_id),
    unique (office_id, token)
);
create unique index complaint_held_link on complaint_held (office_id, link) where link <> '';
create index complaint_held_expires on complaint_held (office_id, expires_at);

create table complaint_held_file (
    office_id  integer not null,
    file_id    bigint  generated always as identity,
    held_id    bigint  not null,
    name       text    not null,
    media_type text    not null,
    sha256     bytea   not null,
    size       integer not null,
    content    bytea   not null,
    primary key (office_id, file_id),
    foreign key (office_id, held_id) references complaint_held (office_id, held_id) on delete cascade
);
create index complaint_held_file_of on complaint_held_file (office_id, held_id);

-- How the sender of a complaint that came by itself would sort it, and by what the address was confirmed. Append-only.
create table complaint_as_sent (
    office_id    integer not null,
    complaint_id bigint  not null,
    matter       text    not null,
    kind         text    not null, -- empty: not said
    confirmed_by text    not null, -- empty: there was nothing to confirm
    client_id    bigint  not null, -- the application that sent it; 0: the public form
    primary key (office_id, complaint_id),
    foreign key (office_id, complaint_id) references complaint (office_id, complaint_id),
    check (confirmed_by in ('', 'LINK', 'CODE'))
);

-- Outside applications that may send complaints by Open311. Of a key only the fingerprint is kept.
create table api_client (
    office_id  integer     not null references office (office_id),
    client_id  bigint      generated always as identity,
    name       text        not null,
    key        text        not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    primary key (office_id, client_id),
    unique (office_id, key)
);

grant select, insert, update, delete on complaint_held, complaint_held_file to loket_app;
grant select, insert on complaint_as_sent to loket_app;
grant select, insert, update on api_client to loket_app;

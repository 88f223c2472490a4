-- Notices: what the office has to say to somebody, each by one way. The row is written in the transaction that gives the cause (outbox).
create table notice (
    office_id      integer     not null,
    notice_id      bigint      generated always as identity,
    event          text        not null,
    subject_kind   text        not null, -- what it is about, such as FILE with its registration number
    subject_key    text        not null,
    service        text        not null, -- its code; empty: about none
    dedupe_key     text        not null, -- names the happening: the same one is told once
    way            smallint    not null, -- 0: the first way that could be gone; counts on where one failed for good
    copy           smallint    not null, -- 0; more: an officer sent it again
    channel        text        not null,
    ways_left      text        not null, -- channels to try after this one, with commas
    obligatory     boolean     not null, -- the law wants it told: opting out doesn't help, in the end somebody calls
    language       text        not null,
    -- personal, blanked after the retention days
    recipient_name text        not null,
    phone          text        not null, -- as it was given
    email          text        not null,
    postal_address text        not null,
    address        text        not null, -- where this way goes: E.164, e-mail or postal address
    fields         jsonb       not null, -- what is filled into templates
    title          text        not null, -- subject line; empty where the channel has none
    body           text        not null, -- as it is sent
    html           text        not null,
    --
    state          text        not null,
    attempts       integer     not null,
    next_try_at    timestamptz not null,
    claimed_at     timestamptz,          -- last begin of a try
    carrier        text        not null,
    reference      text        not null, -- the gateway's own number
    receipt_due    boolean     not null, -- the gateway will report the delivery
    receipt_missed boolean     not null, -- and did not in time
    unknown_fate   boolean     not null, -- a try ended without an answer: the gateway may have taken it
    second_copy    boolean     not null, -- it was sent once more after that: the recipient may have it twice
    cancel_asked   boolean     not null, -- called off while a try was going on
    created_at     timestamptz not null,
    first_try_at   timestamptz,
    sent_at        timestamptz,
    delivered_at   timestamptz,
    failed_at      timestamptz,
    keep_until     timestamptz not null, -- afterwards what is personal is blanked
    blanked_at     timestamptz,
    primary key (office_id, notice_id),
    unique (office_id, dedupe_key, way, copy),
    check (channel in ('SMS', 'EMAIL', 'LETTER', 'CALL', 'FAX')),
    check (state in ('CREATED', 'SENDING', 'SENT', 'DELIVERED', 'FAILED_FOR_NOW', 'FAILED_FOR_GOOD', 'CANCELLED'))
);
create index notice_subject on notice (office_id, subject_kind, subject_key);
create index notice_due on notice (office_id, next_try_at) where state in ('CREATED', 'FAILED_FOR_NOW');
create index notice_sending on notice (office_id, claimed_at) where state = 'SENDING';
create index notice_awaiting on notice (office_id, sent_at) where state = 'SENT' and receipt_due and not receipt_missed;
create index notice_reference on notice (office_id, reference) where reference <> '';
create index notice_problem on notice (office_id, created_at) where state = 'FAILED_FOR_GOOD' or second_copy or unknown_fate or receipt_missed;
create index notice_keep on notice (office_id, keep_until) where blanked_at is null;

-- The proof: each try, report and act, with neither address nor text. Append-only.
create table notice_try (
    office_id  integer     not null,
    try_id     bigint      generated always as identity,
    notice_id  bigint      not null,
    at         timestamptz not null,
    attempt    integer     not null,
    outcome    text        not null,
    carrier    text        not null,
    reference  text        not null,
    detail     text        not null,
    officer_id bigint,
    primary key (office_id, try_id),
    foreign key (office_id, notice_id) references notice (office_id, notice_id)
);
create index notice_try_notice on notice_try (office_id, notice_id);

-- A gateway's report that came before the try that it belongs to was written down; it doesn't say which office's notice it means.
create table notice_early_receipt (
    carrier   text        not null,
    reference text        not null,
    fate      text        not null,
    detail    text        not null,
    at        timestamptz not null,
    primary key (carrier, reference, fate)
);

-- The office's own wording; where there is none, the shipped one holds.
create table notice_template (
    office_id  integer     not null references office (office_id),
    service    text        not null, -- empty: for all services
    event      text        not null,
    channel    text        not null,
    language   text        not null,
    title      text        not null, -- empty for SMS
    body       text        not null,
    changed_at timestamptz not null,
    changed_by bigint      not null,
    primary key (office_id, service, event, channel, language),
    check (channel in ('SMS', 'EMAIL')),
    check (language in ('id', 'en'))
);

create table notice_opt_out (
    office_id integer     not null references office (office_id),
    channel   text        not null,
    address   text        not null,
    since     timestamptz not null,
    primary key (office_id, channel, address)
);

-- Jobs of the installation, as db-scheduler keeps them.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

grant select, insert, update on notice to loket_app;
grant select, insert on notice_try to loket_app;
grant select, insert, delete on notice_early_receipt, notice_opt_out to loket_app;
grant select, insert, update, delete on notice_template, scheduled_tasks to loket_app;

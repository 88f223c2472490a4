-- Complaints by mail (PGD-g). Where reading a mailbox stands: what lies before that was taken, whatever its flags say.
create table complaint_mailbox (
    office_id     integer     not null references office (office_id),
    mailbox       text        not null, -- user, host and folder
    uid_validity  bigint      not null, -- 0: never read
    last_uid      bigint      not null,
    read_at       timestamptz,          -- last time at which it could be read
    trouble       text        not null, -- why it can't be; empty: it can
    trouble_since timestamptz,
    primary key (office_id, mailbox)
);

-- Every mail that came in, once: its fingerprint is taken in the transaction that makes the complaint of it.
create table complaint_mail (
    office_id    integer     not null references office (office_id),
    mail_id      bigint      generated always as identity,
    fingerprint  text        not null,
    message_id   text        not null,
    mentioned    text        not null, -- Message-IDs of its thread, with blanks
    sender       text        not null, -- empty: none that is an address
    sender_name  text        not null,
    subject      text        not null,
    text         text        not null,
    size         bigint      not null, -- bytes
    sent_at      timestamptz,
    taken_at     timestamptz not null,
    fate         text        not null,
    reason       text        not null, -- why it is in quarantine
    detail       text        not null, -- the attachment or the like that was the reason
    left_out     text        not null, -- names of attachments that were not kept, a line each
    complaint_id bigint,
    waits        boolean     not null, -- for an act of the desk
    raw          bytea,                -- in quarantine only
    primary key (office_id, mail_id),
    unique (office_id, fingerprint),
    foreign key (office_id, complaint_id) references complaint (office_id, complaint_id),
    check (fate in ('COMPLAINT', 'COMPLETION', 'NOT_SOLVED', 'NOTE', 'AUTOMATIC', 'BOUNCE', 'MAILING_LIST', 'QUARANTINED', 'DISCARDED'))
);
create index complaint_mail_taken on complaint_mail (office_id, taken_at);
create index complaint_mail_sender on complaint_mail (office_id, sender, taken_at);
create index complaint_mail_waits on complaint_mail (office_id, mail_id) where waits;

-- What the desk did with a mail. Append-only.
create table complaint_mail_act (
    office_id  integer     not null,
    act_id     bigint      generated always as identity,
    mail_id    bigint      not null,
    at         timestamptz not null,
    officer_id bigint      not null,
    name       text        not null, -- as it was then
    act        text        not null,
    reason     text        not null,
    primary key (office_id, act_id),
    foreign key (office_id, mail_id) references complaint_mail (office_id, mail_id),
    check (act in ('TAKEN_IN', 'DISCARDED', 'REOPENED', 'LEFT_AS_NOTE'))
);
create index complaint_mail_act_of on complaint_mail_act (office_id, mail_id);

grant select, insert, update on complaint_mailbox, complaint_mail to loket_app;
grant select, insert on complaint_mail_act to loket_app;

-- A text that goes in several messages: the gateway's number of each and what it reported of it. One that goes in one has no row here.
create table notice_part (
    office_id integer  not null,
    notice_id bigint   not null,
    part      smallint not null, -- 1 and up
    carrier   text     not null,
    reference text     not null,
    fate      text     not null, -- empty: nothing reported yet
    primary key (office_id, notice_id, part),
    foreign key (office_id, notice_id) references notice (office_id, notice_id),
    check (fate in ('', 'STILL_UNDERWAY', 'DELIVERED', 'FAILED'))
);
create index notice_part_reference on notice_part (office_id, reference);
grant select, insert, update on notice_part to loket_app;

-- Mails that came in about something, such as a complaint: an answer stands in their thread, a further mail finds what it is about (PGD-g).
create table mail_thread (
    office_id    integer     not null references office (office_id),
    message_id   text        not null,
    subject_kind text        not null,
    subject_key  text        not null,
    mentioned    text        not null, -- References of the mail, with blanks
    title        text        not null,
    at           timestamptz not null,
    primary key (office_id, message_id)
);
create index mail_thread_subject on mail_thread (office_id, subject_kind, subject_key, at);
insert into mail_thread (office_id, message_id, subject_kind, subject_key, mentioned, title, at)
select t.office_id, t.message_id, 'COMPLAINT', c.number, t.mentioned, t.subject, t.at
from complaint_thread t join complaint c using (office_id, complaint_id);
drop table complaint_thread;
grant select, insert on mail_thread to loket_app;

-- The office's sign in the numbers of its own letters.
alter table office add column letter_code text not null default '';
update office set letter_code = split_part(short_name, ' ', 1);

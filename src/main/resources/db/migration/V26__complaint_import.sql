-- The number of a complaint in an outside system: one such number is one complaint, however often it is entered or imported.
create table complaint_outside (
    office_id    integer not null,
    medium       text    not null,
    number       text    not null, -- as it is compared: in capitals, without blanks and without the sign in front
    complaint_id bigint  not null,
    primary key (office_id, medium, number),
    foreign key (office_id, complaint_id) references complaint (office_id, complaint_id),
    check (medium in ('SOCIAL_MEDIA', 'LAPOR'))
);
insert into complaint_outside (office_id, medium, number, complaint_id)
select office_id, medium, upper(regexp_replace(outside_number, '^[\s#]+|\s', '', 'g')), complaint_id
from complaint
where medium in ('SOCIAL_MEDIA', 'LAPOR') and regexp_replace(outside_number, '^[\s#]+|\s', '', 'g') <> ''
order by office_id, complaint_id
on conflict do nothing;
create index complaint_outside_of on complaint_outside (office_id, complaint_id);

-- Tables of complaints as they came out of other systems. The content is kept until it is imported or thrown away.
create table complaint_import (
    office_id   integer     not null references office (office_id),
    import_id   bigint      generated always as identity,
    medium      text        not null,
    file_name   text        not null,
    content     bytea,
    officer_id  bigint      not null,
    name        text        not null, -- of the officer, as it was then
    uploaded_at timestamptz not null,
    state       text        not null,
    done_at     timestamptz,
    known       integer     not null, -- lines left out because their number was there before
    faulty      integer     not null, -- lines left out because something was to be mended
    primary key (office_id, import_id),
    check (medium in ('SOCIAL_MEDIA', 'LAPOR')),
    check (state in ('WAITING', 'DONE', 'DISCARDED')),
    check ((state = 'WAITING') = (content is not null))
);
create index complaint_import_waits on complaint_import (office_id, uploaded_at) where state = 'WAITING';

-- Which line of which table became the complaint. Append-only.
create table complaint_imported (
    office_id    integer not null,
    complaint_id bigint  not null,
    import_id    bigint  not null,
    line         integer not null,
    primary key (office_id, complaint_id),
    foreign key (office_id, complaint_id) references complaint (office_id, complaint_id),
    foreign key (office_id, import_id) references complaint_import (office_id, import_id)
);
create index complaint_imported_of on complaint_imported (office_id, import_id);

grant select, insert, delete on complaint_outside to loket_app;
grant select, insert, update on complaint_import to loket_app;
grant select, insert on complaint_imported to loket_app;

-- Who complained is forgotten when the time for which it is kept is over (UU 27/2022); what was done stays.
alter table complaint add column forgotten_at timestamptz;
create index complaint_to_forget on complaint (office_id, closed_at) where closed_at is not null and forgotten_at is null;
grant update (name, address, phone, fax, email) on complainant to loket_app;
grant update (name, content) on complaint_attachment to loket_app;
grant delete on mail_thread to loket_app;

-- Entries are only ever added; from those that put right who complained, of a closed complaint, this one thing may be taken away.
create function forget_corrections(office integer, complaint bigint) returns void
language sql security definer set search_path from current as $$
    update complaint_entry e set content = e.content || '{"was": "", "is": ""}'
    from complaint c
    where e.office_id = office and e.complaint_id = complaint and e.kind = 'CORRECTED'
      and e.content ->> 'field' in ('name', 'address', 'phone', 'fax', 'email')
      and c.office_id = office and c.complaint_id = complaint and c.closed_at is not null
$$;
revoke all on function forget_corrections from public;
grant execute on function forget_corrections to loket_app;

-- Versions of services. The text is the definition itself and never changes, which the grant sees to; a file stays on the version that it
-- began with.
create table service_definition (
    office_id      integer     not null references office (office_id),
    code           text        not null,
    version        integer     not null,
    status         text        not null,
    effective_from date        not null,
    yaml           text        not null,
    created_at     timestamptz not null,
    primary key (office_id, code, version),
    check (status in ('DRAFT', 'IN_FORCE', 'WITHDRAWN'))
);
grant select, insert on service_definition to loket_app;

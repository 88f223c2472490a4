-- Offices, their people, their time. Tables of an office begin their key with the office, so that the data can be spread by office.

-- Connections of the application take on this role: it owns nothing and may only what is granted.
do $$
begin
    if not exists (select from pg_roles where rolname = 'loket_app') then
        create role loket_app nologin;
    end if;
end
$$;
grant usage on schema public to loket_app;

create table office (
    office_id        integer not null primary key,
    code             text    not null unique, -- code of the region; in public addresses and logins
    government       text    not null,
    name             text    not null,
    short_name       text    not null,
    city             text    not null,
    address          text    not null,
    phone            text    not null,
    email            text    not null,
    zone             text    not null,
    day_convention   text    not null,
    calendar_version integer not null -- counts changes of the calendar, so that every node notices
);

create table office_role (
    office_id integer not null references office (office_id),
    code      text    not null,
    name_id   text    not null,
    name_en   text    not null,
    position  integer not null,
    primary key (office_id, code)
);

create table officer (
    office_id     integer not null references office (office_id),
    officer_id    bigint  generated always as identity,
    username      text    not null,
    name          text    not null,
    initials      text    not null,
    nip           text    not null, -- number of the civil servant; empty: none
    password_hash text    not null,
    password_once boolean not null, -- to sign in with once, only to choose another
    active        boolean not null,
    primary key (office_id, officer_id),
    unique (office_id, username)
);

create table officer_role (
    office_id  integer not null,
    officer_id bigint  not null,
    role       text    not null,
    primary key (office_id, officer_id, role),
    foreign key (office_id, officer_id) references officer (office_id, officer_id),
    foreign key (office_id, role) references office_role (office_id, code)
);

-- Open intervals of each weekday, 1 is Monday.
create table office_hours (
    office_id integer  not null references office (office_id),
    weekday   smallint not null,
    opens     time     not null,
    closes    time     not null,
    primary key (office_id, weekday, opens),
    check (weekday between 1 and 7),
    check (opens < closes)
);

-- Other hours for a range of dates, such as Ramadan.
create table special_hours (
    office_id integer  not null references office (office_id),
    from_date date     not null,
    to_date   date     not null,
    weekday   smallint not null,
    opens     time     not null,
    closes    time     not null,
    name      text     not null,
    primary key (office_id, from_date, weekday, opens),
    check (weekday between 1 and 7),
    check (opens < closes),
    check (from_date <= to_date)
);

create table free_day (
    office_id integer not null references office (office_id),
    date      date    not null,
    kind      text    not null,
    name      text    not null,
    source    text    not null,
    primary key (office_id, date),
    check (kind in ('NATIONAL_HOLIDAY', 'COLLECTIVE_LEAVE', 'LOCAL'))
);

-- Serial numbers without gaps: the row is locked by the transaction that takes a number, and given back if it fails.
create table counter (
    office_id integer not null references office (office_id),
    series    text    not null,
    year      integer not null,
    last      bigint  not null,
    primary key (office_id, series, year)
);

grant select, insert, update on office, office_role, officer, counter to loket_app;
grant select, insert, delete on officer_role, office_hours, special_hours, free_day to loket_app;

-- What is reported regularly, by whom and until when. A form's frequency and calendar never change; everything else is a version.
create table form (
    tenant_id   text        not null,
    form_id     uuid        not null,
    code        text        not null, -- short, chosen by the province: BC-THANG
    frequency   text        not null, -- month, quarter, half-year, year
    calendar    text        not null, -- civil, legal: on which days its periods begin and end
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint form_pk primary key (tenant_id, form_id),
    constraint form_code_uk unique (tenant_id, code)
);
select shard_by_tenant('form');
select fence_by_tenant('form');
grant select, insert on form to cotmoc_app;

create table form_version (
    tenant_id    text        not null,
    form_id      uuid        not null,
    version      integer     not null, -- 1, 2, …
    name_vi      text        not null,
    name_en      text        not null,
    applies_from text        not null, -- the first period that it is about; of two the newer version counts
    ended        boolean     not null, -- true: from that period on nothing is to be reported
    due_days     integer     not null, -- days after the period's last day; negative: before it
    remind_days  integer     not null, -- days before the deadline
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    constraint form_version_pk primary key (tenant_id, form_id, version)
);
select shard_by_tenant('form_version');
alter table form_version
    add constraint form_version_form_fk foreign key (tenant_id, form_id) references form (tenant_id, form_id);
select fence_by_tenant('form_version');
grant select, insert on form_version to cotmoc_app;

create table form_line (
    tenant_id      text    not null,
    form_id        uuid    not null,
    version        integer not null,
    line           integer not null, -- 1, 2, … as printed
    indicator_code text    not null,
    place          text    not null, -- own: the unit's own area; inside: each area inside it
    subgroup       text    not null, -- '' is the whole
    span           text    not null, -- period: the period itself; to-date: from January through its end
    constraint form_line_pk primary key (tenant_id, form_id, version, line)
);
select shard_by_tenant('form_line');
alter table form_line
    add constraint form_line_version_fk foreign key (tenant_id, form_id, version)
        references form_version (tenant_id, form_id, version);
alter table form_line
    add constraint form_line_indicator_fk foreign key (tenant_id, indicator_code)
        references indicator (tenant_id, code);
select fence_by_tenant('form_line');
grant select, insert on form_line to cotmoc_app;

create table form_unit (
    tenant_id text    not null,
    form_id   uuid    not null,
    version   integer not null,
    unit_id   uuid    not null,
    constraint form_unit_pk primary key (tenant_id, form_id, version, unit_id)
);
select shard_by_tenant('form_unit');
alter table form_unit
    add constraint form_unit_version_fk foreign key (tenant_id, form_id, version)
        references form_version (tenant_id, form_id, version);
alter table form_unit
    add constraint form_unit_unit_fk foreign key (tenant_id, unit_id) references unit (tenant_id, unit_id);
select fence_by_tenant('form_unit');
grant select, insert on form_unit to cotmoc_app;

-- A deadline that was moved for one period, e.g. over Tết. The newest counts.
create table form_deadline (
    tenant_id   text        not null,
    form_id     uuid        not null,
    period      text        not null,
    number      integer     not null, -- 1, 2, … of that period
    due_on      date        not null,
    reason      text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint form_deadline_pk primary key (tenant_id, form_id, period, number)
);
select shard_by_tenant('form_deadline');
alter table form_deadline
    add constraint form_deadline_form_fk foreign key (tenant_id, form_id) references form (tenant_id, form_id);
select fence_by_tenant('form_deadline');
grant select, insert on form_deadline to cotmoc_app;

-- A unit's report for a period. Its figures become observations when it is approved.
create table submission (
    tenant_id    text        not null,
    submission_id uuid       not null,
    form_id      uuid        not null,
    form_version integer     not null, -- as it was when the report was begun
    unit_id      uuid        not null,
    period       text        not null,
    status       text        not null, -- draft, submitted, returned, approved, locked, published, unlocked
    version      integer     not null, -- 1, 2, … of its figures and its status
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    constraint submission_pk primary key (tenant_id, submission_id),
    constraint submission_uk unique (tenant_id, form_id, unit_id, period)
);
select shard_by_tenant('submission');
alter table submission
    add constraint submission_form_fk foreign key (tenant_id, form_id, form_version)
        references form_version (tenant_id, form_id, version);
alter table submission
    add constraint submission_unit_fk foreign key (tenant_id, unit_id) references unit (tenant_id, unit_id);
select fence_by_tenant('submission');
grant select, insert on submission to cotmoc_app;
grant update (status, version) on submission to cotmoc_app;

-- The cells to fill, fixed when the report is begun.
create table submission_cell (
    tenant_id      text    not null,
    submission_id  uuid    not null,
    cell           integer not null, -- 1, 2, … in the form's order
    indicator_code text    not null,
    area_id        uuid    not null,
    subgroup       text    not null,
    period         text    not null, -- the report's, or the year to date
    calendar       text    not null, -- its form's
    constraint submission_cell_pk primary key (tenant_id, submission_id, cell)
);
select shard_by_tenant('submission_cell');
alter table submission_cell
    add constraint submission_cell_submission_fk foreign key (tenant_id, submission_id)
        references submission (tenant_id, submission_id);
alter table submission_cell
    add constraint submission_cell_indicator_fk foreign key (tenant_id, indicator_code)
        references indicator (tenant_id, code);
alter table submission_cell
    add constraint submission_cell_area_fk foreign key (tenant_id, area_id) references area (tenant_id, area_id);
create index submission_cell_of_series on submission_cell (tenant_id, indicator_code, area_id, subgroup, period);
select fence_by_tenant('submission_cell');
grant select, insert on submission_cell to cotmoc_app;

-- What was written into a cell. The newest entry counts; one without amount and without a reason empties the cell.
create table submission_entry (
    tenant_id       text           not null,
    submission_id   uuid           not null,
    cell            integer        not null,
    entry           integer        not null, -- 1, 2, … of that cell
    status          text           not null, -- of the figure: outturn, estimated, preliminary, official, revised
    amount          numeric(20, 6),          -- in the indicator's unit
    reported_amount numeric(30, 12),         -- as written, where it was converted exactly
    reported_unit   text,
    missing         text,                    -- why there is no figure; never beside an amount
    note            text,
    recorded_at     timestamptz    not null,
    recorded_by     text           not null,
    constraint submission_entry_pk primary key (tenant_id, submission_id, cell, entry)
);
select shard_by_tenant('submission_entry');
alter table submission_entry
    add constraint submission_entry_cell_fk foreign key (tenant_id, submission_id, cell)
        references submission_cell (tenant_id, submission_id, cell);
select fence_by_tenant('submission_entry');
grant select, insert on submission_entry to cotmoc_app;

-- Which vintage an approved entry became.
create table submission_figure (
    tenant_id      text    not null,
    observation_id uuid    not null,
    submission_id  uuid    not null,
    cell           integer not null,
    entry          integer not null,
    constraint submission_figure_pk primary key (tenant_id, observation_id),
    constraint submission_figure_uk unique (tenant_id, submission_id, cell, entry)
);
select shard_by_tenant('submission_figure');
alter table submission_figure
    add constraint submission_figure_entry_fk foreign key (tenant_id, submission_id, cell, entry)
        references submission_entry (tenant_id, submission_id, cell, entry);
alter table submission_figure
    add constraint submission_figure_observation_fk foreign key (tenant_id, observation_id)
        references observation (tenant_id, observation_id);
select fence_by_tenant('submission_figure');
grant select, insert on submission_figure to cotmoc_app;

create table submission_step (
    tenant_id     text        not null,
    submission_id uuid        not null,
    step          integer     not null, -- 1, 2, …
    status        text        not null,
    comment       text,                 -- always of returned and unlocked
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    constraint submission_step_pk primary key (tenant_id, submission_id, step)
);
select shard_by_tenant('submission_step');
alter table submission_step
    add constraint submission_step_submission_fk foreign key (tenant_id, submission_id)
        references submission (tenant_id, submission_id);
select fence_by_tenant('submission_step');
grant select, insert on submission_step to cotmoc_app;

-- What somebody should know: a user, a unit's members, or everyone of a role.
create table notification (
    tenant_id       text        not null,
    notification_id uuid        not null, -- in the order in which they were made
    cause           text        not null, -- what it is about, so that nobody is told twice
    recipient_kind  text        not null, -- user, unit, role
    recipient       text        not null, -- user name, unit's id or role
    kind            text        not null, -- e.g. report-due
    facts           text        not null, -- JSON object of texts for the sentence
    made_at         timestamptz not null,
    constraint notification_pk primary key (tenant_id, notification_id),
    constraint notification_once unique (tenant_id, recipient_kind, recipient, cause)
);
select shard_by_tenant('notification');
select fence_by_tenant('notification');
grant select, insert on notification to cotmoc_app;

create table notification_read (
    tenant_id       text        not null,
    notification_id uuid        not null,
    username        text        not null,
    read_at         timestamptz not null,
    constraint notification_read_pk primary key (tenant_id, notification_id, username)
);
select shard_by_tenant('notification_read');
alter table notification_read
    add constraint notification_read_notification_fk foreign key (tenant_id, notification_id)
        references notification (tenant_id, notification_id);
select fence_by_tenant('notification_read');
grant select, insert on notification_read to cotmoc_app;

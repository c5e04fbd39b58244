-- A filled-in sheet that was uploaded for a report: read row by row, and stored into the report once somebody confirmed it.
create table sheet_import (
    tenant_id          text        not null,
    import_id          uuid        not null,
    submission_id      uuid        not null,
    submission_version integer     not null, -- the report's when the sheet was made
    language           text        not null, -- vi, en: in which its texts are read
    name               text        not null, -- of the file, made safe
    sha256             text        not null, -- of the file, lower-case hexadecimal
    status             text        not null, -- reading, read, refused, confirmed
    rows_found         integer     not null, -- in the file, its header among them
    rows_read          integer     not null, -- of these, until now
    fault              text,                 -- why it was refused: JSON like a row's faults
    became             integer,              -- the report's version after the confirmation
    heard_at           timestamptz not null, -- when its reader last said something
    recorded_at        timestamptz not null,
    recorded_by        text        not null,
    constraint sheet_import_pk primary key (tenant_id, import_id)
);
select shard_by_tenant('sheet_import');
alter table sheet_import
    add constraint sheet_import_submission_fk foreign key (tenant_id, submission_id)
        references submission (tenant_id, submission_id);
create index sheet_import_of_submission on sheet_import (tenant_id, submission_id);
select fence_by_tenant('sheet_import');
grant select, insert on sheet_import to cotmoc_app;
grant update (status, rows_read, fault, became, heard_at) on sheet_import to cotmoc_app;

-- Its rows that say something, as they were read. Nothing of them is in the report before the confirmation.
create table sheet_row (
    tenant_id text    not null,
    import_id uuid    not null,
    row       integer not null, -- as spreadsheets count them
    cell      integer,          -- of the report; empty where the row does not tell
    texts     text    not null, -- JSON array, what stands in each column
    status    text,             -- of the figure: outturn, estimated, preliminary, official, revised
    amount    numeric(20, 6),   -- in the unit
    unit      text,
    missing   text,
    note      text,
    faults    text,             -- JSON array of {at, code, facts}; empty where the row is right
    doubtful  boolean not null, -- its amount must be confirmed
    accepted  boolean not null, -- it went into the report
    constraint sheet_row_pk primary key (tenant_id, import_id, row)
);
select shard_by_tenant('sheet_row');
alter table sheet_row
    add constraint sheet_row_import_fk foreign key (tenant_id, import_id) references sheet_import (tenant_id, import_id);
select fence_by_tenant('sheet_row');
grant select, insert on sheet_row to cotmoc_app;
grant update (accepted) on sheet_row to cotmoc_app;

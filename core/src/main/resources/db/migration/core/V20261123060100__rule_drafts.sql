-- Rule sets that a province (or the ministry, in its own workspace) writes itself: from a draft that several people work on to a
-- release that holds from a day on. Nothing here is code: a model is the structured JSON that rules are emitted from.
create table rule_draft (
    tenant_id   text        not null,
    draft_id    uuid        not null, -- in the order in which they were opened
    rule_set_id text        not null, -- e.g. lao-cai-dau-tu; the set that it is to become a version of
    set_version text        not null, -- 1, 2, …: the one that it is to become
    based_on    text        not null, -- the hash of the set that it began as
    status      text        not null, -- draft, proposed, approved, released, withdrawn
    revision    integer     not null, -- the newest of its texts
    version     integer     not null, -- 1, 2, … of its text or status, whichever changed
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint rule_draft_pk primary key (tenant_id, draft_id)
);
select shard_by_tenant('rule_draft');
create unique index rule_draft_open_uk on rule_draft (tenant_id, rule_set_id) where status in ('draft', 'proposed', 'approved');
select fence_by_tenant('rule_draft');
grant select, insert on rule_draft to cotmoc_app;
grant update (status, revision, version) on rule_draft to cotmoc_app;

-- Every text of a draft that somebody saved.
create table rule_draft_revision (
    tenant_id   text        not null,
    draft_id    uuid        not null,
    revision    integer     not null, -- 1, 2, …
    model       text        not null, -- JSON as its author left it, perhaps unfinished
    cases       text        not null, -- test cases, a JSON array
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint rule_draft_revision_pk primary key (tenant_id, draft_id, revision)
);
select shard_by_tenant('rule_draft_revision');
alter table rule_draft_revision
    add constraint rule_draft_revision_draft_fk foreign key (tenant_id, draft_id) references rule_draft (tenant_id, draft_id);
select fence_by_tenant('rule_draft_revision');
grant select, insert on rule_draft_revision to cotmoc_app;

-- What became of a draft.
create table rule_draft_step (
    tenant_id   text        not null,
    draft_id    uuid        not null,
    number      integer     not null, -- 1, 2, …
    status      text        not null, -- what it made of the draft
    revision    integer     not null, -- of which text
    comment     text,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint rule_draft_step_pk primary key (tenant_id, draft_id, number)
);
select shard_by_tenant('rule_draft_step');
alter table rule_draft_step
    add constraint rule_draft_step_draft_fk foreign key (tenant_id, draft_id) references rule_draft (tenant_id, draft_id);
select fence_by_tenant('rule_draft_step');
grant select, insert on rule_draft_step to cotmoc_app;

-- Which version of a set holds from which day on; of several days that have come the last one, and of one day the newest. Rolling
-- back is releasing an earlier version again.
create table rule_release (
    tenant_id   text        not null,
    release_id  uuid        not null, -- in the order in which they were recorded
    rule_set_id text        not null,
    number      integer     not null, -- 1, 2, … of that set
    set_version text        not null,
    sha256      text        not null,
    valid_from  date        not null,
    draft_id    uuid,                 -- null where an earlier version was released again
    reason      text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint rule_release_pk primary key (tenant_id, release_id),
    constraint rule_release_number_uk unique (tenant_id, rule_set_id, number)
);
select shard_by_tenant('rule_release');
alter table rule_release
    add constraint rule_release_rule_set_fk foreign key (tenant_id, sha256) references rule_set (tenant_id, sha256);
alter table rule_release
    add constraint rule_release_draft_fk foreign key (tenant_id, draft_id) references rule_draft (tenant_id, draft_id);
select fence_by_tenant('rule_release');
grant select, insert on rule_release to cotmoc_app;

-- Who chose a set that is released follows its versions, unless it is pinned to the one that was chosen.
alter table rule_choice
    add column followed_id text; -- the set whose releases are followed; null: the hash holds, whatever is released

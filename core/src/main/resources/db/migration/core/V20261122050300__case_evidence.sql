-- Files that prove an explanation.
alter table evidence
    add column case_id uuid;
alter table evidence
    drop constraint evidence_about;
alter table evidence
    add constraint evidence_about check (num_nonnulls(observation_id, instrument_id, case_id) = 1);
alter table evidence
    add constraint evidence_of_case_uk unique (tenant_id, case_id, sha256);
alter table evidence
    add constraint evidence_case_fk foreign key (tenant_id, case_id) references flag_case (tenant_id, case_id);

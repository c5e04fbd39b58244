-- A run may go on from the one before it: it keeps only what it found to be otherwise. What holds in a run is of each target the
-- newest finding of its whole run and of the steps since, up to it.
alter table scorecard
    add column whole_id          uuid,    -- the run that all targets were found in; its own where that is itself
    add column step              integer, -- 0 for a whole run, then 1, 2, … of those that go on from it
    add column thresholds        text,    -- identifiers of those in force, comma-separated; null in runs that none can go on from
    add column features          integer, -- version of the code that computed facts from figures; null likewise
    add column exceeded          integer,
    add column met               integer,
    add column nearly_met        integer,
    add column missed            integer,
    add column on_track          integer,
    add column behind            integer,
    add column at_risk           integer,
    add column insufficient_data integer;
do
$$
    declare
        province text;
    begin
        for province in select tenant_id from tenant
            loop
                perform set_tenant(province);
                update scorecard
                set whole_id          = scorecard.scorecard_id,
                    step              = 0,
                    exceeded          = counted.exceeded,
                    met               = counted.met,
                    nearly_met        = counted.nearly_met,
                    missed            = counted.missed,
                    on_track          = counted.on_track,
                    behind            = counted.behind,
                    at_risk           = counted.at_risk,
                    insufficient_data = counted.insufficient_data
                from (select run.scorecard_id,
                             count(*) filter (where finding.rating = 'exceeded')          as exceeded,
                             count(*) filter (where finding.rating = 'met')               as met,
                             count(*) filter (where finding.rating = 'nearly-met')        as nearly_met,
                             count(*) filter (where finding.rating = 'missed')            as missed,
                             count(*) filter (where finding.rating = 'on-track')          as on_track,
                             count(*) filter (where finding.rating = 'behind')            as behind,
                             count(*) filter (where finding.rating = 'at-risk')           as at_risk,
                             count(*) filter (where finding.rating = 'insufficient-data') as insufficient_data
                      from scorecard run
                               left join finding
                                         on finding.tenant_id = run.tenant_id and finding.scorecard_id = run.scorecard_id
                      where run.tenant_id = province
                      group by run.scorecard_id) counted
                where scorecard.tenant_id = province
                  and scorecard.scorecard_id = counted.scorecard_id;
                update rescoring set touched = null where rescoring.tenant_id = province;
            end loop;
    end
$$;
comment on column rescoring.touched is 'figures that changed since the newest try began, each CODE@area, with its comma; null: anything may have';
alter table scorecard
    alter column whole_id set not null,
    alter column step set not null,
    alter column exceeded set not null,
    alter column met set not null,
    alter column nearly_met set not null,
    alter column missed set not null,
    alter column on_track set not null,
    alter column behind set not null,
    alter column at_risk set not null,
    alter column insufficient_data set not null;
alter table scorecard
    add constraint scorecard_step_uk unique (tenant_id, whole_id, step);
alter table scorecard
    add constraint scorecard_whole_fk foreign key (tenant_id, whole_id) references scorecard (tenant_id, scorecard_id);

-- Other cut points are laid against what is kept beside a finding; its record is then the one it was drawn from, under those of
-- the run, and is not written again.
alter table finding
    alter column record drop not null,
    add column undecided text, -- what no cut point changes, exact; null in findings of runs that none can go on from
    add column fired     text, -- the rules that matched, comma-separated; null where the record says it
    add column record_in uuid; -- the run whose record it was drawn from; null where it has its own
alter table finding
    add constraint finding_record check ((record is null) = (record_in is not null)),
    add constraint finding_drawn check (record is not null or (fired is not null and undecided is not null));
-- Records out of the way of those who only count and compare.
alter table finding
    set (toast_tuple_target = 128);

-- The run whose flags the cases have followed.
alter table rescoring
    add column followed_id uuid;
alter table rescoring
    add constraint rescoring_followed_fk foreign key (tenant_id, followed_id)
        references scorecard (tenant_id, scorecard_id);
grant update (followed_id) on rescoring to cotmoc_app;

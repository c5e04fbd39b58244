-- What holds in a run is looked for from the last step that kept all targets, so that it never takes more than twice as many.
alter table scorecard
    add column since_step integer, -- from which step on the newest finding of each target holds in this run
    add column kept_since integer; -- findings of the steps after it, this one's among them
do
$$
    declare
        province text;
    begin
        for province in select tenant_id from tenant
            loop
                perform set_tenant(province);
                update scorecard
                set since_step = 0,
                    kept_since = (select count(*)
                                  from scorecard step
                                           join finding on finding.tenant_id = step.tenant_id
                                      and finding.scorecard_id = step.scorecard_id
                                  where step.tenant_id = province
                                    and finding.tenant_id = province
                                    and step.whole_id = scorecard.whole_id
                                    and step.step between 1 and scorecard.step)
                where scorecard.tenant_id = province;
            end loop;
    end
$$;
alter table scorecard
    alter column since_step set not null,
    alter column kept_since set not null;

-- A province's change of cut points writes a hundred thousand findings at once, and two look-ups a row were half of that time. Who
-- writes them has read their targets and made their run in the same transaction; neither is ever deleted.
alter table finding
    drop constraint finding_scorecard_fk;
alter table finding
    drop constraint finding_target_fk;

-- A province has several plans of a period: socio-economic, digital transformation, budget estimate. Only the same title in the
-- same period is one too many, whatever its capitals and the blanks around it.
alter table plan
    drop constraint plan_period_uk;
create unique index plan_title_uk on plan (tenant_id, period, lower(btrim(title)));

-- Which of a period's plans a published run is of, and what it is called: the ministry cannot look it up.
alter table published_plan
    add column plan_id    uuid,
    add column plan_title text;
do
$$
    declare
        province text;
    begin
        for province in select tenant_id from tenant
            loop
                perform set_tenant(province);
                update published_plan
                set plan_id    = plan.plan_id,
                    plan_title = plan.title
                from scorecard
                         join plan on plan.tenant_id = scorecard.tenant_id and plan.plan_id = scorecard.plan_id
                where published_plan.tenant_id = province
                  and scorecard.tenant_id = province
                  and plan.tenant_id = province
                  and scorecard.scorecard_id = published_plan.scorecard_id;
            end loop;
    end
$$;
alter table published_plan
    alter column plan_id set not null,
    alter column plan_title set not null;

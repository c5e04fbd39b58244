-- The province's own area stays one through mergers and new names, for its figures and plans are its own throughout. What it was
-- called until then, and the other provinces that became it, are areas that ended.
alter table area
    add column was_id uuid; -- of a former name and code: the area that bore them; else null
alter table area
    add constraint area_was_fk foreign key (tenant_id, was_id) references area (tenant_id, area_id);
create index area_was on area (tenant_id, was_id);
grant update (name, code) on area to cotmoc_app; -- of the province's own area

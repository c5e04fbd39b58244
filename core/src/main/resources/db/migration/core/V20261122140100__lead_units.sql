-- Which unit of the province leads an indicator, e.g. STC; null while nobody was named. The code of a unit never changes.
alter table indicator
    add column lead_unit text;
alter table indicator
    add constraint indicator_lead_unit_fk foreign key (tenant_id, lead_unit) references unit (tenant_id, code);

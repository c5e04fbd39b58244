-- Another indicator of the province that is reported more often and hints at how this one goes, e.g. IIP by month for GRDP growth
-- by year; null while none is linked. It is shown beside a target and never scored.
alter table indicator
    add column proxy_code text;
alter table indicator
    add constraint indicator_proxy_fk foreign key (tenant_id, proxy_code) references indicator (tenant_id, code);

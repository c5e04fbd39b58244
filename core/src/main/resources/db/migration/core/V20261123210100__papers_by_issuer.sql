-- Two communes number their papers alike on one day: a paper is one by its issuer, number and day.
drop index instrument_uk;
create unique index instrument_uk on instrument (tenant_id, visible(number), issued_on, visible(issuer));

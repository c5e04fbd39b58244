-- How a province reads what the words of aims leave open; rows from before read them as it was.
alter table threshold
    add column range_met     text not null default 'or-better', -- or inside: beyond its better end a range is not met
    add column ceiling_index text not null default 'two-minus'; -- 2 - A/T; or inverse: T/A
alter table threshold
    add constraint threshold_range_met check (range_met in ('or-better', 'inside')),
    add constraint threshold_ceiling_index check (ceiling_index in ('two-minus', 'inverse'));

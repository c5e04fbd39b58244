-- A target that was added to a plan which had been adopted counts from the day on which that was decided.
alter table target add column counts_from date; -- null from the plan's beginning
grant update (counts_from) on target to cotmoc_app; -- with the day of the paper that it was taken from

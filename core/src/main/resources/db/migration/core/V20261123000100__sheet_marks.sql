-- Some of what is said of a row is known only once the whole sheet is read: that its key comes twice, and how its figure goes
-- together with the others of the report.
alter table sheet_row add column warnings text; -- JSON array of {at, code, facts}, of what is no hindrance; empty where there is none
grant update (faults, warnings, doubtful) on sheet_row to cotmoc_app;

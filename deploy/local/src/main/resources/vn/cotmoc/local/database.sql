-- Run by the superuser inside database cotmoc, after roles.sql; repeating it is harmless.
revoke all on database cotmoc from public;
grant connect on database cotmoc to cotmoc_app, cotmoc_ministry, cotmoc_relay;
alter schema public owner to cotmoc_owner;
revoke create on schema public from public;
grant usage on schema public to cotmoc_app, cotmoc_ministry, cotmoc_relay;

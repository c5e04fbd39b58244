-- What is good for days only does not stay for years: events that everybody was told of long ago, and answers to calls that nobody
-- sends again. Nothing else that a province has is ever deleted by the application.
grant delete on outbox to cotmoc_app;
grant delete on idempotent_reply to cotmoc_app;

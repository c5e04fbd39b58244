-- What holds in a long chain of steps is kept once more in the newest, by nobody who waits for it: from then on it holds all.
grant update (since_step, kept_since) on scorecard to cotmoc_app;

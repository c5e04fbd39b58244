-- What the nation expects of its rule sets goes with them: a province that extends one begins with its test cases.
alter table national_release
    add column cases text; -- test cases, a JSON array; null of earlier releases, and where an earlier version was released again

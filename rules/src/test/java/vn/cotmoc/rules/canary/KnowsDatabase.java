package vn.cotmoc.rules.canary;

import java.sql.Connection;

abstract class KnowsDatabase {
    abstract Connection connection();
}

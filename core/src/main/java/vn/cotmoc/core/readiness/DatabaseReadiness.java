package vn.cotmoc.core.readiness;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** The database answers under the app's role. */
@Singleton
class DatabaseReadiness implements ReadinessCheck {

    private final DSLContext sql;

    DatabaseReadiness(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String property() {
        return "datasources.default.url";
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> fault() {
        try {
            sql.selectOne().execute();
            return Optional.empty();
        } catch (DataAccessException unreachable) {
            return Optional.of("The database does not answer.");
        }
    }
}

package vn.cotmoc.core.rulesets;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Every choice of the province; versions are only ever added. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RuleChoiceStore extends GenericRepository<RuleChoiceRow, UUID> {

    RuleChoiceRow save(RuleChoiceRow row);

    List<RuleChoiceRow> findAll();
}

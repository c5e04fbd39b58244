package vn.cotmoc.rules.decisiontables;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A rule set as people edit it: one decision table. Words and numbers only; nothing in it is ever run.
 *
 * @param id lower-case and hyphenated, e.g. {@code national-default}
 * @param version one to three numbers, e.g. {@code 1.0.0}
 * @param columns the facts asked, each once
 * @param rows in the order in which they are asked
 */
public record RuleModel(String id, String version, HitPolicy hit, List<Fact> columns, List<Row> rows) {

    public static final int MOST_ROWS = 200;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,2}");

    public RuleModel {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "The id \"%s\" must be 1..60 lower-case letters, digits and hyphens.".formatted(id));
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "The version \"%s\" must be one to three numbers, e.g. 1.0.0.".formatted(version));
        }
        if (columns.isEmpty() || Set.copyOf(columns).size() < columns.size()) {
            throw new IllegalArgumentException("The table must have columns, each once; it has %s.".formatted(columns));
        }
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException(
                    "The table has %d rows; it must have 1..%d.".formatted(rows.size(), MOST_ROWS));
        }
        Set<String> rules = new HashSet<>();
        for (Row row : rows) {
            if (!rules.add(row.rule())) {
                throw new IllegalArgumentException("Two rows are called %s.".formatted(row.rule()));
            }
            if (row.when().size() != columns.size()) {
                throw new IllegalArgumentException("Rule %s has %d conditions; the table has %d columns."
                        .formatted(row.rule(), row.when().size(), columns.size()));
            }
        }
    }
}

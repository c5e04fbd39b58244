package vn.cotmoc.rules.decisiontables;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Points;
import vn.cotmoc.core.scoring.RollUpRule;
import vn.cotmoc.core.scoring.RuleSet.About;
import vn.cotmoc.core.scoring.RuleSet.Sentence;

/**
 * A rule set as people edit it: one decision table that rates, alerts beside it, what ratings are worth and how they are put
 * together. Words and numbers only; nothing in it is ever run.
 *
 * @param id lower-case and hyphenated, e.g. {@code national-default}
 * @param version one to three numbers, e.g. {@code 1.0.0}
 * @param engine the name of the one that runs it, e.g. {@link #DEFAULT_ENGINE}
 * @param columns the facts asked, each once
 * @param rows in the order in which they are asked
 * @param alerts in the order in which they are asked; their flags are not raised by the table
 * @param about null where its author said nothing
 * @param points what a verdict is worth
 * @param rollUp how targets are put together
 * @param allows what is meant though it looks like a mistake, each once
 */
public record RuleModel(
        String id,
        String version,
        String engine,
        HitPolicy hit,
        List<Fact> columns,
        List<Row> rows,
        List<Alert> alerts,
        @Nullable About about,
        Points points,
        RollUpRule rollUp,
        List<Allowance> allows) {

    public static final String DEFAULT_ENGINE = "drools";

    public static final int MOST_ROWS = 200;
    public static final int MOST_ALERTS = 50;

    /** As core has it. */
    public static final int MOST_GRADES = 10;

    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_TEXT = 1000;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,2}");

    public RuleModel {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        alerts = List.copyOf(alerts);
        allows = allows.stream().sorted().toList();
        if (Set.copyOf(allows).size() < allows.size()) {
            throw new IllegalArgumentException("The rule set allows something twice: %s.".formatted(allows));
        }
        if (!isId(id)) {
            throw new IllegalArgumentException(
                    "The id \"%s\" must be 1..60 lower-case letters, digits and hyphens.".formatted(id));
        }
        if (!isVersion(version)) {
            throw new IllegalArgumentException(
                    "The version \"%s\" must be one to three numbers, e.g. 1.0.0.".formatted(version));
        }
        Row.code("engine", engine);
        if (columns.isEmpty() || Set.copyOf(columns).size() < columns.size()) {
            throw new IllegalArgumentException("The table must have columns, each once; it has %s.".formatted(columns));
        }
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException(
                    "The table has %d rows; it must have 1..%d.".formatted(rows.size(), MOST_ROWS));
        }
        if (alerts.size() > MOST_ALERTS) {
            throw new IllegalArgumentException(
                    "There are %d alerts; at most %d are allowed.".formatted(alerts.size(), MOST_ALERTS));
        }
        Set<String> rules = new HashSet<>();
        Stream.concat(rows.stream().map(Row::rule), alerts.stream().map(Alert::rule))
                .filter(rule -> !rules.add(rule))
                .findFirst()
                .ifPresent(twice -> {
                    throw new IllegalArgumentException("Two rules are called %s.".formatted(twice));
                });
        Set<String> raised = rows.stream()
                .flatMap(row -> row.flags().stream())
                .map(Flag::code)
                .collect(Collectors.toSet());
        for (Alert alert : alerts) {
            if (raised.contains(alert.flag().code())) {
                throw new IllegalArgumentException("The alert %s raises %s, which the table raises already."
                        .formatted(alert.rule(), alert.flag().code()));
            }
        }
        for (Row row : rows) {
            if (row.when().size() != columns.size()) {
                throw new IllegalArgumentException("Rule %s has %d conditions; the table has %d columns."
                        .formatted(row.rule(), row.when().size(), columns.size()));
            }
        }
        if (about != null) {
            plain(about.name(), LONGEST_NAME);
            plain(about.says(), LONGEST_TEXT);
            plain(about.source(), LONGEST_TEXT);
        }
        if (rollUp instanceof RollUpRule.Grades(List<RollUpRule.Grade> grades)) {
            for (RollUpRule.Grade grade : grades) {
                Row.code("grade", grade.code());
                plain(grade.name(), LONGEST_NAME);
            }
        }
    }

    /** A table and alerts alone: points of the ratings, and their mean. */
    public RuleModel(
            String id,
            String version,
            String engine,
            HitPolicy hit,
            List<Fact> columns,
            List<Row> rows,
            List<Alert> alerts) {
        this(
                id,
                version,
                engine,
                hit,
                columns,
                rows,
                alerts,
                null,
                new Points.OfRating(),
                new RollUpRule.Mean(),
                List.of());
    }

    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    public static boolean isVersion(String version) {
        return VERSION.matcher(version).matches();
    }

    private static void plain(Sentence text, int longest) {
        Placeholder.plain(text.vi(), longest);
        Placeholder.plain(text.en(), longest);
    }
}

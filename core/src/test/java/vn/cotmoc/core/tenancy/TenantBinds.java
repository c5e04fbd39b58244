package vn.cotmoc.core.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a statement as the database gets it and tells which tenant tables it touches without naming the tenant: a row that is
 * written has the column, a row that is read, changed or deleted has {@code tenant_id = ?} for its own table. A join by
 * {@code tenant_id} alone does not do.
 */
final class TenantBinds {

    private static final Set<String> NO_ALIASES = Set.of(
            "as",
            "on",
            "where",
            "join",
            "left",
            "right",
            "inner",
            "outer",
            "full",
            "cross",
            "natural",
            "order",
            "group",
            "limit",
            "offset",
            "union",
            "set",
            "values",
            "select",
            "returning",
            "for",
            "having",
            "using",
            "window",
            "fetch",
            "default",
            "lateral",
            "except",
            "intersect");

    private TenantBinds() {}

    /** The tables in the order of the statement; one that is named twice needs two binds. */
    static List<String> missing(String statement, Set<String> tenantTables) {
        String sql = statement
                .replace("\"", "")
                .replaceAll("--[^\n]*", " ")
                .replaceAll("'[^']*'", "''")
                .replaceAll("\\s+", " ")
                .replace("public.", "")
                .toLowerCase(Locale.ROOT);
        List<Reference> references = references(sql, tenantTables);
        List<String> missing = new ArrayList<>();
        for (Reference reference : references) {
            boolean bound = reference.written()
                    ? reference.columns().contains("tenant_id")
                    : binds(sql, reference, references) >= sameName(reference, references);
            if (!bound) {
                missing.add(reference.table());
            }
        }
        return missing;
    }

    /** @param columns of an insert */
    private record Reference(String table, String name, boolean written, List<String> columns) {}

    private static List<Reference> references(String sql, Set<String> tenantTables) {
        List<Reference> references = new ArrayList<>();
        Matcher words = Pattern.compile("(?<![\\w.])(" + String.join("|", tenantTables) + ")(?![\\w.])")
                .matcher(sql);
        for (MatchResult word : words.results().toList()) {
            String before = sql.substring(0, word.start());
            String after = sql.substring(word.end()).stripLeading();
            boolean isTable = before.matches("(?s).*(\\bfrom|\\bjoin|\\bupdate|\\binto|,|\\bonly) $");
            if (isTable && !isColumnOfAList(before)) {
                boolean written = before.endsWith("into ");
                references.add(new Reference(
                        word.group(), alias(after, word.group()), written, written ? columns(after) : List.of()));
            }
        }
        return references;
    }

    /** After a comma it is a table only behind {@code from}; before that it is a column with a table's name. */
    private static boolean isColumnOfAList(String before) {
        if (!before.endsWith(", ")) {
            return false;
        }
        return Math.max(before.lastIndexOf("select "), before.lastIndexOf("(")) > before.lastIndexOf("from ");
    }

    private static String alias(String after, String table) {
        Matcher alias = Pattern.compile("^(?:as )?(\\w+)").matcher(after);
        return alias.find() && !NO_ALIASES.contains(alias.group(1)) ? alias.group(1) : table;
    }

    private static List<String> columns(String after) {
        int open = after.indexOf('(');
        int close = after.indexOf(')');
        return open < 0 || close < open
                ? List.of()
                : List.of(after.substring(open + 1, close).strip().split(" ?, ?"));
    }

    private static long binds(String sql, Reference reference, List<Reference> references) {
        long qualified = count("(?<![\\w.])" + Pattern.quote(reference.name()) + "\\.tenant_id = \\?", sql);
        boolean alone = references.stream().filter(one -> !one.written()).count() == 1;
        return alone ? qualified + count("(?<![\\w.])tenant_id = \\?", sql) : qualified;
    }

    private static long count(String pattern, String sql) {
        return Pattern.compile(pattern).matcher(sql).results().count();
    }

    private static long sameName(Reference reference, List<Reference> references) {
        return references.stream()
                .filter(one -> !one.written() && one.name().equals(reference.name()))
                .count();
    }
}

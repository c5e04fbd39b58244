package vn.cotmoc.core.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a migration as a text and tells where it leaves the rules that keep the tables fit for being sharded: what the database
 * itself would not refuse, and what would be seen too late in it.
 */
final class MigrationFiles {

    private static final Pattern TABLE = Pattern.compile("create (?:unlogged )?table (?:if not exists )?(\\w+) ?\\(");
    private static final Pattern FOREIGN_KEY = Pattern.compile("alter table (\\w+) add constraint \\w+ foreign key");

    private MigrationFiles() {}

    /** Sentences, each with the table or the words it is about; none when all is well. */
    static List<String> faults(String migration) {
        String sql = plain(migration);
        List<String> faults = new ArrayList<>();
        forbid(sql, "create (or replace )?(constraint )?trigger", "a trigger", faults);
        forbid(sql, "\\bset_config ?\\(", "set_config, which Citus does not propagate", faults);
        forbid(sql, "on delete set (null|default)", "on delete set null", faults);
        forbid(sql, "\\bmerge into\\b", "merge", faults);
        forbid(sql, "security definer", "security definer", faults);
        forbid(
                sql,
                "default (now|gen_random_uuid|uuidv7|uuidv4|random|clock_timestamp|nextval|statement_timestamp) ?\\(",
                "a volatile default",
                faults);
        forbid(sql, "default current_\\w+", "a volatile default", faults);
        forbid(sql, "\\b(small|big)?serial\\b", "serial", faults);
        forbid(sql, "\\bnumeric\\b(?! ?\\()", "numeric without digits", faults);
        forbid(
                sql,
                "\\b(timestamp|timestamp without time zone)\\b(?! with time zone)",
                "a time without its zone",
                faults);
        tables(sql, faults);
        namedConstraints(sql, faults);
        return faults;
    }

    private static void tables(String sql, List<String> faults) {
        Matcher tables = TABLE.matcher(sql);
        while (tables.find()) {
            String name = tables.group(1);
            String columns = inside(sql, tables.end() - 1);
            if (columns.contains("references ") || columns.contains("foreign key")) {
                faults.add(name + ": a foreign key inside create table");
            }
            if (!columns.contains("constraint %s_pk primary key (".formatted(name))) {
                faults.add(name + ": no primary key named %s_pk".formatted(name));
            }
            order(sql, name, tables.start(), columns, faults);
        }
    }

    /** Key, then distribution, then foreign keys, then the fence, then grants. */
    private static void order(String sql, String name, int made, String columns, List<String> faults) {
        int sharded = sql.indexOf("select shard_by_tenant('%s')".formatted(name));
        int replicated = sql.indexOf("select replicate_everywhere('%s')".formatted(name));
        int kept = sql.indexOf("select keep_on_coordinator('%s')".formatted(name));
        int spread = Math.max(kept, Math.max(sharded, replicated));
        int fenced = sql.indexOf("select fence_by_tenant('%s')".formatted(name));
        if (spread < made) {
            faults.add(
                    name + ": neither shard_by_tenant, replicate_everywhere nor keep_on_coordinator after it is made");
        }
        if (sharded >= 0 && !columns.strip().startsWith("tenant_id text not null,")) {
            faults.add(name + ": tenant_id is not its first column");
        }
        if (sharded >= 0 && fenced < spread) {
            faults.add(name + ": not fenced after it is sharded");
        }
        if (Math.max(replicated, kept) >= 0 && fenced >= 0) {
            faults.add(name + ": shared by all, but fenced");
        }
        FOREIGN_KEY
                .matcher(sql)
                .results()
                .filter(key -> key.group(1).equals(name))
                .forEach(key -> {
                    if (key.start() < spread || sharded >= 0 && key.start() > fenced) {
                        faults.add(name + ": a foreign key before the table is distributed or after it is fenced");
                    }
                });
        for (MatchResult grant : Pattern.compile("grant [\\w, ]+ on (?:table )?" + name + " to")
                .matcher(sql)
                .results()
                .toList()) {
            if (sharded >= 0 && grant.start() < fenced) {
                faults.add(name + ": granted before it is fenced");
            }
        }
    }

    private static void namedConstraints(String sql, List<String> faults) {
        Pattern constraint = Pattern.compile(
                "(constraint \\w+ )?\\b(primary key ?\\(|foreign key ?\\(|unique (?:nulls not distinct )?\\(|check ?\\((?!tenant_id = current_setting))");
        constraint
                .matcher(sql)
                .results()
                .filter(found -> found.group(1) == null)
                .forEach(found -> {
                    // `with check (…)` belongs to a policy.
                    boolean ofPolicy = sql.substring(0, found.start()).endsWith("with ");
                    if (!ofPolicy) {
                        faults.add("a constraint without a name: " + around(sql, found));
                    }
                });
        forbid(sql, "\\w+ (primary key|unique)(,| not null|\\))", "a constraint without a name", faults);
    }

    private static void forbid(String sql, String pattern, String what, List<String> faults) {
        Pattern.compile(pattern).matcher(sql).results().forEach(found -> faults.add(what + ": " + around(sql, found)));
    }

    private static String around(String sql, MatchResult found) {
        return sql.substring(Math.max(0, found.start() - 20), Math.min(sql.length(), found.end() + 20));
    }

    /** Without comments and what stands in quotes of a function's body, in lower case and with single blanks. */
    private static String plain(String migration) {
        return migration.replaceAll("--[^\n]*", " ").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static String inside(String sql, int open) {
        int depth = 0;
        for (int i = open; i < sql.length(); i++) {
            depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return sql.substring(open + 1, i);
            }
        }
        throw new IllegalArgumentException("A bracket is never closed: " + sql.substring(open));
    }
}

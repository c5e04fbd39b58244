package vn.cotmoc.tenants.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.cotmoc.tenants.Database;

/**
 * The rules every table keeps, read from PostgreSQL's own catalogue: a new table joins by itself. Each rule is also shown a
 * table that breaks it.
 */
class FencedTablesIT {

    private static final String TENANT_TABLES = """
            select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
              and c.relname not in ('tenant', 'opening') -- shared by all provinces
            """;

    private static final String UNFENCED = """
            select t.relname from (%s) t
            where not t.relrowsecurity or not t.relforcerowsecurity or not exists (
                select from pg_policy p
                where p.polrelid = t.oid and p.polname = 'own_province' and p.polcmd = '*' and p.polroles = '{0}'
                  and p.polpermissive
                  and pg_get_expr(p.polqual, t.oid) = '(tenant_id = current_setting(''cotmoc.tenant''::text, true))'
                  and pg_get_expr(p.polwithcheck, t.oid) = '(tenant_id = current_setting(''cotmoc.tenant''::text, true))')
            """.formatted(TENANT_TABLES);

    /**
     * Every other policy lets one role read, and that role is not the application's: the ministry what is published, the relay the
     * outbox.
     */
    private static final String OTHER_WAYS_IN = """
            select c.relname || '.' || p.polname
            from pg_policy p
            join pg_class c on c.oid = p.polrelid
            where p.polname <> 'own_province' and c.relname not in ('national_release', 'national_threshold')
              and (p.polcmd <> 'r'
                   or (p.polroles <> array ['cotmoc_ministry'::regrole::oid] or c.relname !~ '^published_' and c.relname <> 'rule_impact')
                      and (p.polroles <> array ['cotmoc_relay'::regrole::oid] or c.relname <> 'outbox'))
            """;

    /** Primary, unique and foreign keys between tenant tables begin with tenant_id. */
    private static final String KEYS_NOT_BY_TENANT = """
            select k.conname
            from pg_constraint k
            join (%1$s) t on t.oid = k.conrelid
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
            where a.attname <> 'tenant_id'
              and (k.contype in ('p', 'u') or k.contype = 'f' and k.confrelid in (select oid from (%1$s) tenant_table))
            """.formatted(TENANT_TABLES);

    private static final String INDEXES_NOT_BY_TENANT = """
            select i.indexrelid::regclass::text
            from pg_index i
            join (%s) t on t.oid = i.indrelid
            left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
            where a.attname is distinct from 'tenant_id'
            """.formatted(TENANT_TABLES);

    private static final String SHARED_POINTING_TO_TENANT_TABLES = """
            select k.conname
            from pg_constraint k
            join (%1$s) t on t.oid = k.confrelid
            where k.contype = 'f' and k.conrelid not in (select oid from (%1$s) tenant_table)
            """.formatted(TENANT_TABLES);

    private static final String WITHOUT_PRIMARY_KEY = """
            select c.relname
            from pg_class c
            where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
              and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')
            """;

    /** A default that calls anything: times and identifiers are made by the application. */
    private static final String VOLATILE_DEFAULTS = """
            select d.adrelid::regclass || '.' || a.attname
            from pg_attrdef d
            join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
            join pg_class c on c.oid = d.adrelid
            where c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history'
              and pg_get_expr(d.adbin, d.adrelid) ~ '[(]|CURRENT_|LOCALTIME'
            """;

    private static final String TRIGGERS = """
            select t.tgname
            from pg_trigger t
            join pg_class c on c.oid = t.tgrelid
            where not t.tgisinternal and c.relnamespace = 'public'::regnamespace
            """;

    private static final String ON_DELETE_SET_NULL =
            "select conname from pg_constraint where contype = 'f' and confdeltype in ('n', 'd')";

    /** Views run with their owner's rights and so would pass by the fence. */
    private static final String VIEWS_OF_THE_OWNER = """
            select c.relname
            from pg_class c
            where c.relnamespace = 'public'::regnamespace
              and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions::text, '') ~ 'security_invoker=(true|on)')
            """;

    private static final String FUNCTIONS_OF_THE_OWNER =
            "select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace";

    /** What the relay may do beyond reading in which province which event happened. */
    private static final String RIGHTS_OF_THE_RELAY = """
            select c.relname || '.' || a.attname
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace = 'public'::regnamespace
              and (has_column_privilege('cotmoc_relay', c.oid, a.attnum, 'INSERT, UPDATE, REFERENCES')
                   or has_table_privilege('cotmoc_relay', c.oid, 'DELETE, TRUNCATE, TRIGGER')
                   or has_column_privilege('cotmoc_relay', c.oid, a.attnum, 'SELECT')
                      and (c.relname, a.attname) not in (('outbox', 'tenant_id'), ('outbox', 'event_id')))
            """;

    @BeforeAll
    static void migrate() {
        Database.application(Map.of()).close();
    }

    @Test
    void everyTableWithATenantIsFenced() throws SQLException {
        holds(UNFENCED, "create table canary (tenant_id text primary key)", "canary");
        holds(UNFENCED, """
                create table canary (tenant_id text primary key);
                alter table canary enable row level security;
                alter table canary force row level security;
                create policy own_province on canary using (true)""", "canary");
    }

    @Test
    void onlyTheMinistryHasAnotherWayInAndOnlyToWhatIsPublished() throws SQLException {
        holds(OTHER_WAYS_IN, "create policy canary on area for select to cotmoc_ministry using (true)", "area.canary");
        holds(
                OTHER_WAYS_IN,
                "create policy canary on published_figure for select to cotmoc_app using (true)",
                "published_figure.canary");
        assertThat(answer("""
                select p.polrelid::regclass::text || ' ' || p.polname || ' ' || p.polcmd::text || ' ' || coalesce(pg_get_expr(p.polqual, p.polrelid),
                    pg_get_expr(p.polwithcheck, p.polrelid))
                from pg_policy p where p.polrelid in ('national_release'::regclass, 'national_threshold'::regclass, 'rule_impact'::regclass)
                and p.polname <> 'own_province' order by 1""", "select"))
                .containsExactly(
                        "national_release everybody_reads r true",
                        "national_release nation_writes a (current_setting('cotmoc.tenant'::text, true) = 'nation'::text)",
                        "national_threshold everybody_reads r true",
                        "national_threshold nation_writes a (current_setting('cotmoc.tenant'::text, true) = 'nation'::text)",
                        "rule_impact ministry_reads r published");
    }

    @Test
    void theRelayReadsWhereAndWhichAndNothingElse() throws SQLException {
        holds(OTHER_WAYS_IN, "create policy canary on change for select to cotmoc_relay using (true)", "change.canary");
        holds(RIGHTS_OF_THE_RELAY, "grant select (kind) on outbox to cotmoc_relay", "outbox.kind");
        holds(RIGHTS_OF_THE_RELAY, "grant select (title) on plan to cotmoc_relay", "plan.title");
        holds(RIGHTS_OF_THE_RELAY, "grant insert (kind) on outbox to cotmoc_relay", "outbox.kind");
        try (var relay = Database.POSTGRES.connect("cotmoc", Database.POSTGRES.relay());
                var statement = relay.createStatement()) {
            assertThat(statement.execute("select tenant_id, event_id from outbox"))
                    .isTrue();
            assertThatThrownBy(() -> statement.execute("select kind from outbox"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("select from scheduled_tasks"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void everyKeyAndIndexBeginsWithTheTenant() throws SQLException {
        String canary =
                "create table canary (tenant_id text, area_id uuid, constraint canary_pk primary key (area_id))";
        holds(KEYS_NOT_BY_TENANT, canary, "canary_pk");
        holds(INDEXES_NOT_BY_TENANT, canary, "canary_pk");
        holds(KEYS_NOT_BY_TENANT, "alter table area add constraint canary_uk unique (area_id, tenant_id)", "canary_uk");
    }

    @Test
    void nothingSharedPointsToATenantTable() throws SQLException {
        holds(SHARED_POINTING_TO_TENANT_TABLES, """
                create table canary (place uuid, province text,
                    constraint canary_fk foreign key (province, place) references area (tenant_id, area_id))""", "canary_fk");
    }

    @Test
    void everyTableHasAPrimaryKey() throws SQLException {
        holds(WITHOUT_PRIMARY_KEY, "create table canary (word text)", "canary");
    }

    @Test
    void identifiersAndTimesAreNotMadeByDefaultsOrTriggers() throws SQLException {
        holds(VOLATILE_DEFAULTS, "alter table area add canary timestamptz default now()", "area.canary");
        holds(VOLATILE_DEFAULTS, "alter table area add canary uuid default gen_random_uuid()", "area.canary");
        holds(TRIGGERS, """
                create function canary() returns trigger language plpgsql as 'begin return new; end';
                create trigger canary before insert on area execute function canary()""", "canary");
        holds(
                ON_DELETE_SET_NULL,
                "alter table area add constraint canary foreign key (tenant_id, parent_id) references area on delete set null",
                "canary");
    }

    @Test
    void noViewOrFunctionLendsTheOwnersRights() throws SQLException {
        holds(VIEWS_OF_THE_OWNER, "create view canary as select * from area", "canary");
        holds(VIEWS_OF_THE_OWNER, "create materialized view canary as select * from area", "canary");
        holds(
                FUNCTIONS_OF_THE_OWNER,
                "create function canary() returns int language sql security definer as 'select 1'",
                "canary");
    }

    /** Asks for breaches: there are none, and with the canary exactly that one. */
    private static void holds(String breaches, String canary, String breach) throws SQLException {
        assertThat(answer(breaches, "select")).isEmpty();
        assertThat(answer(breaches, canary)).containsExactly(breach);
    }

    private static List<String> answer(String question, String before) throws SQLException {
        try (var owner = Database.POSTGRES.connect("cotmoc", Database.POSTGRES.superuser());
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(before);
            List<String> names = new ArrayList<>();
            try (var rows = statement.executeQuery(question)) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            } finally {
                owner.rollback();
            }
            return names;
        }
    }
}

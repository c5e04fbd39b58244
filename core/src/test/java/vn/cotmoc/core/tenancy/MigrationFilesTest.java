package vn.cotmoc.core.tenancy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every migration keeps the rules of sharding by tenant; each rule is also shown a migration that breaks it. */
class MigrationFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration/core");

    private static final String GOOD = """
            create table plan (
                tenant_id text not null, -- 'on delete set null' in a comment harms nobody
                plan_id   uuid not null,
                amount    numeric(20, 6),
                constraint plan_pk primary key (tenant_id, plan_id),
                constraint plan_amount check (amount > 0)
            );
            select shard_by_tenant('plan');
            alter table plan
                add constraint plan_parent_fk foreign key (tenant_id, plan_id) references plan (tenant_id, plan_id);
            select fence_by_tenant('plan');
            grant select on plan to cotmoc_app;
            """;

    @ParameterizedTest
    @MethodSource("migrations")
    void everyMigrationKeepsTheRules(Path migration) throws IOException {
        assertThat(MigrationFiles.faults(Files.readString(migration, UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void everyMigrationIsNamedByItsTimeAndWhatItMakes(Path migration) {
        assertThat(migration.getFileName().toString()).matches("V20\\d{12}__[a-z0-9]+(_[a-z0-9]+)*\\.sql");
    }

    @Test
    void aGoodMigrationHasNoFault() {
        assertThat(MigrationFiles.faults(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount    numeric(20, 6), | amount numeric, | numeric without digits",
                "plan_id   uuid not null, | plan_id uuid not null default gen_random_uuid(), | a volatile default",
                "plan_id   uuid not null, | plan_id uuid not null, made timestamptz default now(), | a volatile default",
                "plan_id   uuid not null, | plan_id uuid not null, made date default current_date, | a volatile default",
                "plan_id   uuid not null, | plan_id uuid not null, made timestamp, | a time without its zone",
                "plan_id   uuid not null, | plan_id bigserial not null, | serial",
                "plan_id   uuid not null, | plan_id uuid not null references plan, | plan: a foreign key inside create table",
                "constraint plan_pk primary key | primary key | plan: no primary key named plan_pk",
                "constraint plan_pk primary key | primary key | a constraint without a name",
                "constraint plan_amount check | check | a constraint without a name",
                "plan_id   uuid not null, | plan_id uuid not null unique, | a constraint without a name",
                "plan_id   uuid not null, | plan_id uuid not null, unique (tenant_id, amount), | a constraint without a name",
                "add constraint plan_parent_fk foreign | add foreign | a constraint without a name",
                "references plan (tenant_id, plan_id); | references plan (tenant_id, plan_id) on delete set null; | on delete set null",
                "select shard_by_tenant('plan'); | ; | 'plan: neither shard_by_tenant, replicate_everywhere'",
                "select fence_by_tenant('plan'); | ; | plan: not fenced after it is sharded",
                "select shard_by_tenant('plan'); | select replicate_everywhere('plan'); | plan: shared by all, but fenced",
                "select shard_by_tenant('plan'); | select keep_on_coordinator('plan'); | plan: shared by all, but fenced",
                "tenant_id text not null, | plan_no text, tenant_id text not null, | plan: tenant_id is not its first column",
                "grant select on plan to cotmoc_app; | create trigger t before insert on plan execute function f(); | a trigger",
                "grant select on plan to cotmoc_app; | select set_config('cotmoc.tenant', 'x', true); | set_config",
                "grant select on plan to cotmoc_app; | merge into plan using x on true when matched then delete; | merge",
                "grant select on plan to cotmoc_app; | create function f() returns int security definer as 'select 1'; | security definer"
            })
    void aMigrationThatBreaksARuleIsCaught(String good, String bad, String fault) {
        assertThat(GOOD).contains(good);
        assertThat(MigrationFiles.faults(GOOD.replace(good, bad))).anyMatch(one -> one.startsWith(fault));
    }

    @Test
    void aForeignKeyBeforeTheDistributionIsCaught() {
        String key = GOOD.substring(GOOD.indexOf("alter table"), GOOD.indexOf("select fence"));
        String shard = "select shard_by_tenant('plan');\n";
        assertThat(MigrationFiles.faults(GOOD.replace(key, "").replace(shard, key + shard)))
                .containsExactly("plan: a foreign key before the table is distributed or after it is fenced");
    }

    @Test
    void aTableThatIsOpenedBeforeItIsFencedIsCaught() {
        String grant = "grant select on plan to cotmoc_app;\n";
        String fence = "select fence_by_tenant('plan');\n";
        assertThat(MigrationFiles.faults(GOOD.replace(grant, "").replace(fence, grant + fence)))
                .containsExactly("plan: granted before it is fenced");
    }

    static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> migrations = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            assertThat(migrations).hasSizeGreaterThanOrEqualTo(6);
            return migrations;
        }
    }
}

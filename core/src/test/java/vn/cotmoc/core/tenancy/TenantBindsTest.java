package vn.cotmoc.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one that reads statements must itself be right, or it would let everything pass. */
class TenantBindsTest {

    private static final Set<String> TABLES = Set.of("plan", "target", "target_revision", "published_plan");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT plan_row_.\"title\" FROM \"plan\" plan_row_ WHERE (plan_row_.\"plan_id\" = ? AND plan_row_.\"tenant_id\" = ?)",
                "select \"plan\".\"title\" from \"plan\" where \"plan\".\"tenant_id\" = ?",
                "select title from plan where tenant_id = ?",
                "select \"public\".\"plan\".\"title\" from \"public\".\"plan\" where \"public\".\"plan\".\"tenant_id\" = ?",
                "INSERT INTO \"plan\" (\"title\",\"tenant_id\") VALUES (?,?)",
                "select count(target.target_id) from plan left join target on (target.tenant_id = ? and target.tenant_id = plan.tenant_id) where plan.tenant_id = ?",
                "insert into published_plan (tenant_id, scorecard_id) select plan.tenant_id, plan.plan_id from plan where plan.tenant_id = ? on conflict do nothing",
                "update plan set title = ? where tenant_id = ? and plan_id = ?",
                "delete from plan where plan.tenant_id = ?",
                "select * from tenant where tenant_id = ?",
                "select set_tenant(?)",
                "select x.plan, x.target from x"
            })
    void aBoundStatementPasses(String sql) {
        assertThat(TenantBinds.missing(sql, TABLES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select title from plan",
                "SELECT plan_row_.\"title\" FROM \"plan\" plan_row_ WHERE (plan_row_.\"plan_id\" = ?)",
                "select title from plan where plan_id = ?",
                "select title from plan where tenant_id = 'lao-cai'",
                "select title from plan where tenant_id <> ?",
                "select title from plan where tenant_id in (?, ?)",
                "select title from plan p where plan.tenant_id = ?",
                "select title from plan where target.tenant_id = ?",
                "select title from plan where other_tenant_id = ?",
                "select title from plan -- where tenant_id = ?",
                "INSERT INTO \"plan\" (\"title\") VALUES (?)",
                "insert into plan values (?, ?)",
                "insert into published_plan (tenant_id, plan_id) select plan.tenant_id, plan.plan_id from plan",
                "update plan set title = ? where plan_id = ?",
                "delete from plan",
                "delete from only plan where plan_id = ?",
                "select * from x, plan where x.tenant_id = ?",
                "select exists (select 1 from plan where plan_id = ?)"
            })
    void aStatementWithoutTheBindIsCaught(String sql) {
        assertThat(TenantBinds.missing(sql, TABLES)).contains("plan");
    }

    @Test
    void everyTableOfAJoinNeedsItsOwn() {
        assertThat(TenantBinds.missing(
                        "select 1 from plan join target on target.tenant_id = plan.tenant_id where plan.tenant_id = ?",
                        TABLES))
                .containsExactly("target");
        assertThat(TenantBinds.missing(
                        "select 1 from plan join target on target.tenant_id = plan.tenant_id where tenant_id = ?",
                        TABLES))
                .containsExactly("plan", "target");
    }

    @Test
    void aTableThatIsNamedTwiceNeedsTwoBinds() {
        assertThat(TenantBinds.missing(
                        "select title from plan where tenant_id = ? and exists (select 1 from plan where title = ?)",
                        TABLES))
                .containsExactly("plan", "plan");
    }
}

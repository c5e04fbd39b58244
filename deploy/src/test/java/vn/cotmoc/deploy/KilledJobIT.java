package vn.cotmoc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.cotmoc.deploy.Province.Kind;
import vn.cotmoc.deploy.TenantRows.Mark;
import vn.cotmoc.local.ChildProcess;

/** Of two processes that share the jobs, one is killed in the middle of a plan's scoring: the other one does it, once. */
class KilledJobIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static Stack stack;
    private static TenantRows rows;
    private static Mark begun;
    private static Province own;

    @BeforeAll
    static void prepare() {
        stack = Stack.running();
        rows = new TenantRows(stack.postgres());
        begun = rows.mark();
        own = new Province(stack, rows, "lao-cai", "lc");
    }

    @AfterAll
    static void forget() {
        rows.forgetSince(begun);
        rows.run("delete from scheduled_tasks");
        rows.close();
    }

    @Test
    void theOtherNodeDoesItOnce() throws Exception {
        String plan = own.identifier(Kind.PLAN);
        String job = "lao-cai/" + plan;
        try (ChildProcess one = scoring().startOnce();
                ChildProcess other = scoring().startOnce();
                Connection holder =
                        stack.postgres().connect("cotmoc", stack.postgres().superuser())) {
            await("what the province began with is scored", () -> !runs(plan).isEmpty() && !isAsked(plan));
            List<String> before = runs(plan);
            hold(holder, plan);
            own.changeThreshold();
            await(
                    "a node has taken the job and waits for the plan",
                    () -> !pickedBy(job).isEmpty());
            String taker = pickedBy(job).getFirst();
            ChildProcess killed = Stream.of(one, other)
                    .filter(node -> taker.equals("node-" + node.process().pid()))
                    .findFirst()
                    .orElseThrow();
            killed.process().destroyForcibly().waitFor();
            holder.rollback();
            await("the other has done it", () -> !isAsked(plan));
            List<String> after = runs(plan);
            assertThat(after).hasSize(before.size() + 1).containsAll(before);
            assertThat(scoring(plan).path("scorecard").asText()).isIn(after).isNotIn(before);
            assertThat(scoring(plan).path("failure").isNull()).isTrue();
        }
    }

    private static AppProcess scoring() {
        return stack.node()
                .process()
                .with("COTMOC_SCORING_AUTOMATIC", "true")
                .with("COTMOC_JOBS_BEAT", "PT1S")
                .with("COTMOC_SCORING_BACK_OFF", "PT0.5S");
    }

    /** Whoever scores the plan waits for this. */
    private static void hold(Connection holder, String plan) throws SQLException {
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            statement.execute("select from plan where plan_id = '%s' for no key update".formatted(plan));
        }
    }

    private static JsonNode scoring(String plan) {
        return stack.call("GET", "/api/v1/plans/" + plan + "/scoring", own.token("xem"), Map.of(), null)
                .json();
    }

    private static boolean isAsked(String plan) {
        return !"done".equals(scoring(plan).path("status").asText());
    }

    private static List<String> pickedBy(String job) {
        return rows.rows("select picked_by from scheduled_tasks where task_instance = ? and picked", job).stream()
                .map(List::getFirst)
                .toList();
    }

    private static List<String> runs(String plan) {
        return rows
                .rows("select scorecard_id::text from scorecard where plan_id::text = ? and cause is not null", plan)
                .stream()
                .map(List::getFirst)
                .toList();
    }

    private interface Asked {
        boolean holds();
    }

    private static void await(String what, Asked asked) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!asked.holds()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            Thread.sleep(50);
        }
    }
}

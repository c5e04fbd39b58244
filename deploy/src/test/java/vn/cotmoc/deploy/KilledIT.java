package vn.cotmoc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.deploy.Province.Kind;
import vn.cotmoc.deploy.TenantRows.Mark;
import vn.cotmoc.local.ChildProcess;

/**
 * An application that is killed while it stores many figures leaves none of them, and the same call to the next one stores all.
 * It is killed when the database shows its transaction at work, not by a clock.
 */
class KilledIT {

    private static final int FIGURES = 30_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Only what is in an open transaction of the application, and is writing figures. */
    private static final String AT_WORK = """
            select count(*) from pg_stat_activity
            where usename = 'cotmoc_app' and state <> 'idle' and xact_start is not null
              and query ~* '^insert into ("public".)?"observation" '
            """;

    private static final String OPEN_TRANSACTIONS =
            "select count(*) from pg_stat_activity where usename = 'cotmoc_app' and xact_start is not null";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Stack stack;
    private static TenantRows rows;
    private static Mark begun;
    private static Province own;
    private static Stack.Node node;

    private ChildProcess app;

    @BeforeAll
    static void prepare() {
        stack = Stack.running();
        rows = new TenantRows(stack.postgres());
        begun = rows.mark();
        own = new Province(stack, rows, "lao-cai", "lc");
        node = stack.node();
    }

    @AfterAll
    static void forget() {
        rows.forgetSince(begun);
        rows.close();
    }

    @BeforeEach
    void start() throws InterruptedException {
        app = node.process().startOnce();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void ofAnImportNothingIsThereAndTheSameAgainStoresAll() throws Exception {
        HttpRequest send = request("chuyenvien", "/api/v1/observations/bulk")
                .header("Content-Type", OpenApi.LINES)
                .header("Idempotency-Key", "killed")
                .POST(BodyPublishers.ofString(file()))
                .build();
        killWhileItStores(send);
        assertThat(count("observation where source = 'Bị ngắt'")).isZero();
        assertThat(count("idempotent_reply where reply_key = 'killed'")).isZero();
        app = node.process().startOnce();
        HttpResponse<String> again = HTTP.send(send, BodyHandlers.ofString());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(Province.json(again.body()).path("figures").asInt()).isEqualTo(FIGURES);
        assertThat(count("observation where source = 'Bị ngắt'")).isEqualTo(FIGURES);
        assertThat(HTTP.send(send, BodyHandlers.ofString()).body()).isEqualTo(again.body());
        assertThat(count("observation where source = 'Bị ngắt'"))
                .as("sent a third time")
                .isEqualTo(FIGURES);
    }

    private static String file() {
        return IntStream.rangeClosed(1, FIGURES)
                .mapToObj("""
                        {"indicator": "%s", "subgroup": "nhóm %%d", "period": "2022", "status": "official", "amount": "%%<d", "unit": "cột", "source": "Bị ngắt"}
                        """.formatted(own.identifier(Kind.INDICATOR))::formatted)
                .collect(Collectors.joining());
    }

    @Test
    void ofAnApprovalNothingIsThereAndTheSameAgainApprovesAll() throws Exception {
        String report = own.identifier(Kind.SUBMISSION);
        widen(report);
        HttpRequest approve = request("duyet", "/api/v1/submissions/" + report + "/decisions")
                .header("Content-Type", "application/json")
                .header("If-Match", own.reportTag(Kind.SUBMISSION))
                .POST(BodyPublishers.ofString("{\"status\": \"approved\"}"))
                .build();
        killWhileItStores(approve);
        assertThat(rows.rows("select status from submission where submission_id::text = ?", report)
                        .getFirst())
                .containsExactly("submitted");
        assertThat(count("submission_figure where submission_id = '%s'".formatted(report)))
                .isZero();
        assertThat(count("observation where subgroup like 'ô %'")).isZero();
        app = node.process().startOnce();
        HttpResponse<String> again = HTTP.send(approve, BodyHandlers.ofString());
        assertThat(again.statusCode()).as(again.body()).isBetween(200, 201);
        assertThat(count("submission_figure where submission_id = '%s'".formatted(report)))
                .isEqualTo(FIGURES + 1);
        assertThat(count("observation where subgroup like 'ô %'")).isEqualTo(FIGURES);
    }

    /** As many cells as a year's report of all communes has, each with an entry of its officer. */
    private static void widen(String report) {
        rows.run("""
                insert into submission_cell
                select c.tenant_id, c.submission_id, c.cell + n, c.indicator_code, c.area_id, 'ô ' || n, c.period, c.calendar
                from submission_cell c, generate_series(1, %d) n where c.submission_id = '%s'
                """.formatted(FIGURES, report));
        rows.run("""
                insert into submission_entry (tenant_id, submission_id, cell, entry, status, amount, recorded_at, recorded_by)
                select e.tenant_id, e.submission_id, c.cell, 1, e.status, c.cell, e.recorded_at, e.recorded_by
                from submission_entry e, submission_cell c
                where e.submission_id = '%1$s' and e.cell = 1 and c.submission_id = '%1$s' and c.cell > 1
                """.formatted(report));
    }

    private void killWhileItStores(HttpRequest send) throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = HTTP.sendAsync(send, BodyHandlers.ofString());
        await(AT_WORK, 1, () -> {
            if (answer.isDone()) {
                throw new AssertionError(
                        "answered before anything was stored: " + answer.join().body());
            }
        });
        assertThat(answer).as("not answered: the transaction is open").isNotDone();
        app.process().destroyForcibly().waitFor();
        assertThat(answer).failsWithin(PATIENCE);
        await(OPEN_TRANSACTIONS, 0, () -> {});
    }

    private static void await(String count, long wanted, Runnable meanwhile) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Long.parseLong(rows.rows(count).getFirst().getFirst()) != wanted) {
            meanwhile.run();
            assertThat(Instant.now()).as(count).isBefore(deadline);
            Thread.sleep(5);
        }
    }

    private static long count(String what) {
        return Long.parseLong(
                rows.rows("select count(*) from " + what).getFirst().getFirst());
    }

    private static HttpRequest.Builder request(String duty, String path) {
        return HttpRequest.newBuilder(URI.create(node.origin() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + own.token(duty));
    }
}

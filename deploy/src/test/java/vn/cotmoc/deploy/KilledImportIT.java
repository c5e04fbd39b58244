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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.deploy.Province.Kind;
import vn.cotmoc.deploy.Stack.Answer;
import vn.cotmoc.deploy.TenantRows.Mark;
import vn.cotmoc.local.ChildProcess;

/**
 * An application that is killed in the middle of a confirmation leaves nothing of it in the report, and the same confirmation to the next
 * one stores all. It is killed when the database shows its transaction at work, not by a clock.
 */
class KilledImportIT {

    private static final int CELLS = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Some of the rows are written, others are not yet. */
    private static final String AT_WORK = """
            select count(*) from pg_stat_activity
            where usename = 'cotmoc_app' and state <> 'idle' and xact_start is not null
              and query ~* '^insert into ("public".)?"submission_entry" '
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
    void ofAConfirmationNothingIsThereAndTheSameAgainStoresAll() throws Exception {
        String report = own.identifier(Kind.DRAFT);
        String id = uploaded(report);
        long before = entries(report);
        HttpRequest confirm = HttpRequest.newBuilder(
                        URI.create(node.origin() + "/api/v1/imports/" + id + "/confirmation"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + own.token("chuyenvien"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"accept\": \"all\"}"))
                .build();
        CompletableFuture<HttpResponse<String>> answer = HTTP.sendAsync(confirm, BodyHandlers.ofString());
        await(AT_WORK, 1);
        assertThat(answer).as("not answered: the transaction is open").isNotDone();
        app.process().destroyForcibly().waitFor();
        assertThat(answer).failsWithin(PATIENCE);
        await(OPEN_TRANSACTIONS, 0);
        assertThat(entries(report)).as("nothing of it").isEqualTo(before);
        assertThat(count("sheet_row where accepted and import_id = '%s'".formatted(id)))
                .isZero();
        assertThat(status(id)).isEqualTo("read");

        app = node.process().startOnce();
        HttpResponse<String> again = HTTP.send(confirm, BodyHandlers.ofString());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(entries(report)).as("all of it").isEqualTo(before + CELLS);
        assertThat(status(id)).isEqualTo("confirmed");
    }

    /** A sheet with a figure in every cell of a wide report. */
    private String uploaded(String report) throws InterruptedException {
        rows.run("""
                insert into submission_cell
                select c.tenant_id, c.submission_id, c.cell + n, c.indicator_code, c.area_id, 'ô ' || n, c.period, c.calendar
                from submission_cell c, generate_series(1, %d) n where c.submission_id = '%s'
                """.formatted(CELLS, report));
        Map<String, String> figures = IntStream.rangeClosed(3, CELLS + 2)
                .boxed()
                .collect(Collectors.toMap(row -> "H" + row, row -> row + ",5"));
        byte[] sheet = Sheets.filled(
                stack.download("/api/v1/submissions/" + report + "/sheet", own.token("chuyenvien")), figures);
        Answer uploaded = stack.call(
                "POST",
                "/api/v1/submissions/" + report + "/sheets",
                own.token("chuyenvien"),
                Requests.FORM,
                Requests.form("bao-cao.xlsx", sheet));
        assertThat(uploaded.status()).as(uploaded.toString()).isEqualTo(201);
        String id = uploaded.json().path("id").asText();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!status(id).equals("read")) {
            assertThat(Instant.now()).as(status(id)).isBefore(deadline);
            Thread.sleep(100);
        }
        return id;
    }

    private static String status(String id) {
        return rows.rows("select status from sheet_import where import_id::text = ?", id)
                .getFirst()
                .getFirst();
    }

    private static long entries(String report) {
        return count("submission_entry where submission_id = '%s'".formatted(report));
    }

    private static long count(String what) {
        return Long.parseLong(
                rows.rows("select count(*) from " + what).getFirst().getFirst());
    }

    private static void await(String count, long wanted) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Long.parseLong(rows.rows(count).getFirst().getFirst()) != wanted) {
            assertThat(Instant.now()).as(count).isBefore(deadline);
            Thread.sleep(2);
        }
    }
}

package vn.cotmoc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.deploy.Province.Kind;
import vn.cotmoc.deploy.Stack.Answer;
import vn.cotmoc.deploy.TenantRows.Mark;

/** Files over HTTP: what comes in, and how it goes out. */
class EvidenceIT {

    private static Stack stack;
    private static TenantRows rows;
    private static Mark begun;
    private static Province own;

    @BeforeAll
    static void start() {
        stack = Stack.running();
        rows = new TenantRows(stack.postgres());
        begun = rows.mark();
        own = new Province(stack, rows, "lao-cai", "lc");
    }

    @AfterAll
    static void forget() {
        rows.forgetSince(begun);
        rows.close();
    }

    @Test
    void aFileIsGivenBackAsAnAttachmentWhateverItCallsItself() {
        String page = "<script>alert('xin chào')</script>";
        Answer attached = attach(Requests.form("../báo cáo\u202E.html", page));
        assertThat(attached.status()).as(attached.toString()).isEqualTo(201);
        assertThat(attached.json().path("name").asText()).isEqualTo("báo cáo.html.txt");
        assertThat(attached.json().path("type").asText()).isEqualTo("text");
        Answer file = stack.call(
                "GET", "/api/v1/evidence/" + attached.json().path("id").asText(), own.token("xem"), Map.of(), null);
        assertThat(file.body()).isEqualTo(page);
        assertThat(header(file, "Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''b%C3%A1o%20c%C3%A1o.html.txt");
        assertThat(header(file, "Content-Type")).isEqualTo("text/plain");
        assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(file, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(file, "Content-Length"))
                .isEqualTo(String.valueOf(page.getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void theSameFileAgainIsTheOneThatIsThere() {
        String form = Requests.form("một.txt", "Cùng một nội dung.");
        assertThat(attach(form).json().path("id")).isEqualTo(attach(form).json().path("id"));
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        Answer answer = attach(Requests.form("lớn.txt", "x".repeat(21_000_000)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("file-too-large");
        assertThat(answer.json().path("detail").asText()).contains("20 MB");
    }

    /** Files may be larger than what JSON may be, and are not held in memory. */
    @Test
    void aFileOfSomeMegabytesIsTaken() {
        assertThat(attach(Requests.form("vừa.txt", "x".repeat(8_000_000))).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 415",
        "text/plain, 415",
        "multipart/form-data, 400",
        "multipart/form-data; boundary=khac, 400"
    })
    void whatIsNoFormWithAFileIsRefused(String type, int status) {
        Answer answer = stack.call(
                "POST",
                path(),
                own.token("chuyenvien"),
                Map.of("Content-Type", type),
                "{\"file\": \"x\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aFormWithoutAFileAndOneOfAnotherTypeAreRefused() {
        Answer without = attach(Requests.form("a.txt", "a").replace("name=\"file\"", "name=\"khac\""));
        assertThat(without.status()).as(without.toString()).isEqualTo(400);
        Answer program = attach(Requests.form("a.pdf", "MZ\u0000\u0001"));
        assertThat(program.status()).as(program.toString()).isEqualTo(422);
        assertThat(program.code()).isEqualTo("evidence-type");
    }

    private static Answer attach(String form) {
        return stack.call(
                "POST", path(), own.token("chuyenvien"), Requests.FORM, form.getBytes(StandardCharsets.UTF_8));
    }

    private static String path() {
        return "/api/v1/observations/" + own.identifier(Kind.OBSERVATION) + "/evidence";
    }

    private static String header(Answer answer, String name) {
        return answer.headers().firstValue(name).orElse("–");
    }
}

package vn.cotmoc.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.deploy.OpenApi.Operation;
import vn.cotmoc.deploy.Province.Kind;
import vn.cotmoc.deploy.Stack.Answer;
import vn.cotmoc.deploy.TenantRows.Mark;

/** Spreadsheets over HTTP: reports out and back, and lists. */
class SheetsIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** They answer with one thing and what belongs to it, which is read as a whole. */
    private static final Set<String> ABOUT_ONE_THING = Set.of(
            "compareScorecards",
            "getArea",
            "getCase",
            "getFigure",
            "getForm",
            "getProxy",
            "getRuleDraft",
            "getRuleDraftRevision",
            "getSubmission",
            "getTarget",
            "getTask",
            "getUnit",
            "replayScorecard",
            "rollUpProvince");

    private static Stack stack;
    private static TenantRows rows;
    private static Mark begun;
    private static Province own;
    private static Province foreign;

    @BeforeAll
    static void start() {
        stack = Stack.running();
        rows = new TenantRows(stack.postgres());
        begun = rows.mark();
        own = new Province(stack, rows, "lao-cai", "lc");
        foreign = new Province(stack, rows, "dien-bien", "db");
    }

    @AfterAll
    static void forget() {
        rows.forgetSince(begun);
        rows.close();
    }

    @Test
    void faultsAreToldInTheCallersLanguageByTheirAddress() {
        byte[] sheet = Sheets.filled(own.sheet(), Map.of(Sheets.FIGURE, "mười hai"));
        JsonNode read = upload(own, sheet).json();
        assertThat(read.path("status").asText()).isEqualTo("read");
        assertThat(read.path("faulty").asInt()).isOne();
        String path = "/api/v1/imports/" + read.path("id").asText() + "/rows?only=faulty";
        assertThat(get(path, "vi").json().at("/items/0/faults/0/sentence").asText())
                .isEqualTo(
                        "“mười hai” không phải là số theo ngôn ngữ của mẫu: phân nhóm bằng “.”, phần thập phân sau “,”. Hãy sửa lại.");
        JsonNode english = get(path, "en").json().at("/items/0/faults/0");
        assertThat(english.path("at").asText()).isEqualTo(Sheets.FIGURE);
        assertThat(english.path("sentence").asText()).contains("no number in the sheet's language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "không phải bảng tính", "PK\u0003\u0004 nửa chừng", "<?xml version=\"1.0\"?><a/>"})
    void whatIsNoSpreadsheetIsRefused(String content) {
        Answer answer = upload(own, content.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.toString()).isIn(400, 422);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void theSheetOfAnotherProvinceIsRefusedHereAndSaysNothingOfIt() {
        Answer answer = upload(own, foreign.sheet());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("sheet-of-another");
        assertThat(answer.body()).doesNotContain(foreign.identifier(Kind.DRAFT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/observations",
                "/api/v1/duties",
                "/api/v1/duties/punctuality",
                "/api/v1/areas",
                "/api/v1/units",
                "/api/v1/indicators",
                "/api/v1/changes",
                "/api/v1/tasks",
                "/api/v1/cases",
                "/api/v1/plans/{PLAN}/scorecard",
                "/api/v1/submissions/{DRAFT}/cells"
            })
    void aListIsASpreadsheetWithAllItsPages(String list) throws IOException {
        String path = list.replace("{PLAN}", own.identifier(Kind.PLAN)).replace("{DRAFT}", own.identifier(Kind.DRAFT));
        int listed = 0;
        String after = "";
        do {
            JsonNode page = stack.call("GET", path + after, own.token("quantri"), Map.of(), null)
                    .json();
            listed += page.path(page.has("items") ? "items" : "targets").size();
            after = page.path("next").isTextual()
                    ? "?after=" + URLEncoder.encode(page.path("next").asText(), UTF_8)
                    : "";
        } while (!after.isEmpty());
        List<Row> written = read(stack.download(path, own.token("quantri"), XLSX));
        assertThat(written).hasSize(listed + 1);
        assertThat(written.getFirst().getCellText(0))
                .as("a header in Vietnamese")
                .isNotBlank();
        assertThat(listed).isPositive();
    }

    @Test
    void whateverTheApiListsIsASpreadsheetForWhoAsksForOne() {
        OpenApi api = OpenApi.of(stack);
        Set<String> refused = new TreeSet<>();
        for (String id : api.lists()) {
            Operation operation = api.operation(id);
            Requests.Request request = Requests.of(operation, own).header("Accept", XLSX);
            Answer answer = request.send(stack, operation, stack.token(request.user()));
            if (answer.status() == 406) {
                refused.add(id);
            } else {
                assertThat(answer.status()).as(id + answer).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type")).as(id).contains(XLSX);
            }
        }
        assertThat(refused).isEqualTo(new TreeSet<>(ABOUT_ONE_THING));
        assertThat(api.lists())
                .contains("listNotifications", "listThresholds", "listChecks", "getOverview", "checkCoherence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/submissions", "/api/v1/tasks", "/api/v1/cases", "/api/v1/changes"})
    void aListSaysNamesWhereItsApiSaysIdentifiers(String list) throws IOException {
        List<Row> written = read(stack.download(list, own.token("quantri"), XLSX));
        List<String> headers = texts(written.getFirst());
        assertThat(headers).doesNotHaveDuplicates();
        for (int column = 0; column < headers.size(); column++) {
            if (!headers.get(column).contains("Định danh")
                    && !headers.get(column).equals("Khóa")) {
                int at = column;
                assertThat(written.stream().map(row -> row.getCellText(at)))
                        .as(headers.get(column))
                        .noneMatch(text -> text.matches("[0-9a-f-]{36}"));
            }
        }
    }

    @Test
    void aReportIsListedByItsFormAndItsUnit() throws IOException {
        List<Row> written = read(stack.download("/api/v1/submissions", own.token("xem"), XLSX));
        List<String> headers = texts(written.getFirst());
        assertThat(written.get(1).getCellText(headers.indexOf("Mẫu báo cáo"))).matches(".+ \\(.+\\)");
        assertThat(written.get(1).getCellText(headers.indexOf("Đơn vị"))).matches(".+ \\(.+\\)");
    }

    private static List<String> texts(Row row) {
        return IntStream.range(0, row.getCellCount()).mapToObj(row::getCellText).toList();
    }

    @Test
    void aListWithFiltersIsFilteredAndWhatIsNoListIsRefused() throws IOException {
        String filtered = "/api/v1/observations?indicator=" + own.identifier(Kind.INDICATOR);
        int few = stack.call("GET", filtered, own.token("xem"), Map.of(), null)
                .json()
                .path("items")
                .size();
        assertThat(read(stack.download(filtered, own.token("xem"), XLSX))).hasSize(few + 1);
        Answer one = stack.call(
                "GET", "/api/v1/units/" + own.identifier(Kind.UNIT), own.token("xem"), Map.of("Accept", XLSX), null);
        assertThat(one.status()).as(one.toString()).isEqualTo(406);
        Answer unknown = stack.call(
                "GET",
                "/api/v1/plans/" + foreign.identifier(Kind.PLAN) + "/scorecard",
                own.token("xem"),
                Map.of("Accept", XLSX),
                null);
        assertThat(unknown.status()).isEqualTo(404);
        Answer forbidden = stack.call("GET", "/api/v1/changes", own.token("xem"), Map.of("Accept", XLSX), null);
        assertThat(forbidden.status()).isEqualTo(403);
    }

    private static List<Row> read(byte[] workbook) throws IOException {
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                Stream<Row> found = read.getFirstSheet().openStream()) {
            return found.toList();
        }
    }

    private static Answer upload(Province province, byte[] sheet) {
        return stack.call(
                "POST",
                "/api/v1/submissions/" + province.identifier(Kind.DRAFT) + "/sheets",
                province.token("chuyenvien"),
                Requests.FORM,
                Requests.form("bao-cao.xlsx", sheet));
    }

    private static Answer get(String path, String language) {
        return stack.call("GET", path, own.token("xem"), Map.of("Accept-Language", language), null);
    }
}

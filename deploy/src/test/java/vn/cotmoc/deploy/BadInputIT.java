package vn.cotmoc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.deploy.OpenApi.In;
import vn.cotmoc.deploy.OpenApi.Operation;
import vn.cotmoc.deploy.OpenApi.Position;
import vn.cotmoc.deploy.Requests.Request;
import vn.cotmoc.deploy.Stack.Answer;
import vn.cotmoc.deploy.TenantRows.Mark;

/**
 * Whatever is sent, the answer to what cannot be done is a problem in the caller's language, never a failure of ours, and
 * nothing is stored. Each request is a good one with one fault.
 */
class BadInputIT {

    /** What a text must be; a field or parameter of a new name needs its line in {@link #SHAPES}. */
    private enum Shape {
        TEXT("", "   ", "x".repeat(10_000)),
        NOTE("x".repeat(10_000)), // may be left out, also by an empty text
        CODE("", "x".repeat(10_000)),
        FORMULA("x".repeat(10_000), "GRDP_GROWTH(", "1e9", "'; drop table indicator; --"),
        AMOUNT("", "1.234,5", "1e3", "NaN", " 5", "5 ", "+5", "0x10", ".5", "5.", "١٢", "9".repeat(30), "0.1234567"),
        PERIOD(
                "",
                "2023-13",
                "2023-Q5",
                "2023-Q0",
                "2024-02-30",
                "2023-01/2023-06",
                "2025/2021",
                "2023/2023",
                "1899",
                "20233",
                "2023-1"),
        DAY(
                "",
                "2023-02-30",
                "2023-13-01",
                "31/10/2023",
                "hôm qua",
                "2023-10-31T00:00:00Z",
                "0000-01-01",
                "9999-12-31",
                "+999999999-01-01"),
        WORD("", "no-such-word", "HIGHER-IS-BETTER"),
        ID("", "x", "0192-7c4e", "01a201918f5176ef98168e7ca3591c3e", "(01a20191-8f51-76ef-9816-8e7ca3591c3e)"),
        PROVINCE("", "x", "Lào Cai", "LAO-CAI", "lao cai"),
        POSITION("", "-1", "abc", "1.5", "1000000", "٣"),
        LIMIT("0", "-1", "abc", "1.5", "201", "100000", "2147483648"),
        LARGE_LIMIT("0", "-1", "abc", "1.5", "10001", "2147483648"), // of what is short
        SECONDS("-1", "abc", "1.5", "301", "2147483648"),
        /** May be left out, also by an empty text. */
        LINK("javascript:alert(1)", "ftp://example.vn/a", "https://", "https://example.vn/a b", "x".repeat(10_000)),
        /** A text that is told what is wrong with it, so that it can be finished. */
        LETTERS("", "   "),
        /** Any text finds something or nothing. */
        FILTER();

        private final List<String> wrong;

        Shape(String... wrong) {
            this.wrong = List.of(wrong);
        }
    }

    /** By the field's or parameter's name, or by operation and name where the name alone does not tell. */
    private static final Map<String, Shape> SHAPES = shapes();

    /** More than one JSON text can be; none is what an operation takes. */
    private static final List<String> NO_OBJECTS = List.of(
            "", " ", "null", "[]", "\"x\"", "5", "true", "{", "{\"a\"", "{'a': 1}", "{\"a\": NaN}", "<a/>", "a=1");

    private static Stack stack;
    private static OpenApi api;
    private static TenantRows rows;
    private static Mark begun;
    private static Province own;

    private static Map<String, Shape> shapes() {
        var shapes = new LinkedHashMap<String, Shape>();
        put(shapes, Shape.TEXT, "name nameEn unit unitEn group definition source title wording reason quote");
        put(shapes, Shape.TEXT, "firstName lastName");
        put(shapes, Shape.NOTE, "note subgroup focus leadUnit proxy");
        put(shapes, Shape.CODE, "code id indicator ruleSet username email");
        put(shapes, Shape.AMOUNT, "amount amountHigh weight exceededFrom nearlyFrom onTrackFrom behindFrom tolerance");
        put(shapes, Shape.AMOUNT, "likelyFrom openFrom");
        put(shapes, Shape.PERIOD, "period");
        put(shapes, Shape.DAY, "asOf date decidedOn knownOn validFrom validTo on listChanges.from listChanges.to");
        put(shapes, Shape.WORD, "begins direction kind status authority comparator strictness level");
        put(shapes, Shape.WORD, "timeAggregation areaAggregation priceBasis cadence");
        put(
                shapes,
                Shape.ID,
                "area plan target observation observations scorecard since after parent predecessors successors assignment");
        put(shapes, Shape.ID, "getUnit.unit changeUnit.unit assignIndicator.unit withdrawAssignment.unit");
        put(shapes, Shape.ID, "enterMember.unit removeMember.unit");
        put(shapes, Shape.ID, "assignedTo owner coordinators instrument evidence");
        put(
                shapes,
                Shape.ID,
                "form units submission notifications listSubmissions.unit listDuties.unit listPunctuality.unit");
        put(shapes, Shape.POSITION, "listSubmissionCells.after listImportRows.after");
        put(shapes, Shape.ID, "import");
        put(shapes, Shape.WORD, "language accept");
        put(shapes, Shape.TEXT, "readings");
        put(shapes, Shape.WORD, "frequency place span listSubmissions.status");
        put(shapes, Shape.PERIOD, "addForm.from changeForm.from");
        put(shapes, Shape.DAY, "dueOn listDuties.from listDuties.to listPunctuality.from listPunctuality.to");
        put(shapes, Shape.NOTE, "comment missing");
        put(shapes, Shape.ID, "case task agreedIn targets listCases.unit listTasks.unit decideCase.unit addTask.unit");
        put(shapes, Shape.WORD, "severity only act");
        put(shapes, Shape.DAY, "until");
        put(shapes, Shape.TEXT, "explanation reportProgress.note");
        put(shapes, Shape.NOTE, "papers detail statement");
        put(shapes, Shape.TEXT, "number issuer");
        put(shapes, Shape.DAY, "issuedOn");
        put(shapes, Shape.LINK, "link");
        put(shapes, Shape.WORD, "basis aims scenario rangeMet ceilingIndex");
        put(
                shapes,
                Shape.NOTE,
                "addArea.source correctArea.source advancePlan.reason drawUpPlan.reason setTarget.reason");
        put(shapes, Shape.PROVINCE, "province listProvinces.after");
        put(shapes, Shape.LIMIT, "limit");
        put(shapes, Shape.LARGE_LIMIT, "listRatings.limit");
        put(shapes, Shape.SECONDS, "seconds");
        put(shapes, Shape.ID, "Last-Event-ID");
        put(shapes, Shape.FILTER, "listIndicators.after listIndicators.group listStatements.after");
        put(shapes, Shape.FILTER, "listObservations.indicator listCatalogue.after");
        put(shapes, Shape.FILTER, "listChanges.subject listChanges.key listChanges.madeBy listChanges.text");
        put(shapes, Shape.AMOUNT, "lowest highest jumpMost partsTolerance");
        put(shapes, Shape.WORD, "range jump fall parts calendar previewChecks.status");
        put(shapes, Shape.TEXT, "previewChecks.unit");
        put(shapes, Shape.FORMULA, "numerator denominator formula");
        put(shapes, Shape.LETTERS, "model before compareRules.after base mine theirs file");
        put(shapes, Shape.CODE, "sha256 openRuleDraft.from");
        put(
                shapes,
                Shape.WORD,
                "format rating phase fulfilment endBand paceBand forecastBand reachBand age change agreement");
        put(shapes, Shape.WORD, "saveRuleDraft.evidence reviewRules.evidence mergeRules.evidence");
        put(shapes, Shape.CODE, "flags");
        put(shapes, Shape.TEXT, "vi en");
        put(shapes, Shape.NOTE, "row");
        put(shapes, Shape.ID, "draft release");
        put(shapes, Shape.POSITION, "revision");
        return shapes;
    }

    private static void put(Map<String, Shape> shapes, Shape shape, String names) {
        for (String name : names.split(" ")) {
            shapes.put(name, shape);
        }
    }

    @BeforeAll
    static void start() {
        stack = Stack.running();
        api = OpenApi.of(stack);
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
    void everyOperationOfTheApiIsExercisedHere() {
        assertThat(Requests.BY_OPERATION.keySet()).isEqualTo(api.ids());
    }

    @TestFactory
    Stream<DynamicTest> everyFieldRefusesWhatItCannotMean() {
        return withBody((operation, verdict) -> {
            Request good = Requests.of(operation, own);
            operation.in(In.BODY).forEach(field -> {
                if (field.required()) {
                    verdict.refused(good.field(field.name(), null), "without " + field);
                    verdict.refused(good.field(field.name(), Province.json("null")), "null in " + field);
                }
                for (String other : wrongTypes(field)) {
                    verdict.refused(good.field(field.name(), Province.json(other)), other + " in " + field);
                }
                if (field.type().equals("string")) {
                    for (String wrong : shape(operation, field).wrong) {
                        verdict.refused(good.with(field, wrong), "“%s” in %s".formatted(wrong, field));
                    }
                    for (String control :
                            List.of("\u0000", "a\u0000b", "a\u0007b", "a\u001fb", "a\u007fb", "a\u0085b")) {
                        verdict.refused(
                                good.with(field, control),
                                "control character %x in %s"
                                        .formatted((int) control.charAt(control.length() / 2), field));
                    }
                    for (String lone : List.of("\\ud800", "a\\udfffb", "\\udc00\\ud800")) {
                        String body = good.with(field, "LONE").fields().toString();
                        verdict.refused(good, bytes(body.replace("LONE", lone)), lone + " in " + field);
                    }
                }
            });
        });
    }

    private static List<String> wrongTypes(Position field) {
        return switch (field.type()) {
            case "string" -> List.of("5", "5.5", "true", "[]", "[\"x\"]", "{}");
            case "integer" -> List.of("\"x\"", "\"5\"", "1.5", "1e99", "true", "[]", "{}");
            case "boolean" -> List.of("\"x\"", "\"true\"", "5", "[]", "{}");
            case "array" -> List.of("\"x\"", "5", "true", "{}", "[5]", "[null]", "[[]]", "[true]", "[\"\"]");
            default -> throw new IllegalStateException("What is no %s?".formatted(field.type()));
        };
    }

    @TestFactory
    Stream<DynamicTest> bodiesThatAreNoneAreRefused() {
        return withBody((operation, verdict) -> {
            Request good = Requests.of(operation, own);
            String body = good.fields().toString();
            for (String text : NO_OBJECTS) {
                verdict.refused(good, bytes(text), "the body “%s”".formatted(text));
            }
            verdict.refused(good, bytes(body.substring(0, body.length() - 1)), "half a body");
            verdict.refused(good, bytes(body + body), "two bodies");
            verdict.refused(good, bytes(body + "]"), "something behind the body");
            verdict.refused(good, bytes("[" + body + "]"), "a list of bodies");
            verdict.refused(good.field("/noSuchField", Province.json("1")), "an unknown field");
            objects(good.fields(), "")
                    .forEach(at -> verdict.refused(
                            good.field(at + "/noSuchField", Province.json("{\"a\": 1}")), "an unknown field in " + at));
            Map.Entry<String, JsonNode> first =
                    good.fields().properties().iterator().next();
            verdict.refused(
                    good,
                    bytes("{\"%s\": %s, %s".formatted(first.getKey(), first.getValue(), body.substring(1))),
                    "a field twice");
            String deep = "[".repeat(20_000) + "]".repeat(20_000);
            verdict.refused(
                    good, bytes("{\"%s\": %s}".formatted(first.getKey(), deep)), "20,000 lists inside one another");
            verdict.refused(
                    good,
                    bytes("{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000)),
                    "20,000 objects inside one another");
            for (int[] broken :
                    new int[][] {{0xC3, 0x28}, {0xFF}, {0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xF5, 0x80, 0x80, 0x80}}) {
                operation
                        .in(In.BODY)
                        .filter(field -> field.type().equals("string"))
                        .limit(2)
                        .forEach(field -> verdict.refused(
                                good,
                                withBytes(good.with(field, "LONE").fields().toString(), broken),
                                "broken UTF-8 %x… in %s".formatted(broken[0], field)));
            }
            for (String type : List.of(
                    "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "x")) {
                verdict.refused(good.header("Content-Type", type), "the type " + type);
            }
            if (operation.takes("/unit") && operation.takes("/amount")) {
                Answer answer = verdict.refused(good.field("/unit", Province.json("\"nghìn cột\"")), "another unit");
                verdict.soft
                        .assertThat(answer.json().at("/errors/0/code").asText())
                        .as(operation.id())
                        .isEqualTo("unit-mismatch");
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "observations/bulk, application/x-ndjson, chuyenvien, mỗi dòng một đối tượng JSON",
        "archive/imports, application/zip, quantri, tệp zip",
        "tasks, application/json, duyet, một đối tượng JSON"
    })
    void whoSendsNoBodyIsToldWhatIsWanted(String path, String type, String duty, String wanted) {
        Answer answer = stack.call("POST", "/api/v1/" + path, own.token(duty), Map.of("Content-Type", type), null);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("body-missing");
        assertThat(answer.json().path("detail").asText()).contains("0 byte", wanted, type);
    }

    @Test
    void aRunIsStoredOfNoDayToCome() {
        Operation operation = api.operation("scorePlan");
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(1);
        Request ahead = Requests.of(operation, own).field("/asOf", Province.json("\"%s\"".formatted(tomorrow)));
        Answer answer = stack.call(
                operation.method(),
                ahead.address(operation),
                stack.token(ahead.user()),
                ahead.headers(),
                ahead.bytes());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo("as-of-future");
        assertThat(answer.json().at("/errors/0/at").asText()).isEqualTo("/asOf");
    }

    @Test
    void aTableThatLeavesTargetsOutIsNotTried() {
        Operation operation = api.operation("tryRules");
        Request good = Requests.of(operation, own);
        ObjectNode model = (ObjectNode) Province.json(good.fields().at("/model").asText());
        ArrayNode rows = (ArrayNode) model.get("rows");
        while (rows.size() > 1) {
            rows.remove(1);
        }
        Answer answer = good.field("/model", TextNode.valueOf(model.toString())).send(stack, operation);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo("rules-unfinished");
    }

    @TestFactory
    Stream<DynamicTest> bodiesOfTenMegabytesAreRefused() {
        return withBody((operation, verdict) -> {
            Request good = Requests.of(operation, own);
            Answer answer = verdict.refused(
                    good, bytes("{\"source\": \"%s\"}".formatted("x".repeat(10_000_000))), "ten megabytes");
            verdict.soft.assertThat(answer.status()).as(operation.id()).isEqualTo(413);
        });
    }

    @TestFactory
    Stream<DynamicTest> parametersRefuseWhatTheyCannotMean() {
        return each((operation, verdict) -> {
            Request good = Requests.of(operation, own);
            Answer unknown = verdict.refused(good.query("no-such-parameter", "1"), "an unknown parameter");
            verdict.soft.assertThat(unknown.code()).as(operation.id()).isEqualTo("unknown-parameter");
            operation.positions().stream()
                    .filter(parameter -> parameter.in() == In.QUERY || parameter.in() == In.PATH)
                    .forEach(parameter -> {
                        shape(operation, parameter).wrong.stream()
                                .filter(wrong -> parameter.in() == In.QUERY || !wrong.isEmpty())
                                .forEach(wrong -> verdict.refused(
                                        good.with(parameter, wrong), "“%s” in %s".formatted(wrong, parameter)));
                        for (String control : List.of("a\u0000b", "a\nb", "a\u007fb", "a\u0085b")) {
                            verdict.refused(good.with(parameter, control), "a control character in " + parameter);
                        }
                        String address = good.with(parameter, "LONE").address(operation);
                        for (String broken : List.of("%C3%28", "%FF", "%ED%A0%80", "%C0%80")) {
                            verdict.answered(
                                    () -> stack.call(
                                            operation.method(),
                                            address.replace("LONE", broken),
                                            stack.token(good.user()),
                                            good.headers(),
                                            good.bytes()),
                                    broken + " in " + parameter,
                                    good.user());
                        }
                    });
        });
    }

    /**
     * Asks again where the answer is lost. A server that refuses a header closes the connection with the rest of it unread, and
     * TCP resets it then: now and then before the refusal has been read.
     */
    private static Answer tried(int times, java.util.function.Supplier<Answer> call) {
        try {
            return call.get();
        } catch (java.io.UncheckedIOException e) {
            if (times == 1) {
                throw e;
            }
            return tried(times - 1, call);
        }
    }

    @TestFactory
    Stream<DynamicTest> headersRefuseWhatTheyCannotMean() {
        return each((operation, verdict) -> {
            Request good = Requests.of(operation, own);
            // Of such a request nothing is read, the wanted language neither.
            Answer endless = verdict.answered(
                    () -> tried(
                            3,
                            () -> good.header("X-Anything", "x".repeat(40_000)).send(stack, operation)),
                    "a header of 40,000 characters",
                    good.user());
            verdict.soft.assertThat(endless.status()).as(operation.id()).isEqualTo(431);
            if (operation.takes("If-Match")) {
                Answer missing = verdict.refused(good.without("If-Match"), "no If-Match");
                verdict.soft.assertThat(missing.status()).as(operation.id()).isEqualTo(428);
                for (String tag :
                        List.of("3", "\"abc\"", "W/\"1\"", "*", "\"1\", \"2\"", "\"0\"", "\"99999999999\"", "")) {
                    verdict.refused(good.header("If-Match", tag), "If-Match: " + tag);
                }
                Answer stale = verdict.refused(good.header("If-Match", "\"999\""), "an If-Match of another version");
                verdict.soft.assertThat(stale.status()).as(operation.id()).isEqualTo(412);
            }
            if (operation.takes("If-None-Match")) {
                verdict.refused(good.without("If-Match").header("If-None-Match", "*"), "a first one where one is");
                verdict.refused(good.without("If-Match").header("If-None-Match", "\"1\""), "If-None-Match: \"1\"");
            }
            if (operation.takes("Idempotency-Key")) {
                for (String key : List.of("x".repeat(201), "a b", "")) {
                    verdict.refused(good.header("Idempotency-Key", key), "Idempotency-Key: " + key);
                }
            }
        });
    }

    /** Opening a province is the same whatever its key: the stored row decides. */
    @TestFactory
    Stream<DynamicTest> aKeyIsGoodForOneRequestOnly() {
        return api.operations().stream()
                .filter(operation -> operation.takes("Idempotency-Key"))
                .filter(operation -> !operation.id().equals("openProvince"))
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    Mark before = rows.mark();
                    Request first = Requests.of(operation, own).header("Idempotency-Key", "once");
                    Answer made = first.send(stack, operation);
                    assertThat(made.status()).as(made.toString()).isEqualTo(201);
                    Map<String, String> after = rows.fingerprint();
                    Answer again = first.send(stack, operation);
                    assertThat(again.status()).isEqualTo(201);
                    assertThat(again.body()).isEqualTo(made.body());
                    Answer other = anotherBody(operation, first).send(stack, operation);
                    assertThat(other.status()).isEqualTo(409);
                    assertThat(other.code()).isEqualTo("idempotency-key-reused");
                    assertThat(rows.fingerprint()).isEqualTo(after);
                    rows.forgetSince(before);
                }));
    }

    private static Request anotherBody(Operation operation, Request request) {
        for (Position field : operation.in(In.BODY).toList()) {
            switch (shape(operation, field)) {
                case TEXT -> {
                    return request.with(field, "khác");
                }
                case CODE -> {
                    return request.with(field, "ANOTHER");
                }
                case DAY -> {
                    return request.with(field, "2023-09-30");
                }
                case PERIOD -> {
                    return request.with(field, "2032");
                }
                case ID -> {
                    if (!field.required()) {
                        return request.field(field.name(), null);
                    }
                }
                default -> {}
            }
        }
        throw new IllegalStateException("What can be changed in %s?".formatted(operation.id()));
    }

    @TestFactory
    Stream<DynamicTest> methodsThatAreNotThereAreRefused() {
        return each((operation, verdict) -> {
            Request good = Requests.of(operation, own);
            List<String> there = api.operations().stream()
                    .filter(other -> other.path().equals(operation.path()))
                    .map(Operation::method)
                    .toList();
            for (String method : List.of("DELETE", "PATCH")) {
                if (there.contains(method)) {
                    continue;
                }
                verdict.answered(
                        () -> stack.call(
                                method, good.address(operation), stack.token(good.user()), Map.of(), bytes("{}")),
                        method,
                        good.user());
            }
        });
    }

    private static Shape shape(Operation operation, Position position) {
        String pointer = position.name().replaceAll("/[0-9]+$", "");
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        Shape shape = position.in() == In.PATH && Set.of("code", "indicator").contains(name)
                ? Shape.CODE
                : SHAPES.getOrDefault(operation.id() + "." + name, SHAPES.get(name));
        if (position.in() == In.BODY && !position.type().equals("string")) {
            return Shape.FILTER;
        }
        if (shape == null) {
            throw new IllegalStateException(
                    "%s takes %s: say in SHAPES what it may be.".formatted(operation.id(), position));
        }
        return shape;
    }

    /** Pointers of the objects inside. */
    private static List<String> objects(ObjectNode node, String at) {
        var found = new ArrayList<String>();
        node.properties().forEach(field -> {
            String pointer = at + "/" + field.getKey();
            JsonNode value =
                    field.getValue() instanceof ArrayNode list && !list.isEmpty() ? list.get(0) : field.getValue();
            if (value instanceof ObjectNode inner) {
                found.add(value == field.getValue() ? pointer : pointer + "/0");
                found.addAll(objects(inner, found.getLast()));
            }
        });
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withBytes(String text, int[] broken) {
        int at = text.indexOf("LONE");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(bytes(text.substring(0, at)));
        for (int one : broken) {
            bytes.write(one);
        }
        bytes.writeBytes(bytes(text.substring(at + 4)));
        return bytes.toByteArray();
    }

    private interface Attack {
        void on(Operation operation, Verdict verdict);
    }

    private static Stream<DynamicTest> withBody(Attack attack) {
        return attacked(attack, api.operations().stream().filter(Operation::hasBody));
    }

    private static Stream<DynamicTest> each(Attack attack) {
        return attacked(attack, api.operations().stream());
    }

    private static Stream<DynamicTest> attacked(Attack attack, Stream<Operation> operations) {
        return operations.map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
            Mark before = rows.mark();
            Map<String, String> stored = rows.fingerprint();
            var verdict = new Verdict(operation);
            attack.on(operation, verdict);
            verdict.alsoInEnglish();
            verdict.soft.assertThat(rows.fingerprint()).as("what is stored").isEqualTo(stored);
            rows.forgetSince(before);
            verdict.soft.assertAll();
        }));
    }

    /** Looks at the answers of one operation. */
    private static final class Verdict {

        private final Operation operation;
        private final SoftAssertions soft = new SoftAssertions();
        private final Map<String, Request> byCode = new LinkedHashMap<>();
        private final Map<String, String> titles = new LinkedHashMap<>();

        Verdict(Operation operation) {
            this.operation = operation;
        }

        Answer refused(Request request, String fault) {
            Answer answer = answered(() -> request.send(stack, operation), fault, request.user());
            if (answer.status() != 431
                    && titles.putIfAbsent(
                                    answer.code(), answer.json().path("title").asText())
                            == null) {
                byCode.put(answer.code(), request);
            }
            return answer;
        }

        Answer refused(Request request, byte @Nullable [] body, String fault) {
            return answered(
                    () -> stack.call(
                            operation.method(),
                            request.address(operation),
                            stack.token(request.user()),
                            request.headers(),
                            body),
                    fault,
                    request.user());
        }

        Answer answered(java.util.function.Supplier<Answer> call, String fault, String user) {
            String about =
                    "%s, %s".formatted(operation.id(), fault.length() > 80 ? fault.substring(0, 80) + "…" : fault);
            Answer answer;
            try {
                answer = call.get();
            } catch (java.io.UncheckedIOException e) {
                soft.fail("%s: no answer, %s", about, e.getMessage());
                return new Answer(0, java.net.http.HttpHeaders.of(Map.of(), (a, b) -> true), "");
            }
            soft.assertThat(answer.status()).as("%s: %s", about, answer).isBetween(400, 499);
            if (answer.status() >= 400) {
                soft.assertThat(answer.headers().firstValue("Content-Type"))
                        .as("%s: %s", about, answer)
                        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
                soft.assertThat(answer.code()).as("%s: %s", about, answer).matches("[a-z][a-z-]+");
                for (String sentence : List.of("title", "detail")) {
                    soft.assertThat(answer.json().path(sentence).asText())
                            .as("%s: %s", about, answer)
                            .isNotBlank()
                            .doesNotEndWith("." + sentence)
                            .doesNotContain("{", "vn.cotmoc", "micronaut", "Exception");
                }
                soft.assertThat(answer.body()).as(about).doesNotContain(stack.token(user));
            }
            return answer;
        }

        void alsoInEnglish() {
            byCode.forEach((code, request) -> {
                Answer english =
                        request.header("Accept-Language", "en-GB,en;q=0.9").send(stack, operation);
                soft.assertThat(english.json().path("title").asText())
                        .as("%s, %s in English: %s", operation.id(), code, english)
                        .isNotBlank()
                        .isNotEqualTo(titles.get(code));
            });
        }
    }
}

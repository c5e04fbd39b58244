package vn.cotmoc.deploy;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.cotmoc.deploy.OpenApi.In;
import vn.cotmoc.deploy.OpenApi.Operation;
import vn.cotmoc.deploy.OpenApi.Position;
import vn.cotmoc.deploy.Province.Kind;
import vn.cotmoc.deploy.Requests.Request;
import vn.cotmoc.deploy.Stack.Answer;
import vn.cotmoc.deploy.TenantRows.Mark;

/**
 * One province learns nothing of another, and changes nothing there. Lào Cai asks, Điện Biên is asked for; which operations
 * there are, and where an identifier can stand in them, is read from the API's own description.
 */
class IsolationIT {

    /** Each of these is asked for what another province has and for what nobody has, and must take as long for both. */
    private static final Map<String, Kind> TIMED = Map.ofEntries(
            entry("getIndicator", Kind.INDICATOR),
            entry("getPlan", Kind.PLAN),
            entry("assessPlan", Kind.PLAN),
            entry("listPlanSteps", Kind.PLAN),
            entry("getScoring", Kind.PLAN),
            entry("listRatings", Kind.PLAN),
            entry("listScorecards", Kind.PLAN),
            entry("getScorecard", Kind.SCORECARD),
            entry("replayScorecard", Kind.SCORECARD),
            entry("compareScorecards", Kind.SCORECARD),
            entry("getTarget", Kind.TARGET),
            entry("getIndicatorThreshold", Kind.INDICATOR),
            entry("getAreaThreshold", Kind.INDICATOR),
            entry("getPlanRuleChoice", Kind.PLAN),
            entry("getRuleModel", Kind.RULES),
            entry("getRuleDraft", Kind.RULE_DRAFT),
            entry("getRuleDraftRevision", Kind.RULE_DRAFT),
            entry("getArea", Kind.PART),
            entry("correctArea", Kind.PART),
            entry("correctInstrument", Kind.INSTRUMENT),
            entry("correctPlanTitle", Kind.PLAN),
            entry("listObservationEvidence", Kind.OBSERVATION),
            entry("listInstrumentEvidence", Kind.INSTRUMENT),
            entry("listCaseEvidence", Kind.CASE),
            entry("downloadEvidence", Kind.EVIDENCE),
            entry("getUnit", Kind.UNIT),
            entry("getForm", Kind.FORM),
            entry("getSubmission", Kind.SUBMISSION),
            entry("listSubmissionCells", Kind.SUBMISSION),
            entry("enterFigures", Kind.DRAFT),
            entry("decideReport", Kind.SUBMISSION),
            entry("downloadSheet", Kind.SUBMISSION),
            entry("listImports", Kind.SUBMISSION),
            entry("getImport", Kind.IMPORT),
            entry("listImportRows", Kind.IMPORT),
            entry("confirmImport", Kind.IMPORT),
            entry("downloadRejected", Kind.IMPORT),
            entry("getCase", Kind.CASE),
            entry("decideCase", Kind.CASE),
            entry("getTask", Kind.TASK),
            entry("reportProgress", Kind.TASK),
            entry("changeUnit", Kind.UNIT),
            entry("correctIndicator", Kind.INDICATOR),
            entry("reconcileTarget", Kind.TARGET),
            entry("getTrajectory", Kind.TARGET),
            entry("getProxy", Kind.TARGET),
            entry("checkCoherence", Kind.PLAN),
            entry("amendTarget", Kind.TARGET),
            entry("withdrawTarget", Kind.TARGET),
            entry("scorePlan", Kind.PLAN));

    private static final int TIMED_CALLS = 200;

    private static final Set<String> CURSORS = Set.of("after", "Last-Event-ID");

    private static final String UUIDS = "[0-9a-f]{8}-[0-9a-f-]{27}";

    /**
     * Columns without canaries. What a province publishes is meant for the ministry, which reads these as words of the house:
     * the national indicator, the period, how firm the figure is. Who published it is not for the ministry, and has a canary.
     * The names of provinces are nobody's secret, and how a threshold reads ranges and ceilings is one of two words.
     */
    private static final Set<String> PLAIN = Set.of(
            "published_figure.national_code",
            "published_figure.period",
            "published_figure.status",
            "published_plan.plan_title",
            "published_plan.plan_period",
            "threshold.range_met",
            "threshold.ceiling_index",
            "tenant.name_vi",
            "tenant.name_en",
            "tenant.code");

    private static Stack stack;
    private static OpenApi api;
    private static TenantRows rows;
    private static Mark begun;
    private static Province own;
    private static Province foreign;

    @BeforeAll
    static void start() {
        stack = Stack.running();
        api = OpenApi.of(stack);
        rows = new TenantRows(stack.postgres());
        begun = rows.mark();
        own = new Province(stack, rows, "lao-cai", "lc");
        foreign = new Province(stack, rows, "dien-bien", "db");
        own.wasScored(rows);
        foreign.wasScored(rows);
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

    /** A request that is refused for another reason would prove nothing. */
    @TestFactory
    Stream<DynamicTest> theProvinceMayReallyAskThis() {
        return each(operation -> {
            Mark before = rows.mark();
            Answer answer = Requests.of(operation, own).send(stack, operation);
            assertThat(answer).as(operation.id()).matches(given -> Requests.allowed(operation, given));
            if (answer.ok()) {
                assertThat(operation.statuses())
                        .as("what the description says of %s", operation.id())
                        .contains(String.valueOf(answer.status()));
            }
            rows.forgetSince(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> foreignIdentifiersAreAnsweredLikeOnesThatNeverExisted() {
        return each(operation -> {
            Map<String, String> before = rows.fingerprint(foreign.id());
            var different = new SoftAssertions();
            for (Position position : operation.positions()) {
                Map<String, String> toNobodys = new HashMap<>();
                for (Kind kind : Kind.values()) {
                    if (!isTheCallersBusiness(operation, kind)) {
                        compare(operation, position, kind, toNobodys, different);
                    }
                }
            }
            different.assertAll();
            assertThat(rows.fingerprint(foreign.id())).isEqualTo(before);
        });
    }

    /** Else the comparison could not tell a leak. */
    @TestFactory
    Stream<DynamicTest> ownIdentifiersAreAnsweredOtherwise() {
        return TIMED.keySet().stream()
                .sorted()
                .map(api::operation)
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    Position position = operation.in(In.PATH).findFirst().orElseThrow();
                    String ours = own.identifier(Objects.requireNonNull(TIMED.get(operation.id())));
                    String nobodys = Province.neverExisting(ours);
                    assertThat(comparable(operation, answer(operation, position, ours), ours))
                            .isNotEqualTo(comparable(operation, answer(operation, position, nobodys), nobodys));
                }));
    }

    /** The platform's administrator opens provinces, and may know which there are. */
    private static boolean isTheCallersBusiness(Operation operation, Kind kind) {
        return kind == Kind.PROVINCE && Requests.of(operation, own).user().equals("nen.tang");
    }

    /** @param toNobodys what was answered to identifiers that nobody ever had, by shape: one UUID of nobody's is like another */
    private static void compare(
            Operation operation,
            Position position,
            Kind kind,
            Map<String, String> toNobodys,
            SoftAssertions different) {
        String theirs = foreign.identifier(kind);
        Answer toTheirs = answer(operation, position, theirs);
        // A cursor must stand right beside theirs: what follows differs from place to place.
        boolean alike = theirs.matches(UUIDS) && !CURSORS.contains(position.name());
        String expected = toNobodys.computeIfAbsent(alike ? UUIDS : theirs, shape -> {
            String nobodys = Province.neverExisting(theirs);
            return comparable(operation, answer(operation, position, nobodys), nobodys);
        });
        different
                .assertThat(comparable(operation, toTheirs, theirs))
                .as("%s, %s in %s", operation.id(), kind, position)
                .isEqualTo(expected);
        foreign.identifiers().values().stream()
                .filter(other -> !other.equals(theirs))
                .forEach(other -> different
                        .assertThat(toTheirs.body())
                        .as("%s, %s in %s", operation.id(), kind, position)
                        .doesNotContain(other));
    }

    private static Answer answer(Operation operation, Position position, String identifier) {
        Mark before = rows.mark();
        Answer answer = Requests.of(operation, own).with(position, identifier).send(stack, operation);
        if (!operation.isGet() && answer.ok()) {
            forget(before, operation);
        }
        return answer;
    }

    /** Status, telling headers and body, but for the echo, the trace and what a creating call makes anew each time. */
    private static String comparable(Operation operation, Answer answer, String echo) {
        JsonNode body = answer.json();
        if (body instanceof ObjectNode fields) {
            fields.remove("traceId");
            if (!operation.isGet() && answer.ok()) {
                withoutWhatIsNew(fields);
            }
        }
        String headers = Stream.of("Content-Type", "ETag", "Location", "WWW-Authenticate", "Cache-Control")
                .map(name -> name + ": "
                        + answer.headers().firstValue(name).orElse("–").replaceAll(UUIDS, "…"))
                .collect(Collectors.joining("\n"));
        return "%d\n%s\n%s".formatted(answer.status(), headers, body).replace(echo, "§");
    }

    private static void withoutWhatIsNew(JsonNode node) {
        if (node instanceof ObjectNode fields) {
            Stream.of("id", "recordedAt", "stored").forEach(fields::remove);
        }
        node.forEach(IsolationIT::withoutWhatIsNew);
    }

    @Test
    void theThresholdOfAnIndicatorIsHiddenWhereBothHaveTheIndicator() {
        List<String> national = rows.rows("""
                        select code from national_indicator
                        where code not in (select indicator_code from threshold where indicator_code is not null)
                        order by code limit 2""").stream().map(List::getFirst).toList();
        Operation change = api.operation("setIndicatorThreshold");
        Answer made = Requests.of(change, foreign)
                .path("indicator", national.getFirst())
                .without("If-Match")
                .header("If-None-Match", "*")
                .send(stack, change);
        assertThat(made).matches(Answer::ok);
        for (String operation : List.of("getIndicatorThreshold", "setIndicatorThreshold")) {
            List<String> answers = national.stream()
                    .map(code -> {
                        Mark before = rows.mark();
                        Operation asked = api.operation(operation);
                        Answer answer =
                                Requests.of(asked, own).path("indicator", code).send(stack, asked);
                        assertThat(answer.ok()).isFalse();
                        rows.forgetSince(before);
                        return comparable(asked, answer, code);
                    })
                    .toList();
            assertThat(answers.getFirst()).isEqualTo(answers.getLast());
        }
    }

    @Test
    void thePlansPeriodOfAnotherProvinceIsFreeHere() {
        Operation drawUp = api.operation("drawUpPlan");
        assertThat(Requests.of(drawUp, foreign).send(stack, drawUp)).matches(Answer::ok);
        Mark before = rows.mark();
        assertThat(Requests.of(drawUp, own).send(stack, drawUp)).matches(Answer::ok);
        forget(before, drawUp);
    }

    @Test
    void anIdempotencyKeyOfTheSamePersonInAnotherProvinceIsUnknownHere() {
        Operation record = api.operation("recordObservation");
        Request there = Requests.of(record, foreign).header("Idempotency-Key", "mine");
        Request here = Requests.of(record, own).header("Idempotency-Key", "mine");
        Answer answeredThere = there.send(stack, record, stack.token("hai.tinh", "openid organization:dien-bien"));
        assertThat(answeredThere.status()).isEqualTo(201);
        Answer answeredHere = here.send(stack, record, stack.token("hai.tinh", "openid organization:lao-cai"));
        assertThat(answeredHere.status()).isEqualTo(201);
        assertThat(answeredHere.json().path("id"))
                .isNotEqualTo(answeredThere.json().path("id"));
        assertThat(answeredHere.json().path("area").asText()).isEqualTo(own.identifier(Kind.AREA));
    }

    @Test
    void canariesInEveryTableOfAnotherProvinceNeverAppear() {
        Runnable putBack = rows.keepSingleRows();
        Mark before = rows.mark();
        try {
            rows.plantCanaries(foreign.id(), own.id(), PLAIN);
            assertThat(rows.tables().stream()
                            .filter(table -> !table.equals("tenant") && rows.bearsTexts(table))
                            .filter(table -> rows.countCanaries(table) == 0))
                    .as("tables of which the provinces of the test have no row")
                    .isEmpty();
            Operation areas = api.operation("listAreas");
            assertThat(Requests.of(areas, foreign).send(stack, areas).body())
                    .as("the province itself sees its canaries, so they can be seen")
                    .contains("CANARY_AREA_NAME");
            var seen = new SoftAssertions();
            for (String user : readers()) {
                for (Operation operation : api.operations()) {
                    if (operation.isGet()) {
                        Answer answer = Requests.of(operation, own).as(user).send(stack, operation);
                        seen.assertThat(answer.status())
                                .as("%s by %s: %s", operation.id(), user, answer)
                                .isLessThan(500);
                        seen.assertThat(answer.headers().map() + answer.body())
                                .as("%s by %s", operation.id(), user)
                                .doesNotContainIgnoringCase("canary");
                    }
                }
            }
            seen.assertAll();
        } finally {
            rows.forgetSince(before);
            putBack.run();
        }
    }

    private static List<String> readers() {
        return Stream.concat(
                        Stream.of("xem", "chuyenvien", "duyet", "quytac", "quantri")
                                .map(own::user),
                        Stream.of("bo.xem", "bo.quytac"))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> namingAnotherProvinceChangesNothing() {
        return each(operation -> {
            Map<String, String> before = rows.fingerprint(foreign.id());
            Request request = Requests.of(operation, own);
            if (!request.user().equals("nen.tang")) {
                String usual = comparable(operation, sent(operation, request), "§");
                Request naming = request;
                for (String header : List.of(
                        "X-Tenant", "X-Tenant-Id", "tenantId", "X-Organization", "X-Province", "Cookie", "Forwarded")) {
                    naming = naming.header(header, header.equals("Cookie") ? "tenant=dien-bien" : "dien-bien");
                }
                assertThat(comparable(operation, sent(operation, naming), "§")).isEqualTo(usual);
            }
            for (String name : List.of("tenant", "tenantId", "tenant_id", "organization")) {
                Answer query = request.query(name, "dien-bien").send(stack, operation);
                assertThat(query.status()).as("%s?%s", operation.id(), name).isEqualTo(422);
                if (operation.hasBody()) {
                    Answer body = request.field("/" + name, Province.json("\"dien-bien\""))
                            .send(stack, operation);
                    assertThat(body.status())
                            .as("%s {%s}", operation.id(), name)
                            .isEqualTo(request.headers().containsValue(OpenApi.LINES) ? 422 : 400);
                }
            }
            assertThat(rows.fingerprint(foreign.id())).isEqualTo(before);
        });
    }

    private static Answer sent(Operation operation, Request request) {
        Mark before = rows.mark();
        Answer answer = request.send(stack, operation);
        if (!operation.isGet()) {
            forget(before, operation);
        }
        return answer;
    }

    private static void forget(Mark before, Operation operation) {
        assertThat(rows.forgetSince(before))
                .as("whose rows %s changed", operation.id())
                .doesNotContain(foreign.id());
    }

    @Test
    void askingTheIssuerForAnotherProvinceGivesNone() {
        String token = stack.token(own.user("chuyenvien"), "openid organization:dien-bien");
        assertThat(me(token).status()).isEqualTo(403);
        assertThat(me(token).code()).isEqualTo("no-province");
    }

    @Test
    void aPersonOfTwoProvincesWorksInTheOneThatWasChosen() {
        String token = stack.token("hai.tinh", "openid organization:lao-cai");
        assertThat(me(token).json().at("/province/id").asText()).isEqualTo("lao-cai");
        Operation areas = api.operation("listAreas");
        assertThat(Requests.of(areas, own)
                        .send(stack, areas, token)
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(own.identifier(Kind.AREA));
        Operation plan = api.operation("getPlan");
        assertThat(Requests.of(plan, foreign).send(stack, plan, token).status()).isEqualTo(404);
    }

    @Test
    void whoHasNotChosenOrHasNoProvinceIsToldSo() {
        Answer undecided = me(stack.token("hai.tinh"));
        assertThat(undecided.status()).isEqualTo(403);
        assertThat(undecided.code()).isIn("choose-a-province", "no-province");
        Answer nowhere = me(stack.token("khong.tinh"));
        assertThat(nowhere.status()).isEqualTo(403);
        assertThat(nowhere.code()).isEqualTo("no-province");
    }

    private static Answer me(String token) {
        return stack.call("GET", "/api/v1/me", token, Map.of(), null);
    }

    @TestFactory
    Stream<DynamicTest> timesTellNothing() {
        return TIMED.keySet().stream()
                .sorted()
                .map(api::operation)
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> timesOf(operation)));
    }

    @Test
    void everyReadingByIdentifierIsTimed() {
        assertThat(api.operations().stream()
                        .filter(Operation::isGet)
                        .filter(operation -> operation.in(In.PATH).findAny().isPresent())
                        .map(Operation::id))
                .as(
                        "but for provinces, which the platform's administrator may know, and the nation's releases, which all may")
                .filteredOn(id -> !Set.of("getProvince", "listImpactsOfRelease").contains(id))
                .isSubsetOf(TIMED.keySet());
    }

    /** A disturbance of the machine passes, a difference stays: one try of three must show none. */
    private static void timesOf(Operation operation) {
        Kind kind = Objects.requireNonNull(TIMED.get(operation.id()));
        Position position = operation.in(In.PATH).findFirst().orElseThrow();
        String theirs = foreign.identifier(kind);
        Request base = Requests.of(operation, own);
        Request toTheirs = base.with(position, theirs);
        Request toNobodys = base.with(position, Province.neverExisting(theirs));
        var tries = new ArrayList<String>();
        for (int attempt = 0; attempt < 3; attempt++) {
            long[] foreignTimes = new long[TIMED_CALLS];
            long[] nobodysTimes = new long[TIMED_CALLS];
            for (int i = 0; i < TIMED_CALLS; i++) {
                boolean foreignFirst = i % 2 == 0;
                if (foreignFirst) {
                    foreignTimes[i] = nanos(() -> toTheirs.send(stack, operation));
                }
                nobodysTimes[i] = nanos(() -> toNobodys.send(stack, operation));
                if (!foreignFirst) {
                    foreignTimes[i] = nanos(() -> toTheirs.send(stack, operation));
                }
            }
            double difference = (double) median(foreignTimes) / median(nobodysTimes) - 1;
            tries.add(String.format(Locale.ROOT, "%+.1f %% of %.2f ms", difference * 100, median(nobodysTimes) / 1e6));
            if (Math.abs(difference) < 0.2) {
                System.out.printf("%s: foreign against never existing %s%n", operation.id(), tries.getLast());
                return;
            }
        }
        fail("%s takes another time for what another province has: %s.", operation.id(), tries);
    }

    private static long nanos(Supplier<Answer> call) {
        long begun = System.nanoTime();
        Answer answer = call.get();
        long taken = System.nanoTime() - begun;
        assertThat(answer.status()).isBetween(400, 499);
        return taken;
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private interface Check {
        void of(Operation operation) throws Exception;
    }

    private static Stream<DynamicTest> each(Check check) {
        Collection<Operation> operations = api.operations();
        return operations.stream().map(operation -> DynamicTest.dynamicTest(operation.id(), () -> check.of(operation)));
    }
}

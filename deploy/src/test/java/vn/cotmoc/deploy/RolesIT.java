package vn.cotmoc.deploy;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.cotmoc.deploy.OpenApi.Operation;
import vn.cotmoc.deploy.Requests.Request;
import vn.cotmoc.deploy.Stack.Answer;
import vn.cotmoc.deploy.TenantRows.Mark;

/** Who may do what: every operation by everyone. */
class RolesIT {

    private static final Set<String> NOBODY_KNOWN = Set.of("nobody");
    private static final Set<String> NOWHERE = Set.of("khong.tinh", "hai.tinh");
    private static final Set<String> PROVINCE =
            Set.of("lc.xem", "lc.chuyenvien", "lc.duyet", "lc.quytac", "lc.quantri");
    private static final Set<String> OFFICER = Set.of("lc.chuyenvien");
    private static final Set<String> APPROVER = Set.of("lc.duyet");
    private static final Set<String> RULE_AUTHOR = Set.of("lc.quytac");
    private static final Set<String> PROVINCE_ADMIN = Set.of("lc.quantri");
    private static final Set<String> MINISTRY = Set.of("bo.xem", "bo.quytac");
    private static final Set<String> NATION = Set.of("bo.quytac");
    private static final Set<String> PLATFORM = Set.of("nen.tang");

    private static final Set<String> EVERYONE = union(NOBODY_KNOWN, NOWHERE, PROVINCE, MINISTRY, PLATFORM);

    private static final Map<String, Set<String>> MAY = Map.ofEntries(
            entry("getConfiguration", EVERYONE),
            entry("getMe", union(PROVINCE, MINISTRY, PLATFORM)),
            entry("listAreas", PROVINCE),
            entry("getArea", PROVINCE),
            entry("addArea", PROVINCE_ADMIN),
            entry("correctArea", PROVINCE_ADMIN),
            entry("correctPlanTitle", PROVINCE_ADMIN),
            entry("recordSuccession", PROVINCE_ADMIN),
            entry("recordProvinceSuccession", PROVINCE_ADMIN),
            entry("listUnits", PROVINCE),
            entry("getUnit", PROVINCE),
            entry("addUnit", PROVINCE_ADMIN),
            entry("changeUnit", PROVINCE_ADMIN),
            entry("enterMember", PROVINCE_ADMIN),
            entry("removeMember", PROVINCE_ADMIN),
            entry("assignIndicator", PROVINCE_ADMIN),
            entry("withdrawAssignment", PROVINCE_ADMIN),
            entry("listForms", PROVINCE),
            entry("getForm", PROVINCE),
            entry("addForm", PROVINCE_ADMIN),
            entry("changeForm", PROVINCE_ADMIN),
            entry("moveDeadline", PROVINCE_ADMIN),
            entry("listSubmissions", PROVINCE),
            entry("getSubmission", PROVINCE),
            entry("listSubmissionCells", PROVINCE),
            entry("beginSubmission", OFFICER),
            entry("enterFigures", OFFICER),
            entry("downloadSheet", PROVINCE),
            entry("uploadSheet", OFFICER),
            entry("listImports", PROVINCE),
            entry("getImport", PROVINCE),
            entry("listImportRows", PROVINCE),
            entry("confirmImport", OFFICER),
            entry("downloadRejected", PROVINCE),
            entry("submitReport", OFFICER),
            entry("decideReport", APPROVER),
            entry("listDuties", PROVINCE),
            entry("listPunctuality", PROVINCE),
            entry("listNotifications", PROVINCE),
            entry("readNotifications", PROVINCE),
            entry("listCases", PROVINCE),
            entry("getCase", PROVINCE),
            entry("decideCase", APPROVER),
            entry("explainCase", OFFICER),
            entry("listTasks", PROVINCE),
            entry("getTask", PROVINCE),
            entry("addTask", union(APPROVER, PROVINCE_ADMIN)),
            entry("reportProgress", OFFICER),
            entry("dropTask", union(APPROVER, PROVINCE_ADMIN)),
            entry("exportProvince", PROVINCE_ADMIN),
            entry("importProvince", PROVINCE_ADMIN),
            entry("listIndicators", PROVINCE),
            entry("getIndicator", PROVINCE),
            entry("addIndicator", PROVINCE_ADMIN),
            entry("correctIndicator", PROVINCE_ADMIN),
            entry("listCatalogue", PROVINCE),
            entry("adoptIndicator", PROVINCE_ADMIN),
            entry("getFigure", PROVINCE),
            entry("getFiguresOfAreas", PROVINCE),
            entry("listChanges", union(PROVINCE_ADMIN, APPROVER)),
            entry("listObservations", PROVINCE),
            entry("recordObservation", OFFICER),
            entry("recordObservations", OFFICER),
            entry("withdrawObservation", union(OFFICER, APPROVER)),
            entry("getFigureCourse", PROVINCE),
            entry("listObservationEvidence", PROVINCE),
            entry("attachObservationEvidence", OFFICER),
            entry("listCaseEvidence", PROVINCE),
            entry("attachCaseEvidence", OFFICER),
            entry("listInstrumentEvidence", PROVINCE),
            entry("attachInstrumentEvidence", PROVINCE_ADMIN),
            entry("downloadEvidence", PROVINCE),
            entry("listPlans", PROVINCE),
            entry("getPlan", PROVINCE),
            entry("drawUpPlan", PROVINCE_ADMIN),
            entry("listPlanSteps", PROVINCE),
            entry("advancePlan", PROVINCE_ADMIN),
            entry("listInstruments", PROVINCE),
            entry("addInstrument", PROVINCE_ADMIN),
            entry("correctInstrument", PROVINCE_ADMIN),
            entry("assessPlan", PROVINCE),
            entry("getScoring", PROVINCE),
            entry("streamEvents", PROVINCE),
            entry("listRatings", PROVINCE),
            entry("listScorecards", PROVINCE),
            entry("getScorecard", PROVINCE),
            entry("replayScorecard", PROVINCE),
            entry("compareScorecards", PROVINCE),
            entry("rollUpProvince", PROVINCE),
            entry("scorePlan", union(OFFICER, APPROVER, RULE_AUTHOR, PROVINCE_ADMIN)),
            entry("getTarget", PROVINCE),
            entry("setTarget", PROVINCE_ADMIN),
            entry("amendTarget", PROVINCE_ADMIN),
            entry("withdrawTarget", PROVINCE_ADMIN),
            entry("putInCharge", PROVINCE_ADMIN),
            entry("checkCoherence", PROVINCE),
            entry("getTrajectory", PROVINCE),
            entry("getProxy", PROVINCE),
            entry("setTrajectory", PROVINCE_ADMIN),
            entry("reconcileTarget", PROVINCE),
            entry("listStatements", PROVINCE),
            entry("quoteStatement", union(OFFICER, PROVINCE_ADMIN)),
            entry("correctStatement", PROVINCE_ADMIN),
            entry("listChecks", PROVINCE),
            entry("previewChecks", PROVINCE),
            entry("setProvinceChecks", PROVINCE_ADMIN),
            entry("setIndicatorChecks", PROVINCE_ADMIN),
            entry("listRuleSets", union(PROVINCE, NATION)),
            entry("listRuleChoices", PROVINCE),
            entry("getProvinceRuleChoice", PROVINCE),
            entry("chooseProvinceRules", RULE_AUTHOR),
            entry("getPlanRuleChoice", PROVINCE),
            entry("choosePlanRules", RULE_AUTHOR),
            entry("getRuleModel", union(PROVINCE, NATION)),
            entry("listRuleReleases", union(PROVINCE, NATION)),
            entry("listRuleImpacts", PROVINCE),
            entry("listImpactsOfRelease", NATION),
            entry("rollBackRules", union(RULE_AUTHOR, NATION)),
            entry("listRuleDrafts", union(RULE_AUTHOR, PROVINCE_ADMIN, NATION)),
            entry("openRuleDraft", union(RULE_AUTHOR, NATION)),
            entry("getRuleDraft", union(RULE_AUTHOR, PROVINCE_ADMIN, NATION)),
            entry("getRuleDraftRevision", union(RULE_AUTHOR, PROVINCE_ADMIN, NATION)),
            entry("saveRuleDraft", union(RULE_AUTHOR, NATION)),
            entry("proposeRuleDraft", union(RULE_AUTHOR, NATION)),
            entry("approveRuleDraft", union(RULE_AUTHOR, PROVINCE_ADMIN, NATION)),
            entry("returnRuleDraft", union(RULE_AUTHOR, PROVINCE_ADMIN, NATION)),
            entry("withdrawRuleDraft", union(RULE_AUTHOR, PROVINCE_ADMIN, NATION)),
            entry("releaseRuleDraft", union(RULE_AUTHOR, PROVINCE_ADMIN, NATION)),
            entry("reviewRules", union(RULE_AUTHOR, PROVINCE_ADMIN, NATION)),
            entry("tryRules", union(RULE_AUTHOR, PROVINCE_ADMIN)),
            entry("emitRules", union(RULE_AUTHOR, PROVINCE_ADMIN, NATION)),
            entry("compareRules", union(RULE_AUTHOR, PROVINCE_ADMIN, NATION)),
            entry("mergeRules", union(RULE_AUTHOR, PROVINCE_ADMIN, NATION)),
            entry("readRuleTable", union(RULE_AUTHOR, PROVINCE_ADMIN, NATION)),
            entry("listThresholds", union(PROVINCE, NATION)),
            entry("getNationThreshold", union(PROVINCE, NATION)),
            entry("setNationThreshold", NATION),
            entry("getProvinceThreshold", PROVINCE),
            entry("setProvinceThreshold", RULE_AUTHOR),
            entry("getIndicatorThreshold", PROVINCE),
            entry("setIndicatorThreshold", RULE_AUTHOR),
            entry("getAreaThreshold", PROVINCE),
            entry("setAreaThreshold", RULE_AUTHOR),
            entry("publishFigures", APPROVER),
            entry("getOverview", MINISTRY),
            entry("listProvinces", PLATFORM),
            entry("getProvince", PLATFORM),
            entry("openProvince", PLATFORM));

    private static Stack stack;
    private static OpenApi api;
    private static TenantRows rows;
    private static Mark begun;
    private static Province own;

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
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
    void everyOperationHasItsLine() {
        assertThat(MAY.keySet()).isEqualTo(api.ids());
    }

    @Test
    void theDescriptionSaysOfExactlyTheOpenOperationsThatTheyNeedNoToken() {
        assertThat(api.operations().stream().filter(Operation::anonymous).map(Operation::id))
                .containsExactlyInAnyOrderElementsOf(MAY.entrySet().stream()
                        .filter(line -> line.getValue().contains("nobody"))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void theSchemaOfRuleSetsIsReadByAnybodyWhereItSaysThatItIs() {
        Answer schema = stack.call("GET", "/schemas/rule-set.schema.json", null, Map.of(), null);
        assertThat(schema.status()).isEqualTo(200);
        assertThat(schema.headers().firstValue("Content-Type")).contains("application/schema+json");
        assertThat(schema.body())
                .contains("\"$id\" : \"https://cotmoc.vn/schemas/rule-set.schema.json\"")
                .contains("https://json-schema.org/draft/2020-12/schema");
        assertThat(stack.call("GET", "/schemas/another.json", null, Map.of(), null)
                        .status())
                .isEqualTo(404);
    }

    @TestFactory
    Stream<DynamicTest> everyoneMayDoWhatIsTheirsAndNothingElse() {
        return api.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    Set<String> may = Objects.requireNonNull(MAY.get(operation.id()));
                    Request request = Requests.of(operation, own);
                    var right = new SoftAssertions();
                    for (String user : EVERYONE) {
                        Mark before = rows.mark();
                        Answer answer = request.send(stack, operation, tokenOf(user));
                        rows.forgetSince(before);
                        right.assertThat(answered(operation, answer))
                                .as("%s by %s: %s", operation.id(), user, answer)
                                .isEqualTo(may.contains(user) ? done(operation, user) : refusal(user));
                    }
                    right.assertAll();
                }));
    }

    /** As the screens sign in: with every province of the user. */
    private static @Nullable String tokenOf(String user) {
        return NOBODY_KNOWN.contains(user) ? null : stack.token(user, "openid organization:*");
    }

    private static String answered(Operation operation, Answer answer) {
        return Requests.allowed(operation, answer) ? "done" : answer.status() + " " + answer.code();
    }

    /** In the nation's workspace nothing of Lào Cai's is there. */
    private static String done(Operation operation, String user) {
        return NATION.contains(user)
                ? switch (operation.id()) {
                    case "getRuleModel" -> "404 unknown-rule-set";
                    case "rollBackRules" -> "404 unknown-rule-release";
                    case "openRuleDraft" -> "422 rule-set-not-national";
                    case "getRuleDraftRevision" -> "404 unknown-rule-draft-revision";
                    case "getRuleDraft",
                            "saveRuleDraft",
                            "proposeRuleDraft",
                            "approveRuleDraft",
                            "returnRuleDraft",
                            "withdrawRuleDraft",
                            "releaseRuleDraft" -> "404 unknown-rule-draft";
                    default -> "done";
                }
                : "done";
    }

    private static String refusal(String user) {
        return switch (user) {
            case "nobody" -> "401 not-signed-in";
            case "khong.tinh" -> "403 no-province";
            case "hai.tinh" -> "403 choose-a-province";
            default -> "403 not-allowed";
        };
    }
}

package vn.cotmoc.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.deploy.Stack.Answer;

/**
 * A province of the demo with one identifier of each kind that it really has, some of them made for the test by the province's
 * own people.
 */
final class Province {

    /** What can be named in a request. */
    enum Kind {
        PLAN,
        TARGET,
        OBSERVATION,
        /** A file attached to that figure. */
        EVIDENCE,
        SCORECARD,
        /** The province itself. */
        AREA,
        /** The hash of a rule set that it released. */
        RULES,
        /** Of the next version of a rule set, in the hands of its author. */
        RULE_DRAFT,
        RULE_PROPOSED,
        RULE_APPROVED,
        /** A commune of it. */
        PART,
        /** A commune that begins on the day of the succession in {@link Requests}. */
        SUCCESSOR,
        UNIT,
        /** Another unit, which coordinates. */
        HELPER,
        /** A paper that the plan's step points to. */
        INSTRUMENT,
        /** A target of the indicator of the province's own, with named entities; others can be its parts. */
        WHOLE,
        /** Of an indicator to that unit. */
        ASSIGNMENT,
        /** User name of somebody in that unit. */
        MEMBER,
        THRESHOLD,
        /** A yearly form that the compiling unit fills in. */
        FORM,
        /** A report by it that is a draft and complete. */
        DRAFT,
        /** One that waits for approval. */
        SUBMISSION,
        /** The draft's spreadsheet, read, with one reading to confirm. */
        IMPORT,
        /** What the approvers were told of it. */
        NOTIFICATION,
        /** Code of an indicator of the province's own. */
        INDICATOR,
        /** Of the whole, which was missed; the compiling unit is asked to explain. */
        CASE,
        /** Of the compiling unit. */
        TASK,
        /** Code of a quoted statement, a task. */
        STATEMENT,
        /** Idempotency-Key that was used there. */
        KEY,
        /** The province's own id. */
        PROVINCE
    }

    /** Of the national catalogue; the province has it no more, so that it can adopt it. */
    static final String NOT_ADOPTED = "INVESTMENT_TO_GRDP";

    /** Of the nation, which every province sees. */
    private static final String THRESHOLD = "/api/v1/thresholds/province";

    static final String NATIONAL_RELEASE = "01a20000-0000-7000-8000-000000000001";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final String id;
    private final String prefix;
    private final Map<Kind, String> identifiers = new EnumMap<>(Kind.class);
    private final String provinceThresholdTag;
    private final String planPeriod;
    private final String unitCode;
    private final String opening;
    private final byte[] sheet;

    /** @param prefix of its users' names, e.g. {@code lc} */
    Province(Stack stack, TenantRows rows, String id, String prefix) {
        this.stack = stack;
        this.id = id;
        this.prefix = prefix;
        String mark = "OF_%s_7".formatted(prefix.toUpperCase(Locale.ROOT));
        identifiers.put(Kind.PROVINCE, id);
        identifiers.put(Kind.AREA, get("/api/v1/areas").at("/items/0/id").asText());
        JsonNode plan = scoredPlan();
        identifiers.put(Kind.PLAN, plan.path("id").asText());
        String plans = "/api/v1/plans/" + plan.path("id").asText();
        identifiers.put(
                Kind.SCORECARD, get(plans + "/scorecards").at("/items/0/id").asText());
        identifiers.put(
                Kind.TARGET, get(plans + "/scorecard").at("/targets/0/id").asText());
        rows.forget("indicator", id, "code", NOT_ADOPTED);
        String indicator = "INDICATOR_" + mark;
        identifiers.put(Kind.INDICATOR, indicator);
        make("quantri", "POST", "/api/v1/indicators", Map.of(), """
                {"code": "%s", "name": "Chỉ tiêu thử", "nameEn": "A trial", "unit": "cột", "unitEn": "stones", "decimals": 1,
                 "direction": "neutral", "kind": "count", "group": "economy", "cadence": "year",
                 "definition": "Để kiểm thử.", "source": "Kiểm thử"}""".formatted(indicator));
        identifiers.put(
                Kind.THRESHOLD,
                make(
                                "quytac",
                                "PUT",
                                "/api/v1/thresholds/indicators/" + indicator,
                                Map.of("If-None-Match", "*"),
                                Requests.THRESHOLD)
                        .path("id")
                        .asText());
        for (String scope : List.of("province", "plans/" + identifier(Kind.PLAN))) {
            make("quytac", "PUT", "/api/v1/rule-choices/" + scope, Map.of("If-None-Match", "*"), Requests.RULES);
        }
        rulesOfItsOwn();
        nationsRules(rows);
        make("quantri", "PUT", "/api/v1/checks/province", Map.of("If-None-Match", "*"), Requests.CHECKS);
        make("quantri", "PUT", "/api/v1/checks/indicators/" + indicator, Map.of("If-None-Match", "*"), Requests.CHECKS);
        identifiers.put(
                Kind.OBSERVATION,
                make("chuyenvien", "POST", "/api/v1/observations", Map.of(), """
                {"indicator": "%s", "period": "2022", "status": "official", "amount": "7", "unit": "cột", "source": "Kiểm thử"}""".formatted(indicator))
                        .path("id")
                        .asText());
        mistakes(indicator);
        identifiers.put(
                Kind.EVIDENCE,
                make(
                                "chuyenvien",
                                "POST",
                                "/api/v1/observations/" + identifier(Kind.OBSERVATION) + "/evidence",
                                Requests.FORM,
                                Requests.form("bao-cao.txt", "Một báo cáo."))
                        .path("id")
                        .asText());
        identifiers.put(Kind.PART, commune("T1" + prefix.toUpperCase(Locale.ROOT), "2010-01-01"));
        make(
                "quytac",
                "PUT",
                "/api/v1/thresholds/indicators/%s/areas/%s".formatted(indicator, identifier(Kind.PART)),
                Map.of("If-None-Match", "*"),
                Requests.THRESHOLD);
        identifiers.put(Kind.SUCCESSOR, commune("T2" + prefix.toUpperCase(Locale.ROOT), "2024-01-01"));
        unitCode = "UNIT-" + mark;
        identifiers.put(
                Kind.UNIT,
                make("quantri", "POST", "/api/v1/units", Map.of(), """
                {"code": "%s", "name": "Sở kiểm thử", "nameEn": "Department of trials", "kind": "department",
                 "validFrom": "2020-01-01"}""".formatted(unitCode))
                        .path("id")
                        .asText());
        String unit = "/api/v1/units/" + identifier(Kind.UNIT);
        identifiers.put(
                Kind.ASSIGNMENT,
                make("quantri", "POST", unit + "/assignments", Map.of(), """
                {"indicator": "%s"}""".formatted(indicator))
                        .path("id")
                        .asText());
        identifiers.put(
                Kind.HELPER,
                make("quantri", "POST", "/api/v1/units", Map.of(), """
                {"code": "%s", "name": "Sở phối hợp", "nameEn": "Department that helps", "kind": "department",
                 "validFrom": "2020-01-01"}""".formatted("HELPER-" + mark))
                        .path("id")
                        .asText());
        lifeOf(plan, indicator, mark);
        reports(indicator, mark);
        sheet = Sheets.filled(
                stack.download(submission(Kind.DRAFT) + "/sheet", token("chuyenvien")), Map.of(Sheets.FIGURE, "1.234"));
        identifiers.put(
                Kind.IMPORT,
                stack.call(
                                "POST",
                                submission(Kind.DRAFT) + "/sheets",
                                token("chuyenvien"),
                                Requests.FORM,
                                Requests.form("bao-cao.xlsx", sheet))
                        .json()
                        .path("id")
                        .asText());
        caseOf(plan, indicator);
        identifiers.put(Kind.MEMBER, user("quytac"));
        make("quantri", "PUT", unit + "/members/" + identifier(Kind.MEMBER), Map.of(), null);
        identifiers.put(Kind.STATEMENT, "STATEMENT_" + mark);
        identifiers.put(Kind.KEY, "key-" + mark);
        make("quantri", "POST", "/api/v1/statements", Map.of("Idempotency-Key", identifier(Kind.KEY)), """
                {"code": "%s", "kind": "task", "quote": "Một phát biểu để kiểm thử.", "source": "Kiểm thử",
                 "observations": ["%s", "%s"]}""".formatted(
                        identifier(Kind.STATEMENT), identifier(Kind.OBSERVATION), another(indicator)));
        changeThreshold();
        provinceThresholdTag = tag(THRESHOLD);
        planPeriod = plan.path("period").asText();
        opening = asItWasOpened(rows);
    }

    /** A second figure, for what speaks of several. */
    private String another(String indicator) {
        return make("chuyenvien", "POST", "/api/v1/observations", Map.of(), """
                {"indicator": "%s", "period": "2017", "status": "official", "amount": "7", "unit": "cột", "source": "Kiểm thử"}""".formatted(indicator))
                .path("id")
                .asText();
    }

    /** By hand: a release of the nation that holds in the far future, what it would change here, and code of a rule set. */
    private void nationsRules(TenantRows rows) {
        rows.rows("""
                insert into national_release
                values ('%1$s', 'national-thu', 1, '1', '0', '{}', '2199-01-01', 'Để kiểm thử', 'không', now(), 'bo.quytac')
                on conflict do nothing returning release_id""".formatted(NATIONAL_RELEASE));
        rows.rows("""
                insert into rule_impact
                values ('%s', '%s', '%s', 'Kế hoạch thử', '2023', false, '2023-10-31', 9, 'met>missed 1', 0, now())
                returning release_id""".formatted(id, NATIONAL_RELEASE, identifier(Kind.PLAN)));
        // An engine that has the rules in memory keeps no code of them.
        rows.rows("insert into rule_code values ('%s', 'thu', 'x', now()) on conflict do nothing returning sha256"
                .formatted(id));
    }

    /** A set that is released twice, and three more that are on their way there. */
    private void rulesOfItsOwn() {
        String shipped = get("/api/v1/rule-sets").at("/items/0/sha256").asText();
        identifiers.put(Kind.RULES, released(shipped));
        released(identifier(Kind.RULES));
        identifiers.put(Kind.RULE_DRAFT, opened(ownRules() + "-soan", shipped));
        identifiers.put(Kind.RULE_PROPOSED, opened(ownRules() + "-trinh", shipped));
        move(identifier(Kind.RULE_PROPOSED), "quytac", "proposal");
        identifiers.put(Kind.RULE_APPROVED, opened(ownRules() + "-duyet", shipped));
        move(identifier(Kind.RULE_APPROVED), "quytac", "proposal");
        move(identifier(Kind.RULE_APPROVED), "quantri", "approval");
    }

    /** @return its hash */
    private String released(String from) {
        String draft = opened(ownRules(), from);
        move(draft, "quytac", "proposal");
        move(draft, "quantri", "approval");
        return make(
                        "quytac",
                        "POST",
                        "/api/v1/rule-drafts/" + draft + "/release",
                        Map.of("If-Match", draftTag(draft)),
                        """
                {"validFrom": "2023-01-01", "reason": "Để kiểm thử"}""")
                .path("sha256")
                .asText();
    }

    private String opened(String ruleSet, String from) {
        return make("quytac", "POST", "/api/v1/rule-drafts", Map.of(), """
                {"ruleSet": "%s", "from": "%s"}""".formatted(ruleSet, from))
                .path("id")
                .asText();
    }

    private void move(String draft, String duty, String step) {
        make(duty, "POST", "/api/v1/rule-drafts/" + draft + "/" + step, Map.of("If-Match", draftTag(draft)), "{}");
    }

    /** A figure that was warned of, and one that was published and withdrawn. */
    private void mistakes(String indicator) {
        make("chuyenvien", "POST", "/api/v1/observations", Map.of(), """
                {"indicator": "%s", "period": "2023", "status": "official", "amount": "70", "unit": "cột", "source": "Kiểm thử"}""".formatted(indicator));
        String mistaken = make("chuyenvien", "POST", "/api/v1/observations", Map.of(), """
                {"indicator": "GRDP_GROWTH", "period": "2009", "status": "official", "amount": "71", "unit": "%", "source": "Kiểm thử"}""")
                .path("id")
                .asText();
        make("duyet", "POST", "/api/v1/publications", Map.of(), """
                {"period": "2009"}""");
        make("chuyenvien", "POST", "/api/v1/observations/" + mistaken + "/withdrawal", Map.of(), """
                {"reason": "Để kiểm thử"}""");
    }

    private void lifeOf(JsonNode plan, String indicator, String mark) {
        identifiers.put(
                Kind.INSTRUMENT,
                make("quantri", "POST", "/api/v1/instruments", Map.of(), """
                {"kind": "resolution", "number": "%s", "issuedOn": "2022-12-09", "issuer": "Hội đồng nhân dân tỉnh",
                 "title": "Về kế hoạch kiểm thử"}""".formatted("1/" + mark))
                        .path("id")
                        .asText());
        String plans = "/api/v1/plans/" + identifier(Kind.PLAN);
        make("quantri", "POST", plans + "/steps", Map.of("If-Match", planTag()), """
                {"status": "amended", "instrument": "%s", "decidedOn": "2022-12-10", "reason": "Để kiểm thử"}""".formatted(
                        identifier(Kind.INSTRUMENT)));
        identifiers.put(
                Kind.WHOLE,
                make("quantri", "POST", plans + "/targets", Map.of(), """
                {"indicator": "%s", "authority": "council", "comparator": "at-least", "amount": "20", "unit": "cột",
                 "period": "%s", "wording": "20 cột", "source": "Kiểm thử", "strictness": "binding",
                 "named": [{"name": "xã thử"}], "instrument": "%s"}""".formatted(
                                        indicator, plan.path("period").asText(), identifier(Kind.INSTRUMENT)))
                        .path("id")
                        .asText());
        String mistaken = make("quantri", "POST", plans + "/targets", Map.of(), """
                {"indicator": "%s", "authority": "party", "comparator": "at-least", "amount": "20", "unit": "cột",
                 "period": "%s", "wording": "20 cột", "source": "Kiểm thử", "strictness": "binding",
                 "instrument": "%s"}""".formatted(
                                indicator, plan.path("period").asText(), identifier(Kind.INSTRUMENT)))
                .path("id")
                .asText();
        make(
                "quantri",
                "POST",
                "/api/v1/targets/" + mistaken + "/withdrawal",
                Map.of("If-Match", "\"1\""),
                """
                {"reason": "Để kiểm thử", "decidedOn": "2022-12-10", "instrument": "%s"}""".formatted(identifier(Kind.INSTRUMENT)));
        make(
                "quantri",
                "PUT",
                "/api/v1/targets/" + identifier(Kind.WHOLE) + "/trajectory",
                Map.of("If-None-Match", "*"),
                """
                {"checkpoints": [{"scenario": "base", "subgroup": "một phần", "period": "%s", "amount": "6", "unit": "cột"}],
                 "source": "Kiểm thử", "reason": "Kiểm thử"}""".formatted(plan.path("period").asText()));
        make(
                "quantri",
                "PUT",
                "/api/v1/targets/" + identifier(Kind.TARGET) + "/charge",
                Map.of("If-None-Match", "*"),
                """
                {"owner": "%s", "coordinators": ["%s"], "reason": "Kiểm thử"}""".formatted(identifier(Kind.UNIT), identifier(Kind.HELPER)));
    }

    private void reports(String indicator, String mark) {
        String compiler = make("chuyenvien", "GET", "/api/v1/me", Map.of(), null)
                .at("/unit/id")
                .asText();
        identifiers.put(
                Kind.FORM,
                make("quantri", "POST", "/api/v1/forms", Map.of(), """
                {"code": "%s", "frequency": "year", "name": "Báo cáo thử", "nameEn": "A trial report", "from": "2019",
                 "dueDays": 10, "remindDays": 3, "lines": [{"indicator": "%s", "place": "own", "span": "period"}],
                 "units": ["%s"]}""".formatted("FORM-" + mark, indicator, compiler))
                        .path("id")
                        .asText());
        make(
                "quantri",
                "PUT",
                "/api/v1/forms/" + identifier(Kind.FORM) + "/deadlines/2019",
                Map.of("If-None-Match", "*"),
                "{\"dueOn\": \"2020-02-10\", \"reason\": \"Nghỉ Tết\"}");
        String read = filled("2019");
        make("chuyenvien", "POST", "/api/v1/submissions/" + read + "/handover", Map.of("If-Match", "\"2\""), "{}");
        make(
                "duyet",
                "PUT",
                "/api/v1/notifications/read",
                Map.of(),
                "{\"notifications\": [\"%s\"]}".formatted(newestNotification()));
        identifiers.put(Kind.DRAFT, filled("2020"));
        identifiers.put(Kind.SUBMISSION, filled("2021"));
        make("chuyenvien", "POST", submission(Kind.SUBMISSION) + "/handover", Map.of("If-Match", "\"2\""), "{}");
        identifiers.put(Kind.NOTIFICATION, newestNotification());
    }

    private String newestNotification() {
        return make("duyet", "GET", "/api/v1/notifications", Map.of(), null)
                .at("/items/0/id")
                .asText();
    }

    /** The whole aims at 20 in the plan's year, of which there are 7; cases follow the newest day that was rated. */
    private void caseOf(JsonNode plan, String indicator) {
        make("chuyenvien", "POST", "/api/v1/observations", Map.of(), """
                {"indicator": "%s", "period": "%s", "status": "official", "amount": "7", "unit": "cột", "source": "Kiểm thử"}""".formatted(
                        indicator, plan.path("period").asText()));
        make("duyet", "POST", "/api/v1/plans/" + identifier(Kind.PLAN) + "/scorecards", Map.of(), """
                {"asOf": "2024-03-01"}""");
        identifiers.put(
                Kind.CASE,
                get("/api/v1/cases?target=" + identifier(Kind.WHOLE))
                        .at("/items/0/id")
                        .asText());
        String compiler = make("chuyenvien", "GET", "/api/v1/me", Map.of(), null)
                .at("/unit/id")
                .asText();
        decideCase("{\"act\": \"assigned\", \"unit\": \"%s\"}".formatted(compiler));
        decideCase("{\"act\": \"acknowledged\"}");
        decideCase("{\"act\": \"explanation-requested\", \"until\": \"2030-01-01\"}");
        identifiers.put(
                Kind.TASK,
                make("duyet", "POST", "/api/v1/tasks", Map.of(), """
                {"plan": "%s", "title": "Việc thử", "unit": "%s", "coordinators": ["%s"], "dueOn": "2030-01-01",
                 "targets": ["%s"]}""".formatted(
                                identifier(Kind.PLAN), compiler, identifier(Kind.HELPER), identifier(Kind.WHOLE)))
                        .path("id")
                        .asText());
        make(
                "chuyenvien",
                "POST",
                "/api/v1/tasks/" + identifier(Kind.TASK) + "/progress",
                Map.of("If-Match", "\"1\""),
                """
                {"progress": 10, "note": "Đã bắt đầu"}""");
    }

    private void decideCase(String body) {
        make(
                "duyet",
                "POST",
                "/api/v1/cases/" + identifier(Kind.CASE) + "/decisions",
                Map.of("If-Match", caseTag()),
                body);
    }

    /** A report in whose one cell stands 7. */
    private String filled(String period) {
        String id = make("chuyenvien", "POST", "/api/v1/submissions", Map.of(), """
                {"form": "%s", "period": "%s"}""".formatted(
                                identifier(Kind.FORM), period))
                .path("id")
                .asText();
        make("chuyenvien", "PUT", "/api/v1/submissions/" + id + "/figures", Map.of("If-Match", "\"1\""), """
                {"figures": [{"cell": 1, "status": "official", "amount": "7", "unit": "cột"}]}""");
        return id;
    }

    private String submission(Kind kind) {
        return "/api/v1/submissions/" + identifier(kind);
    }

    private String commune(String code, String validFrom) {
        return make("quantri", "POST", "/api/v1/areas", Map.of(), """
                {"name": "Xã thử", "level": "commune", "code": "%s", "validFrom": "%s"}""".formatted(code, validFrom))
                .path("id")
                .asText();
    }

    private String asItWasOpened(TenantRows rows) {
        List<String> opening = rows.rows("""
                        select name_vi, name_en, code, simulated::text, admin_username, admin_email, admin_first, admin_last
                        from opening where tenant_id = ?""", id).getFirst();
        ObjectNode body = JSON.createObjectNode()
                .put("id", id)
                .put("name", opening.get(0))
                .put("nameEn", opening.get(1))
                .put("code", opening.get(2))
                .put("simulated", Boolean.parseBoolean(opening.get(3)));
        body.putObject("admin")
                .put("username", opening.get(4))
                .put("email", opening.get(5))
                .put("firstName", opening.get(6))
                .put("lastName", opening.get(7));
        return body.toString();
    }

    private JsonNode scoredPlan() {
        for (JsonNode plan : get("/api/v1/plans").path("items")) {
            if (plan.path("kind").asText().equals("annual")
                    && plan.path("targets").asInt() > 0
                    && !get("/api/v1/plans/" + plan.path("id").asText() + "/scorecards")
                            .path("items")
                            .isEmpty()) {
                return plan;
            }
        }
        throw new IllegalStateException("The demo has no scored plan of %s.".formatted(id));
    }

    String id() {
        return id;
    }

    String identifier(Kind kind) {
        String identifier = identifiers.get(kind);
        if (identifier == null) {
            throw new IllegalStateException("%s has no %s.".formatted(id, kind));
        }
        return identifier;
    }

    Map<Kind, String> identifiers() {
        return identifiers;
    }

    /** An identifier that nobody ever had, and that stands right beside the given one in any order. */
    static String neverExisting(String identifier) {
        char last = identifier.charAt(identifier.length() - 1);
        String beside = Character.isDigit(last) ? Character.toString(last == '9' ? '8' : last + 1) : beside(last);
        return identifier.substring(0, identifier.length() - 1) + beside;
    }

    private static String beside(char letter) {
        return Character.toString(letter == 'f' || letter == 'z' ? letter - 1 : letter + 1);
    }

    String provinceThresholdTag() {
        return provinceThresholdTag;
    }

    String unitCode() {
        return unitCode;
    }

    /** As automatic scoring would leave it, which is switched off here. */
    void wasScored(TenantRows rows) {
        rows.run("""
                insert into rescoring (tenant_id, plan_id, status, cause, asked, known, asked_at, ended_at, touched, targets, tries)
                values ('%s', '%s', 'done', 'figures', 1, 1, now(), now(), '', 1, 0)""".formatted(id, identifier(Kind.PLAN)));
    }

    /** Of the plan. */
    String planPeriod() {
        return planPeriod;
    }

    /** The body that opened the province; sent again it changes nothing. */
    String opening() {
        return opening;
    }

    /** Of the draft, filled in. */
    byte[] sheet() {
        return sheet;
    }

    String planTag() {
        return tag("/api/v1/plans/" + identifier(Kind.PLAN));
    }

    /** @param kind a draft or one that was handed in */
    String reportTag(Kind kind) {
        return tag(submission(kind));
    }

    String caseTag() {
        return tag("/api/v1/cases/" + identifier(Kind.CASE));
    }

    String taskTag() {
        return tag("/api/v1/tasks/" + identifier(Kind.TASK));
    }

    /** The id of the rule set that it released. */
    String ownRules() {
        return "bo-rieng-" + prefix;
    }

    /** The text of a rule set, as a JSON string. */
    String rules() {
        return make("quytac", "GET", "/api/v1/rule-drafts/" + identifier(Kind.RULE_DRAFT), Map.of(), null)
                .at("/text/model")
                .toString();
    }

    String draftTag(Kind draft) {
        return draftTag(identifier(draft));
    }

    private String draftTag(String draft) {
        return "\"%d\""
                .formatted(make("quytac", "GET", "/api/v1/rule-drafts/" + draft, Map.of(), null)
                        .at("/draft/version")
                        .asInt());
    }

    String releaseTag() {
        return "\"%d\""
                .formatted(get("/api/v1/rule-releases").at("/items/0/number").asInt());
    }

    String targetTag() {
        return tag("/api/v1/targets/" + identifier(Kind.TARGET));
    }

    /** @param duty quantri, chuyenvien, duyet, quytac or xem */
    String user(String duty) {
        return prefix + "." + duty;
    }

    String token(String duty) {
        return stack.token(user(duty));
    }

    /** The province's own: what all its plans' scores depend on. */
    void changeThreshold() {
        Map<String, String> seen =
                tagOrNone(THRESHOLD).map(tag -> Map.of("If-Match", tag)).orElse(Map.of("If-None-Match", "*"));
        make("quytac", "PUT", THRESHOLD, seen, Requests.THRESHOLD);
    }

    String nationThresholdTag() {
        return tag("/api/v1/thresholds/nation");
    }

    private String tag(String path) {
        return tagOrNone(path).orElseThrow();
    }

    private Optional<String> tagOrNone(String path) {
        return stack.call("GET", path, token("xem"), Map.of(), null).headers().firstValue("ETag");
    }

    private JsonNode get(String path) {
        return make("xem", "GET", path, Map.of(), null);
    }

    private JsonNode make(String duty, String method, String path, Map<String, String> headers, @Nullable String body) {
        Answer answer = stack.call(
                method, path, token(duty), headers, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
        if (!answer.ok()) {
            throw new IllegalStateException("%s %s was answered %s.".formatted(method, path, answer));
        }
        return answer.json();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

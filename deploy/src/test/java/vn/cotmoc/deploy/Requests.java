package vn.cotmoc.deploy;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.deploy.OpenApi.Operation;
import vn.cotmoc.deploy.OpenApi.Position;
import vn.cotmoc.deploy.Province.Kind;
import vn.cotmoc.deploy.Stack.Answer;

/**
 * For every operation of the API one request that a province can really make with its own identifiers. Tests change one thing
 * of it at a time. An operation that is missing here cannot be tested, and fails the build.
 */
final class Requests {

    static final String THRESHOLD = """
            {"exceededFrom": "1.05", "nearlyFrom": "0.95", "onTrackFrom": "1", "behindFrom": "0.9", "tolerance": "0.05",
             "likelyFrom": "0.8", "openFrom": "0.2", "staleFrom": 2, "rangeMet": "inside",
             "ceilingIndex": "inverse", "validFrom": "2023-01-01", "reason": "Để kiểm thử"}""";

    static final String CHECKS = """
            {"range": "block", "jump": "warn", "jumpMost": "0.5", "fall": "warn", "parts": "off", "partsTolerance": "0.01",
             "validFrom": "2023-01-01", "reason": "Để kiểm thử"}""";

    static final String RULES = """
            {"ruleSet": "national-default", "validFrom": "2023-01-01", "reason": "Để kiểm thử"}""";

    private static final String TEST_CASE = """
            {"id": "mot", "name": {"vi": "Đạt", "en": "Met"}, "rating": "on-track", "flags": ["stale"], "row": "on-track",
             "given": {"phase": "running", "evidence": "partial", "fulfilment": "not-met", "endBand": "below",
                       "paceBand": "on-track", "forecastBand": "no-forecast", "reachBand": "no-reach", "age": "stale",
                       "change": "usual", "agreement": "agreed"}}""";

    private static final String COMMENT = """
            {"comment": "Để kiểm thử"}""";

    /** By operationId. A key's value is the request of the province. */
    static final Map<String, Function<Province, Request>> BY_OPERATION = Map.ofEntries(
            entry("listAreas", p -> reading(p).query("on", "2023-10-31")),
            entry("addArea", p -> Request.by(p.user("quantri")).body("""
                    {"name": "Xã kiểm thử", "level": "commune", "code": "T9", "parent": "%s", "validFrom": "2021-01-01",
                     "source": "Kiểm thử"}""".formatted(p.identifier(Kind.AREA)))),
            entry(
                    "correctArea",
                    p -> Request.by(p.user("quantri"))
                            .path("area", p.identifier(Kind.PART))
                            .header("If-Match", "\"1\"")
                            .body("""
                    {"name": "Xã viết đúng", "code": "T5", "source": "Kiểm thử", "reason": "Chép nhầm"}""")),
            entry("getArea", p -> reading(p).path("area", p.identifier(Kind.PART))),
            entry(
                    "recordSuccession",
                    p -> Request.by(p.user("quantri")).body("""
                    {"kind": "split", "on": "2024-01-01", "source": "Kiểm thử", "predecessors": ["%s"],
                     "successors": ["%s"],
                     "added": [{"name": "Xã kiểm thử", "level": "commune", "code": "T1", "parent": "%s"}]}""".formatted(
                                    p.identifier(Kind.PART), p.identifier(Kind.SUCCESSOR), p.identifier(Kind.AREA)))),
            entry("recordProvinceSuccession", p -> Request.by(p.user("quantri")).body("""
                    {"on": "2024-01-01", "source": "Kiểm thử", "name": "Tỉnh kiểm thử", "code": "T7",
                     "joined": [{"name": "Tỉnh nhập vào", "code": "T8"}]}""")),
            entry("listUnits", p -> reading(p).query("limit", "5")),
            entry("addUnit", p -> Request.by(p.user("quantri")).body("""
                    {"code": "A-NEW-UNIT", "name": "Ủy ban nhân dân xã kiểm thử", "nameEn": "Committee of a trial",
                     "kind": "commune-committee", "area": "%s", "validFrom": "2021-01-01"}""".formatted(p.identifier(Kind.PART)))),
            entry("getUnit", p -> reading(p).path("unit", p.identifier(Kind.UNIT))),
            entry(
                    "changeUnit",
                    p -> Request.by(p.user("quantri"))
                            .path("unit", p.identifier(Kind.UNIT))
                            .header("If-Match", "\"1\"")
                            .body("""
                    {"name": "Sở kiểm thử mới", "nameEn": "Another department of trials", "validTo": "2030-01-01"}""")),
            entry(
                    "enterMember",
                    p -> Request.by(p.user("quantri"))
                            .path("unit", p.identifier(Kind.UNIT))
                            .path("username", "hai.tinh")),
            entry(
                    "removeMember",
                    p -> Request.by(p.user("quantri"))
                            .path("unit", p.identifier(Kind.UNIT))
                            .path("username", p.identifier(Kind.MEMBER))),
            entry(
                    "assignIndicator",
                    p -> Request.by(p.user("quantri"))
                            .path("unit", p.identifier(Kind.UNIT))
                            .body("""
                    {"indicator": "%s", "area": "%s"}""".formatted(p.identifier(Kind.INDICATOR), p.identifier(Kind.AREA)))),
            entry(
                    "withdrawAssignment",
                    p -> Request.by(p.user("quantri"))
                            .path("unit", p.identifier(Kind.UNIT))
                            .path("assignment", p.identifier(Kind.ASSIGNMENT))),
            entry("listForms", p -> reading(p)),
            entry("getForm", p -> reading(p).path("form", p.identifier(Kind.FORM))),
            entry(
                    "addForm",
                    p -> Request.by(p.user("quantri"))
                            .body("""
                    {"code": "A-NEW-FORM", "frequency": "year", "calendar": "legal", "name": "Mẫu mới", "nameEn": "A new form", "from": "2022",
                     "dueDays": 10, "remindDays": 3,
                     "lines": [{"indicator": "%s", "place": "own", "subgroup": "một phần", "span": "period"}],
                     "units": ["%s"]}""".formatted(p.identifier(Kind.INDICATOR), p.identifier(Kind.UNIT)))),
            entry(
                    "changeForm",
                    p -> Request.by(p.user("quantri"))
                            .path("form", p.identifier(Kind.FORM))
                            .header("If-Match", "\"1\"")
                            .body("""
                    {"name": "Mẫu sửa", "nameEn": "A changed form", "from": "2023", "ended": false, "dueDays": 12,
                     "remindDays": 4,
                     "lines": [{"indicator": "%s", "place": "inside", "subgroup": "một phần", "span": "to-date"}],
                     "units": ["%s"]}""".formatted(p.identifier(Kind.INDICATOR), p.identifier(Kind.UNIT)))),
            entry(
                    "moveDeadline",
                    p -> Request.by(p.user("quantri"))
                            .path("form", p.identifier(Kind.FORM))
                            .path("period", "2019")
                            .header("If-Match", "\"1\"")
                            .body("""
                    {"dueOn": "2020-02-20", "reason": "Nghỉ Tết"}""")),
            entry("listSubmissions", p -> reading(p).query("limit", "5")),
            entry(
                    "beginSubmission",
                    p -> Request.by(p.user("chuyenvien")).body("""
                    {"form": "%s", "period": "2023"}""".formatted(p.identifier(Kind.FORM)))),
            entry("getSubmission", p -> reading(p).path("submission", p.identifier(Kind.SUBMISSION))),
            entry("listSubmissionCells", p -> reading(p).path("submission", p.identifier(Kind.SUBMISSION))),
            entry(
                    "enterFigures",
                    p -> Request.by(p.user("chuyenvien"))
                            .path("submission", p.identifier(Kind.DRAFT))
                            .header("If-Match", p.reportTag(Kind.DRAFT))
                            .body("""
                    {"figures": [{"cell": 1, "status": "official", "amount": "8.5", "unit": "cột", "note": "Ghi chú"}]}""")),
            entry(
                    "submitReport",
                    p -> Request.by(p.user("chuyenvien"))
                            .path("submission", p.identifier(Kind.DRAFT))
                            .header("If-Match", p.reportTag(Kind.DRAFT))
                            .body("""
                    {"comment": "Ghi chú"}""")),
            entry(
                    "decideReport",
                    p -> Request.by(p.user("duyet"))
                            .path("submission", p.identifier(Kind.SUBMISSION))
                            .header("If-Match", p.reportTag(Kind.SUBMISSION))
                            .body("""
                    {"status": "approved", "comment": "Đồng ý"}""")),
            entry(
                    "downloadSheet",
                    p -> reading(p)
                            .path("submission", p.identifier(Kind.SUBMISSION))
                            .query("language", "en")),
            entry(
                    "uploadSheet",
                    p -> Request.by(p.user("chuyenvien"))
                            .path("submission", p.identifier(Kind.DRAFT))
                            .upload("bao-cao.xlsx", p.sheet())),
            entry("listImports", p -> reading(p).path("submission", p.identifier(Kind.DRAFT))),
            entry("getImport", p -> reading(p).path("import", p.identifier(Kind.IMPORT))),
            entry(
                    "listImportRows",
                    p -> reading(p).path("import", p.identifier(Kind.IMPORT)).query("only", "doubtful")),
            entry(
                    "confirmImport",
                    p -> Request.by(p.user("chuyenvien"))
                            .path("import", p.identifier(Kind.IMPORT))
                            .body("""
                    {"accept": "all", "readings": ["%s"]}""".formatted(Sheets.FIGURE))),
            entry("downloadRejected", p -> reading(p).path("import", p.identifier(Kind.IMPORT))),
            entry("listDuties", p -> reading(p).query("from", "2021-01-01").query("to", "2021-12-31")),
            entry("listPunctuality", p -> reading(p).query("from", "2021-01-01").query("to", "2021-12-31")),
            entry("listNotifications", p -> reading(p).query("limit", "5")),
            entry(
                    "readNotifications",
                    p -> Request.by(p.user("duyet")).body("""
                    {"notifications": ["%s"]}""".formatted(p.identifier(Kind.NOTIFICATION)))),
            entry(
                    "listCases",
                    p -> reading(p).query("plan", p.identifier(Kind.PLAN)).query("only", "live")),
            entry("getCase", p -> reading(p).path("case", p.identifier(Kind.CASE))),
            entry(
                    "decideCase",
                    p -> Request.by(p.user("duyet"))
                            .path("case", p.identifier(Kind.CASE))
                            .header("If-Match", p.caseTag())
                            .body("""
                    {"act": "assigned", "unit": "%s", "comment": "Giao lại"}""".formatted(p.identifier(Kind.HELPER)))),
            entry(
                    "explainCase",
                    p -> Request.by(p.user("chuyenvien"))
                            .path("case", p.identifier(Kind.CASE))
                            .header("If-Match", p.caseTag())
                            .body("""
                    {"explanation": "Do mưa lũ", "papers": "Báo cáo số 12/BC-STC"}""")),
            entry(
                    "listTasks",
                    p -> reading(p).query("target", p.identifier(Kind.WHOLE)).query("limit", "5")),
            entry(
                    "addTask",
                    p -> Request.by(p.user("duyet")).body("""
                    {"plan": "%s", "title": "Đẩy nhanh giải ngân", "detail": "Hằng tuần kiểm điểm", "unit": "%s",
                     "coordinators": ["%s"], "dueOn": "2030-12-31", "agreedIn": "%s", "statement": "%s",
                     "targets": ["%s"]}""".formatted(
                                    p.identifier(Kind.PLAN),
                                    p.identifier(Kind.UNIT),
                                    p.identifier(Kind.HELPER),
                                    p.identifier(Kind.CASE),
                                    p.identifier(Kind.STATEMENT),
                                    p.identifier(Kind.TARGET)))),
            entry("getTask", p -> reading(p).path("task", p.identifier(Kind.TASK))),
            entry(
                    "reportProgress",
                    p -> Request.by(p.user("chuyenvien"))
                            .path("task", p.identifier(Kind.TASK))
                            .header("If-Match", p.taskTag())
                            .body("""
                    {"progress": 60, "note": "Đã giải ngân 60%"}""")),
            entry(
                    "dropTask",
                    p -> Request.by(p.user("duyet"))
                            .path("task", p.identifier(Kind.TASK))
                            .header("If-Match", p.taskTag())
                            .body("""
                    {"reason": "Không còn cần"}""")),
            entry("exportProvince", p -> Request.by(p.user("quantri"))),
            entry("importProvince", p -> Request.by(p.user("quantri")).zip("no archive")),
            entry("getConfiguration", p -> reading(p)),
            entry("listIndicators", p -> reading(p).query("limit", "5")),
            entry(
                    "addIndicator",
                    p -> Request.by(p.user("quantri")).body("""
                    {"code": "A_NEW_INDICATOR", "name": "Chỉ tiêu mới", "nameEn": "New", "unit": "cột", "unitEn": "stones",
                     "decimals": 1, "direction": "neutral", "kind": "share", "timeAggregation": "last",
                     "areaAggregation": "ratio", "numerator": "%1$s", "denominator": "%1$s", "priceBasis": "current",
                     "formula": "%1$s / 2", "group": "economy", "leadUnit": "%2$s", "cadence": "year", "proxy": "EXPORTS",
                     "definition": "Để kiểm thử.", "source": "Kiểm thử"}""".formatted(p.identifier(Kind.INDICATOR), p.unitCode()))),
            entry(
                    "correctIndicator",
                    p -> Request.by(p.user("quantri"))
                            .path("code", p.identifier(Kind.INDICATOR))
                            .header("If-Match", "\"1\"")
                            .body("""
                    {"name": "Tên khác", "nameEn": "Another name", "unit": "cột", "unitEn": "stones", "decimals": 2,
                     "direction": "neutral", "kind": "count", "timeAggregation": "last", "areaAggregation": "none",
                     "priceBasis": "none", "group": "economy", "cadence": "year", "definition": "Để kiểm thử.",
                     "source": "Kiểm thử", "retired": false}""")),
            entry("listCatalogue", p -> reading(p).query("limit", "5")),
            entry("adoptIndicator", p -> Request.by(p.user("quantri")).body("""
                    {"code": "%s"}""".formatted(Province.NOT_ADOPTED))),
            entry(
                    "getFigure",
                    p -> reading(p)
                            .query("indicator", p.identifier(Kind.INDICATOR))
                            .query("area", p.identifier(Kind.AREA))
                            .query("period", "2022")),
            entry(
                    "getFiguresOfAreas",
                    p -> reading(p)
                            .query("indicator", p.identifier(Kind.INDICATOR))
                            .query("area", p.identifier(Kind.AREA))
                            .query("period", "2022")),
            entry("listChanges", p -> Request.by(p.user("quantri")).query("limit", "5")),
            entry("getIndicator", p -> reading(p).path("code", p.identifier(Kind.INDICATOR))),
            entry("getMe", p -> reading(p)),
            entry("listObservations", p -> reading(p).query("limit", "5")),
            entry(
                    "recordObservation",
                    p -> Request.by(p.user("chuyenvien"))
                            .body("""
                    {"indicator": "%s", "area": "%s", "subgroup": "một phần", "period": "2022", "calendar": "legal", "status": "official",
                     "amount": "12.5", "unit": "cột", "knownOn": "2023-02-01", "source": "Kiểm thử", "note": "Ghi chú"}""".formatted(p.identifier(Kind.INDICATOR), p.identifier(Kind.AREA)))),
            entry(
                    "recordObservations",
                    p -> Request.by(p.user("chuyenvien"))
                            .header("Content-Type", OpenApi.LINES)
                            .body("""
                    {"indicator": "%s", "area": "%s", "subgroup": "một phần", "period": "2022", "calendar": "legal", "status": "official",
                     "amount": "12.5", "unit": "cột", "knownOn": "2023-02-01", "source": "Kiểm thử", "note": "Ghi chú"}""".formatted(p.identifier(Kind.INDICATOR), p.identifier(Kind.AREA)))),
            entry(
                    "withdrawObservation",
                    p -> Request.by(p.user("chuyenvien"))
                            .path("observation", p.identifier(Kind.OBSERVATION))
                            .body("""
                    {"reason": "Để kiểm thử"}""")),
            entry(
                    "getFigureCourse",
                    p -> reading(p)
                            .query("indicator", p.identifier(Kind.INDICATOR))
                            .query("area", p.identifier(Kind.AREA))
                            .query("period", "2022")),
            entry("listObservationEvidence", p -> reading(p).path("observation", p.identifier(Kind.OBSERVATION))),
            entry(
                    "attachObservationEvidence",
                    p -> Request.by(p.user("chuyenvien"))
                            .path("observation", p.identifier(Kind.OBSERVATION))
                            .upload("bao-cao.txt", "Một báo cáo khác.")),
            entry("listCaseEvidence", p -> reading(p).path("case", p.identifier(Kind.CASE))),
            entry(
                    "attachCaseEvidence",
                    p -> Request.by(p.user("chuyenvien"))
                            .path("case", p.identifier(Kind.CASE))
                            .upload("giai-trinh.txt", "Một giải trình.")),
            entry("listInstrumentEvidence", p -> reading(p).path("instrument", p.identifier(Kind.INSTRUMENT))),
            entry(
                    "attachInstrumentEvidence",
                    p -> Request.by(p.user("quantri"))
                            .path("instrument", p.identifier(Kind.INSTRUMENT))
                            .upload("nghi-quyet.txt", "Một nghị quyết.")),
            entry("downloadEvidence", p -> reading(p).path("evidence", p.identifier(Kind.EVIDENCE))),
            entry("getOverview", p -> Request.by("bo.xem")),
            entry("listPlans", p -> reading(p)),
            entry("drawUpPlan", p -> Request.by(p.user("quantri")).body("""
                    {"period": "2031", "title": "Kế hoạch kiểm thử", "status": "draft"}""")),
            entry("getPlan", p -> reading(p).path("plan", p.identifier(Kind.PLAN))),
            entry("listPlanSteps", p -> reading(p).path("plan", p.identifier(Kind.PLAN))),
            entry(
                    "advancePlan",
                    p -> Request.by(p.user("quantri"))
                            .path("plan", p.identifier(Kind.PLAN))
                            .header("If-Match", p.planTag())
                            .body("""
                    {"status": "amended", "instrument": "%s", "decidedOn": "2023-06-01", "reason": "Để kiểm thử"}""".formatted(p.identifier(Kind.INSTRUMENT)))),
            entry("listInstruments", p -> reading(p).query("limit", "5")),
            entry(
                    "correctPlanTitle",
                    p -> Request.by(p.user("quantri"))
                            .path("plan", p.identifier(Kind.PLAN))
                            .header("If-Match", p.planTag())
                            .body("""
                    {"title": "Kế hoạch viết đúng", "reason": "Chép nhầm"}""")),
            entry(
                    "correctInstrument",
                    p -> Request.by(p.user("quantri"))
                            .path("instrument", p.identifier(Kind.INSTRUMENT))
                            .header("If-Match", "\"1\"")
                            .body("""
                    {"kind": "decision", "number": "98/QĐ-UBND", "issuedOn": "2022-12-01", "issuer": "Ủy ban nhân dân tỉnh",
                     "title": "Giao chỉ tiêu kiểm thử", "link": "https://example.vn/98", "reason": "Chép nhầm số"}""")),
            entry("addInstrument", p -> Request.by(p.user("quantri")).body("""
                    {"kind": "decision", "number": "99/QĐ-UBND", "issuedOn": "2022-12-20", "issuer": "Ủy ban nhân dân tỉnh",
                     "title": "Giao chỉ tiêu kiểm thử", "link": "https://example.vn/99"}""")),
            entry(
                    "assessPlan",
                    p -> reading(p).path("plan", p.identifier(Kind.PLAN)).query("aims", "original")),
            entry("getScoring", p -> reading(p).path("plan", p.identifier(Kind.PLAN))),
            entry("streamEvents", p -> reading(p).query("seconds", "0")),
            entry("listRatings", p -> reading(p).path("plan", p.identifier(Kind.PLAN))),
            entry("listScorecards", p -> reading(p).path("plan", p.identifier(Kind.PLAN))),
            entry(
                    "scorePlan",
                    p -> Request.by(p.user("duyet"))
                            .path("plan", p.identifier(Kind.PLAN))
                            .body("""
                    {"asOf": "2023-10-31", "aims": "original"}""")),
            entry(
                    "setTarget",
                    p -> Request.by(p.user("quantri"))
                            .path("plan", p.identifier(Kind.PLAN))
                            .body("""
                    {"indicator": "%s", "area": "%s", "subgroup": "một phần", "authority": "party", "comparator": "at-least",
                     "amount": "10.5", "baseline": {"amount": "7", "period": "2010"}, "unit": "cột", "period": "%s",
                     "basis": "period", "parent": "%s", "assignedTo": "%s", "instrument": "%s",
                     "named": [{"name": "xã kiểm thử", "area": "%s"}],
                     "wording": "ít nhất 10,5 cột", "source": "Kiểm thử", "strictness": "binding", "focus": "kiểm thử",
                     "weight": "1.5", "decidedOn": "2022-12-01", "reason": "Để kiểm thử"}""".formatted(
                                            p.identifier(Kind.INDICATOR),
                                            p.identifier(Kind.AREA),
                                            p.planPeriod(),
                                            p.identifier(Kind.WHOLE),
                                            p.identifier(Kind.UNIT),
                                            p.identifier(Kind.INSTRUMENT),
                                            p.identifier(Kind.PART)))),
            entry("listProvinces", p -> Request.by("nen.tang")),
            entry("openProvince", p -> Request.by("nen.tang").body(p.opening())),
            entry("getProvince", p -> Request.by("nen.tang").path("province", p.id())),
            entry("publishFigures", p -> Request.by(p.user("duyet")).body("""
                    {"period": "2022"}""")),
            entry("getScorecard", p -> reading(p).path("scorecard", p.identifier(Kind.SCORECARD))),
            entry("replayScorecard", p -> reading(p).path("scorecard", p.identifier(Kind.SCORECARD))),
            entry(
                    "compareScorecards",
                    p -> reading(p)
                            .path("scorecard", p.identifier(Kind.SCORECARD))
                            .query("since", p.identifier(Kind.SCORECARD))),
            entry("rollUpProvince", p -> reading(p).query("asOf", "2023-10-31")),
            entry("listStatements", p -> reading(p).query("limit", "5")),
            entry(
                    "correctStatement",
                    p -> Request.by(p.user("quantri"))
                            .path("statement", p.identifier(Kind.STATEMENT))
                            .header("If-Match", "\"1\"")
                            .body("""
                    {"kind": "fact", "quote": "Một phát biểu chép đúng.", "source": "Kiểm thử", "note": "Ghi chú",
                     "period": "2023", "plan": "%s", "target": "%s", "revision": 1, "observations": ["%s"],
                     "reason": "Chép nhầm"}""".formatted(
                                            p.identifier(Kind.PLAN),
                                            p.identifier(Kind.TARGET),
                                            p.identifier(Kind.OBSERVATION)))),
            entry(
                    "quoteStatement",
                    p -> Request.by(p.user("quantri")).body("""
                    {"code": "A-NEW-STATEMENT", "kind": "fact", "quote": "Một phát biểu mới.", "source": "Kiểm thử",
                     "note": "Ghi chú", "period": "2023", "plan": "%s", "target": "%s", "revision": 1,
                     "observation": "%s", "observations": ["%s"]}""".formatted(
                                    p.identifier(Kind.PLAN),
                                    p.identifier(Kind.TARGET),
                                    p.identifier(Kind.OBSERVATION),
                                    p.identifier(Kind.OBSERVATION)))),
            entry("getTarget", p -> reading(p).path("target", p.identifier(Kind.TARGET))),
            entry(
                    "amendTarget",
                    p -> Request.by(p.user("quantri"))
                            .path("target", p.identifier(Kind.TARGET))
                            .header("If-Match", p.targetTag())
                            .body("""
                    {"comparator": "at-least", "amount": "11", "baseline": {"amount": "7", "period": "2010"},
                     "wording": "ít nhất 11", "source": "Kiểm thử", "reason": "Để kiểm thử", "decidedOn": "2023-05-01",
                     "instrument": "%s"}""".formatted(p.identifier(Kind.INSTRUMENT)))),
            entry(
                    "withdrawTarget",
                    p -> Request.by(p.user("quantri"))
                            .path("target", p.identifier(Kind.TARGET))
                            .header("If-Match", p.targetTag())
                            .body("""
                    {"reason": "Để kiểm thử", "decidedOn": "2023-05-01", "instrument": "%s"}""".formatted(p.identifier(Kind.INSTRUMENT)))),
            entry("reconcileTarget", p -> reading(p).path("target", p.identifier(Kind.WHOLE))),
            entry(
                    "checkCoherence",
                    p -> reading(p).path("plan", p.identifier(Kind.PLAN)).query("asOf", "2023-10-31")),
            entry(
                    "getTrajectory",
                    p -> reading(p).path("target", p.identifier(Kind.TARGET)).query("asOf", "2023-10-31")),
            entry(
                    "getProxy",
                    p -> reading(p).path("target", p.identifier(Kind.TARGET)).query("asOf", "2023-10-31")),
            entry(
                    "setTrajectory",
                    p -> Request.by(p.user("quantri"))
                            .path("target", p.identifier(Kind.WHOLE))
                            .header("If-Match", "\"1\"")
                            .body("""
                    {"checkpoints": [{"scenario": "base", "indicator": "%s", "area": "%s", "subgroup": "một phần",
                      "period": "%s", "amount": "5", "unit": "cột"}],
                     "source": "Kiểm thử", "reason": "Để kiểm thử", "decidedOn": "2023-05-01"}""".formatted(
                                            p.identifier(Kind.INDICATOR), p.identifier(Kind.PART), p.planPeriod()))),
            entry(
                    "putInCharge",
                    p -> Request.by(p.user("quantri"))
                            .path("target", p.identifier(Kind.TARGET))
                            .header("If-Match", "\"1\"")
                            .body("""
                    {"owner": "%s", "coordinators": ["%s"], "reason": "Để kiểm thử"}""".formatted(p.identifier(Kind.UNIT), p.identifier(Kind.HELPER)))),
            entry("listChecks", p -> reading(p)),
            entry(
                    "previewChecks",
                    p -> reading(p)
                            .query("indicator", p.identifier(Kind.INDICATOR))
                            .query("area", p.identifier(Kind.AREA))
                            .query("period", "2022")
                            .query("amount", "12.5")
                            .query("unit", "cột")
                            .query("status", "estimated")),
            entry(
                    "setProvinceChecks",
                    p -> Request.by(p.user("quantri"))
                            .header("If-Match", "\"1\"")
                            .body(CHECKS)),
            entry(
                    "setIndicatorChecks",
                    p -> Request.by(p.user("quantri"))
                            .path("indicator", p.identifier(Kind.INDICATOR))
                            .header("If-Match", "\"1\"")
                            .body(CHECKS.replace("\"jump\"", "\"lowest\": \"0\", \"highest\": \"1000\", \"jump\""))),
            entry("listRuleSets", p -> reading(p)),
            entry("listRuleChoices", p -> reading(p)),
            entry("getProvinceRuleChoice", p -> reading(p)),
            entry(
                    "chooseProvinceRules",
                    p -> Request.by(p.user("quytac"))
                            .header("If-Match", "\"1\"")
                            .body(RULES)),
            entry("getPlanRuleChoice", p -> reading(p).path("plan", p.identifier(Kind.PLAN))),
            entry(
                    "choosePlanRules",
                    p -> Request.by(p.user("quytac"))
                            .path("plan", p.identifier(Kind.PLAN))
                            .header("If-Match", "\"1\"")
                            .body(RULES)),
            entry("getRuleModel", p -> reading(p).path("sha256", p.identifier(Kind.RULES))),
            entry("listRuleReleases", p -> reading(p)),
            entry("listRuleImpacts", p -> reading(p)),
            entry("listImpactsOfRelease", p -> Request.by("bo.quytac").path("release", Province.NATIONAL_RELEASE)),
            entry(
                    "rollBackRules",
                    p -> Request.by(p.user("quytac"))
                            .path("ruleSet", p.ownRules())
                            .header("If-Match", p.releaseTag())
                            .body("""
                    {"sha256": "%s", "validFrom": "2024-01-01", "reason": "Để kiểm thử"}""".formatted(p.identifier(Kind.RULES)))),
            entry("listRuleDrafts", p -> Request.by(p.user("quytac")).query("limit", "5")),
            entry(
                    "openRuleDraft",
                    p -> Request.by(p.user("quytac")).body("""
                    {"ruleSet": "%s-moi", "from": "%s"}""".formatted(p.ownRules(), p.identifier(Kind.RULES)))),
            entry("getRuleDraft", p -> Request.by(p.user("quytac")).path("draft", p.identifier(Kind.RULE_DRAFT))),
            entry(
                    "getRuleDraftRevision",
                    p -> Request.by(p.user("quytac"))
                            .path("draft", p.identifier(Kind.RULE_DRAFT))
                            .path("revision", "1")),
            entry(
                    "saveRuleDraft",
                    p -> Request.by(p.user("quytac"))
                            .path("draft", p.identifier(Kind.RULE_DRAFT))
                            .header("If-Match", p.draftTag(Kind.RULE_DRAFT))
                            .body("""
                    {"model": %s, "cases": [%s]}""".formatted(p.rules(), TEST_CASE))),
            entry(
                    "proposeRuleDraft",
                    p -> Request.by(p.user("quytac"))
                            .path("draft", p.identifier(Kind.RULE_DRAFT))
                            .header("If-Match", p.draftTag(Kind.RULE_DRAFT))
                            .body(COMMENT)),
            entry(
                    "approveRuleDraft",
                    p -> Request.by(p.user("quantri"))
                            .path("draft", p.identifier(Kind.RULE_PROPOSED))
                            .header("If-Match", p.draftTag(Kind.RULE_PROPOSED))
                            .body(COMMENT)),
            entry(
                    "returnRuleDraft",
                    p -> Request.by(p.user("quantri"))
                            .path("draft", p.identifier(Kind.RULE_PROPOSED))
                            .header("If-Match", p.draftTag(Kind.RULE_PROPOSED))
                            .body(COMMENT)),
            entry(
                    "withdrawRuleDraft",
                    p -> Request.by(p.user("quytac"))
                            .path("draft", p.identifier(Kind.RULE_DRAFT))
                            .header("If-Match", p.draftTag(Kind.RULE_DRAFT))
                            .body(COMMENT)),
            entry(
                    "releaseRuleDraft",
                    p -> Request.by(p.user("quytac"))
                            .path("draft", p.identifier(Kind.RULE_APPROVED))
                            .header("If-Match", p.draftTag(Kind.RULE_APPROVED))
                            .body("""
                    {"validFrom": "2024-01-01", "reason": "Để kiểm thử"}""")),
            entry("reviewRules", p -> Request.by(p.user("quytac")).body("""
                    {"model": %s, "cases": [%s]}""".formatted(p.rules(), TEST_CASE))),
            entry(
                    "tryRules",
                    p -> Request.by(p.user("quytac")).body("""
                    {"model": %s, "plan": "%s", "asOf": "2023-10-31"}""".formatted(p.rules(), p.identifier(Kind.PLAN)))),
            entry("emitRules", p -> Request.by(p.user("quytac")).body("""
                    {"model": %s}""".formatted(p.rules()))),
            entry("compareRules", p -> Request.by(p.user("quytac")).body("""
                    {"before": %1$s, "after": %1$s}""".formatted(p.rules()))),
            entry("mergeRules", p -> Request.by(p.user("quytac")).body("""
                    {"base": %1$s, "mine": %1$s, "theirs": %1$s, "cases": {"base": [%2$s], "mine": [%2$s], "theirs": [%2$s]}}""".formatted(p.rules(), TEST_CASE))),
            entry("readRuleTable", p -> Request.by(p.user("quytac")).body("""
                    {"format": "dmn", "file": "PGRlZmluaXRpb25zLz4=", "base": %s}""".formatted(p.rules()))),
            entry("listThresholds", p -> reading(p).query("asOf", "2023-10-31")),
            entry("getIndicatorThreshold", p -> reading(p).path("indicator", p.identifier(Kind.INDICATOR))),
            entry(
                    "setIndicatorThreshold",
                    p -> Request.by(p.user("quytac"))
                            .path("indicator", p.identifier(Kind.INDICATOR))
                            .header("If-Match", "\"1\"")
                            .body(THRESHOLD)),
            entry(
                    "getAreaThreshold",
                    p -> reading(p)
                            .path("indicator", p.identifier(Kind.INDICATOR))
                            .path("area", p.identifier(Kind.PART))),
            entry(
                    "setAreaThreshold",
                    p -> Request.by(p.user("quytac"))
                            .path("indicator", p.identifier(Kind.INDICATOR))
                            .path("area", p.identifier(Kind.PART))
                            .header("If-Match", "\"1\"")
                            .body(THRESHOLD)),
            entry("getProvinceThreshold", p -> reading(p)),
            entry(
                    "setProvinceThreshold",
                    p -> Request.by(p.user("quytac"))
                            .header("If-Match", p.provinceThresholdTag())
                            .body(THRESHOLD)),
            entry("getNationThreshold", p -> reading(p)),
            entry(
                    "setNationThreshold",
                    p -> Request.by("bo.quytac")
                            .header("If-Match", p.nationThresholdTag())
                            .body(THRESHOLD.replace("2023-01-01", "2199-01-01"))));

    /**
     * What a province that has something is refused, whoever asks; {@link ArchiveIT} asks where it is allowed. And what the only
     * author of a draft is.
     */
    static final Map<String, String> REFUSED_TO_THESE =
            Map.of("importProvince", "province-not-empty", "approveRuleDraft", "draft-own");

    /** Of {@link #form}. */
    static final Map<String, String> FORM = Map.of("Content-Type", "multipart/form-data; boundary=ranh-gioi");

    private Requests() {}

    static String form(String name, String content) {
        return "--ranh-gioi\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/html\r\n\r\n%s\r\n--ranh-gioi--\r\n"
                .formatted(name, content);
    }

    /** Whether the operation was done, or was refused for the one reason that everybody here may be. */
    static boolean allowed(Operation operation, Answer answer) {
        return answer.ok() || answer.code().equals(REFUSED_TO_THESE.get(operation.id()));
    }

    /** A form with a file of any bytes, of an ASCII name. */
    static byte[] form(String name, byte[] content) {
        return form(name, new String(content, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Request reading(Province province) {
        return Request.by(province.user("xem"));
    }

    /** The operation's request as the province makes it. */
    static Request of(Operation operation, Province province) {
        Function<Province, Request> request = BY_OPERATION.get(operation.id());
        if (request == null) {
            throw new IllegalStateException("Requests has none for %s.".formatted(operation.id()));
        }
        return request.apply(province);
    }

    /**
     * A request before it is sent.
     *
     * @param user whose token it carries
     * @param upload a form, a character for each byte
     */
    record Request(
            String user,
            Map<String, String> path,
            Map<String, String> query,
            Map<String, String> headers,
            @Nullable ObjectNode body,
            @Nullable String upload) {

        static Request by(String user) {
            return new Request(user, Map.of(), Map.of(), Map.of(), null, null);
        }

        Request as(String other) {
            return new Request(other, path, query, headers, body, upload);
        }

        Request path(String name, String value) {
            return new Request(user, with(path, name, value), query, headers, body, upload);
        }

        Request query(String name, String value) {
            return new Request(user, path, with(query, name, value), headers, body, upload);
        }

        Request header(String name, String value) {
            return new Request(user, path, query, with(headers, name, value), body, upload);
        }

        Request without(String header) {
            var fewer = new LinkedHashMap<>(headers);
            fewer.remove(header);
            return new Request(user, path, query, fewer, body, upload);
        }

        /** A form with one file. */
        Request upload(String name, String content) {
            return upload(name, content.getBytes(StandardCharsets.UTF_8));
        }

        Request upload(String name, byte[] content) {
            return new Request(
                    user, path, query, FORM, null, new String(form(name, content), StandardCharsets.ISO_8859_1));
        }

        Request zip(String content) {
            return new Request(user, path, query, Map.of("Content-Type", "application/zip"), null, content);
        }

        Request body(String json) {
            return new Request(user, path, query, headers, (ObjectNode) Province.json(json), null);
        }

        /** With the text in that place. */
        Request with(Position position, String value) {
            return switch (position.in()) {
                case PATH -> path(position.name(), value);
                case QUERY -> query(position.name(), value);
                case HEADER -> header(position.name(), value);
                case BODY -> field(position.name(), new TextNode(value));
            };
        }

        /** @param value absent to leave the field out */
        Request field(String pointer, com.fasterxml.jackson.databind.@Nullable JsonNode value) {
            ObjectNode copy = fields().deepCopy();
            int last = pointer.lastIndexOf('/');
            String name = pointer.substring(last + 1);
            switch (copy.at(pointer.substring(0, last))) {
                case ObjectNode parent when value == null -> parent.remove(name);
                case ObjectNode parent -> parent.set(name, value);
                case ArrayNode parent when value == null -> parent.remove(Integer.parseInt(name));
                case ArrayNode parent -> parent.set(Integer.parseInt(name), value);
                default -> throw new IllegalStateException("This request has no %s.".formatted(pointer));
            }
            return new Request(user, path, query, headers, copy, null);
        }

        ObjectNode fields() {
            if (body == null) {
                throw new IllegalStateException("This request has no body.");
            }
            return body;
        }

        byte @Nullable [] bytes() {
            if (upload != null) {
                return upload.getBytes(StandardCharsets.ISO_8859_1);
            }
            return body == null ? null : body.toString().getBytes(StandardCharsets.UTF_8);
        }

        /** Path and query as they are sent. */
        String address(Operation operation) {
            String address = operation.path();
            for (var variable : path.entrySet()) {
                address = address.replace("{" + variable.getKey() + "}", encoded(variable.getValue()));
            }
            return query.isEmpty()
                    ? address
                    : query.entrySet().stream()
                            .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                            .collect(Collectors.joining("&", address + "?", ""));
        }

        Answer send(Stack stack, Operation operation) {
            return send(stack, operation, stack.token(user));
        }

        Answer send(Stack stack, Operation operation, @Nullable String token) {
            return stack.call(operation.method(), address(operation), token, headers, bytes());
        }

        private static Map<String, String> with(Map<String, String> map, String name, String value) {
            var more = new LinkedHashMap<>(map);
            more.put(name, value);
            return more;
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}

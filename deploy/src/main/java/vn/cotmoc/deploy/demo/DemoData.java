package vn.cotmoc.deploy.demo;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.deploy.demo.DemoFiles.Area;
import vn.cotmoc.deploy.demo.DemoFiles.Checkpoint;
import vn.cotmoc.deploy.demo.DemoFiles.Followed;
import vn.cotmoc.deploy.demo.DemoFiles.Form;
import vn.cotmoc.deploy.demo.DemoFiles.FormDeadline;
import vn.cotmoc.deploy.demo.DemoFiles.Observation;
import vn.cotmoc.deploy.demo.DemoFiles.OwnIndicator;
import vn.cotmoc.deploy.demo.DemoFiles.Plan;
import vn.cotmoc.deploy.demo.DemoFiles.Province;
import vn.cotmoc.deploy.demo.DemoFiles.Report;
import vn.cotmoc.deploy.demo.DemoFiles.Statement;
import vn.cotmoc.deploy.demo.DemoFiles.Target;
import vn.cotmoc.deploy.demo.DemoFiles.Task;
import vn.cotmoc.deploy.demo.DemoFiles.Unit;
import vn.cotmoc.deploy.demo.DemoFiles.User;

/**
 * Enters the demo as its people would, through the product's HTTP API. Every row travels with an Idempotency-Key of its
 * own, so a load that was stopped, or is repeated, creates nothing twice.
 */
public final class DemoData {

    /** The day the demo opens as of: ten-month figures of 2023 exist. */
    public static final LocalDate DAY = LocalDate.of(2023, 10, 31);

    /** The figures of the whole year exist; the run of this day opens most of the cases. */
    private static final LocalDate YEAR_END = LocalDate.of(2023, 12, 31);

    /** Cases are dealt with now, whatever day the demo opens as of. */
    private static final int DAYS_TO_EXPLAIN = 14;

    private static final Duration OPENING = Duration.ofMinutes(2);

    /** Who enters what; the end of a demo user's name. */
    private static final String ADMIN = "quantri";

    private static final String OFFICER = "chuyenvien";
    private static final String APPROVER = "duyet";
    private static final String PLATFORM_ADMIN = "nen.tang";

    /** What was to be made for the first time is there already. */
    private static final int STALE = 412;

    private static final String DISTRICTS_OF_2023 =
            "Danh mục đơn vị hành chính năm 2023 (mã Tổng cục Thống kê); theo dõi từ 01/01/2020";
    private static final String END_OF_DISTRICTS =
            "Nghị quyết số 203/2025/QH15: kết thúc hoạt động của đơn vị hành chính cấp huyện từ ngày 01/7/2025";

    private record Step(String what, Runnable work) {}

    private final DemoSite site;
    private final DemoFiles files = DemoFiles.read();
    private final Simulation simulation = Simulation.generate();

    /** Of plans, why they have no paper, and so of what stands in them. */
    private final Map<String, String> reasons = new HashMap<>();

    /** Ids that the product gave, by the rows' own keys. */
    private final Map<String, String> plans = new HashMap<>();

    private final Map<String, String> areas = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final Map<String, String> forms = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, String> observations = new HashMap<>();

    public DemoData(DemoSite site) {
        this.site = site;
    }

    /** Changes when the demo's rows change: a launcher may remember which one it has loaded. */
    public static String sha256() {
        return DemoFiles.sha256();
    }

    /**
     * @throws DemoFailure with one sentence, if anything is refused or unreachable; loading again continues
     */
    public void load(Progress progress) {
        try (JsonCalls calls = new JsonCalls()) {
            List<Step> steps = new Loading(calls, new Tokens(calls, site)).steps();
            for (int done = 0; done < steps.size(); done++) {
                Step step = steps.get(done);
                progress.at(done, steps.size(), step.what());
                step.work().run();
            }
            progress.at(steps.size(), steps.size(), "everything is loaded");
        }
    }

    /** One load: its connection and its tokens. */
    private final class Loading {

        private final JsonCalls calls;
        private final Tokens tokens;
        private final DemoUsers users;
        private final List<Step> steps = new ArrayList<>();

        Loading(JsonCalls calls, Tokens tokens) {
            this.calls = calls;
            this.tokens = tokens;
            this.users = new DemoUsers(calls, tokens, site);
        }

        List<Step> steps() {
            files.users().stream().filter(user -> user.provinces().isEmpty()).forEach(this::person);
            files.provinces()
                    .forEach(province -> steps.add(new Step("opening " + province.name(), () -> open(province))));
            files.users().stream().filter(user -> !user.provinces().isEmpty()).forEach(this::person);
            for (Area area : files.areas()) {
                steps.add(new Step("areas of " + name(area.province()), () -> enter(area)));
            }
            for (OwnIndicator indicator : files.ownIndicators()) {
                steps.add(new Step("an indicator of " + name(indicator.province()), () -> enter(indicator)));
            }
            for (Unit unit : files.units()) {
                steps.add(new Step("units of " + name(unit.province()), () -> enter(unit)));
            }
            files.plans().forEach(this::plan);
            plan(simulation.plan());
            files.targets().forEach(this::target);
            simulation.targets().forEach(this::target);
            files.checkpoints().stream()
                    .collect(Collectors.groupingBy(Checkpoint::target, LinkedHashMap::new, Collectors.toList()))
                    .forEach(this::path);
            files.observations().forEach(this::observation);
            simulation.observations().forEach(this::observation);
            for (Statement statement : files.statements()) {
                steps.add(new Step("statements of " + name(statement.province()), () -> enter(statement)));
            }
            for (Form form : files.forms()) {
                steps.add(new Step("forms of " + name(form.province()), () -> enter(form)));
            }
            for (Report report : files.reports()) {
                steps.add(new Step("reports of " + name(report.province()), () -> enter(report)));
            }
            for (Plan plan : scoredPlans()) {
                steps.add(new Step("scorecards of " + name(plan.province()), () -> score(plan, DAY)));
            }
            for (Province province : files.provinces()) {
                for (Period year : publishedYears(province)) {
                    steps.add(new Step("publishing " + province.name(), () -> publish(province, year)));
                }
            }
            for (Plan plan : followedPlans()) {
                steps.add(new Step("scorecards of " + name(plan.province()), () -> score(plan, YEAR_END)));
            }
            for (Followed followed : files.cases()) {
                steps.add(new Step("cases of " + name(followed.province()), () -> enter(followed)));
            }
            for (Task task : files.tasks()) {
                steps.add(new Step("tasks of " + name(task.province()), () -> enter(task)));
            }
            return steps;
        }

        private void person(User user) {
            steps.add(new Step("people", () -> users.make(user)));
        }

        private void plan(Plan plan) {
            steps.add(new Step("plans of " + name(plan.province()), () -> enter(plan)));
        }

        private void target(Target target) {
            steps.add(new Step("targets of " + name(target.province()), () -> enter(target)));
        }

        private void path(String target, List<Checkpoint> checkpoints) {
            steps.add(new Step(
                    "expected paths of " + name(checkpoints.getFirst().province()), () -> enter(target, checkpoints)));
        }

        private void observation(Observation observation) {
            steps.add(new Step("figures of " + name(observation.province()), () -> enter(observation)));
        }

        private void open(Province province) {
            String admin = province.prefix() + "." + ADMIN;
            User person = files.users().stream()
                    .filter(user -> user.username().equals(admin))
                    .findFirst()
                    .orElseThrow(() -> new DemoFailure("users.csv has no %s.".formatted(admin)));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("id", province.id());
            body.put("name", province.name());
            body.put("nameEn", province.nameEn());
            body.put("code", province.code());
            body.put("simulated", province.simulated());
            body.put(
                    "admin",
                    Map.of(
                            "username", admin,
                            "email", DemoUsers.email(admin),
                            "firstName", person.firstName(),
                            "lastName", person.lastName()));
            String row = "provinces.csv, " + province.id();
            String token = tokens.ofPerson(PLATFORM_ADMIN, Optional.empty());
            JsonNode answer = post(row, token, "/api/v1/provinces", "provinces/" + province.id(), body);
            Instant patience = Instant.now().plus(OPENING);
            while (!text(row, answer, "state").equals("open")) {
                if (Instant.now().isAfter(patience)) {
                    throw new DemoFailure("%s: the province is still not open: %s.".formatted(row, answer.getValue()));
                }
                pause();
                answer = get(row, token, "/api/v1/provinces/" + province.id());
            }
        }

        private void enter(Area area) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("name", area.name());
            body.put("level", area.level());
            body.put("code", area.code());
            body.put("validFrom", area.validFrom());
            body.put("source", DISTRICTS_OF_2023);
            String row = "areas.csv, " + area.key();
            JsonNode answer = post(row, area.province(), ADMIN, "/api/v1/areas", "areas/" + area.key(), body);
            areas.put(area.key(), text(row, answer, "id"));
            if (area.endsOn() != null) {
                Map<String, Object> end = new LinkedHashMap<>();
                end.put("kind", "abolished");
                end.put("on", area.endsOn());
                end.put("source", END_OF_DISTRICTS);
                end.put("predecessors", List.of(text(row, answer, "id")));
                post(row, area.province(), ADMIN, "/api/v1/areas/successions", "successions/" + area.key(), end);
            }
        }

        /** With those who are in it and what it reports. */
        private void enter(Unit unit) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("code", unit.code());
            body.put("name", unit.name());
            body.put("nameEn", unit.nameEn());
            body.put("kind", unit.kind());
            body.put("validFrom", unit.validFrom());
            String row = "units.csv, %s %s".formatted(unit.province(), unit.code());
            String key = "%s/%s".formatted(unit.province(), unit.code());
            JsonNode answer = post(row, unit.province(), ADMIN, "/api/v1/units", "units/" + key, body);
            units.put(key, text(row, answer, "id"));
            String path = "/api/v1/units/" + text(row, answer, "id");
            files.users().stream()
                    .filter(user -> unit.code().equals(user.unit()))
                    .filter(user -> user.provinces().contains(unit.province()))
                    .forEach(user -> put(row, unit.province(), path + "/members/" + user.username()));
            files.unitAssignments().stream()
                    .filter(assignment -> assignment.province().equals(unit.province()))
                    .filter(assignment -> assignment.unit().equals(unit.code()))
                    .forEach(assignment -> post(
                            row,
                            unit.province(),
                            ADMIN,
                            path + "/assignments",
                            "assignments/%s/%s".formatted(key, assignment.indicator()),
                            Map.of("indicator", assignment.indicator())));
        }

        private void enter(OwnIndicator indicator) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("code", indicator.code());
            body.put("name", indicator.name());
            body.put("nameEn", indicator.nameEn());
            body.put("unit", indicator.unit());
            body.put("unitEn", indicator.unitEn());
            body.put("decimals", indicator.decimals());
            body.put("direction", indicator.direction());
            body.put("kind", indicator.kind());
            body.put("group", indicator.group());
            body.put("cadence", indicator.cadence());
            body.put("definition", indicator.definition());
            body.put("source", indicator.source());
            post(
                    "own-indicators.csv, " + indicator.code(),
                    indicator.province(),
                    ADMIN,
                    "/api/v1/indicators",
                    "indicators/" + indicator.code(),
                    body);
        }

        private void enter(Plan plan) {
            Map<String, Object> body = Map.of(
                    "period", plan.period(), "title", plan.title(), "status", plan.status(), "reason", copied(plan));
            reasons.put(plan.key(), copied(plan));
            String row = "plans.csv, " + plan.key();
            JsonNode answer = post(row, plan.province(), ADMIN, "/api/v1/plans", "plans/" + plan.key(), body);
            plans.put(plan.key(), text(row, answer, "id"));
        }

        private String copied(Plan plan) {
            return "Chép lại từ nguồn, không có văn bản kèm theo: " + files.citation(plan.source());
        }

        private void enter(Target target) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("indicator", target.indicator());
            putIfPresent(body, "subgroup", target.subgroup());
            body.put("authority", target.authority());
            body.put("comparator", target.comparator());
            putIfPresent(body, "amount", target.amount());
            putIfPresent(body, "amountHigh", target.amountHigh());
            putIfPresent(body, "date", target.due());
            body.put("unit", target.unit());
            body.put("period", target.period());
            body.put("wording", target.wording());
            body.put("source", sourceOf(target));
            body.put("strictness", target.strictness());
            putIfPresent(body, "reason", reasons.get(target.plan()));
            putIfPresent(body, "focus", target.focus());
            if (target.baselineAmount() != null && target.baselinePeriod() != null) {
                body.put(
                        "baseline",
                        Map.of("amount", plain(target.baselineAmount()), "period", target.baselinePeriod()));
            }
            String row = "targets.csv, " + target.key();
            putIfPresent(body, "basis", target.basis());
            if (target.parent() != null) {
                body.put("parent", id(row, targets, target.parent()));
            }
            if (!target.named().isEmpty()) {
                body.put(
                        "named",
                        target.named().stream().map(key -> named(row, key)).toList());
            }
            String path = "/api/v1/plans/%s/targets".formatted(id(row, plans, target.plan()));
            JsonNode answer = post(row, target.province(), ADMIN, path, "targets/" + target.key(), body);
            targets.put(target.key(), text(row, answer, "id"));
        }

        /** A load that is repeated finds the path there, and leaves it. */
        private void enter(String target, List<Checkpoint> checkpoints) {
            String row = "trajectory.csv, " + target;
            String province = checkpoints.getFirst().province();
            String path = "/api/v1/targets/%s/trajectory".formatted(id(row, targets, target));
            String admin = files.province(province).prefix() + "." + ADMIN;
            String token = tokens.ofPerson(admin, Optional.of(province));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put(
                    "checkpoints",
                    checkpoints.stream()
                            .map(checkpoint -> Map.of(
                                    "scenario", "base",
                                    "period", checkpoint.period(),
                                    "amount", plain(checkpoint.amount()),
                                    "unit", checkpoint.unit()))
                            .toList());
            body.put("source", files.citation(checkpoints.getFirst().source()));
            body.put("reason", "Kịch bản tăng trưởng theo quý và lũy kế, chép từ nguồn");
            Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "If-None-Match", "*");
            JsonCalls.Answer answer = calls.send("PUT", site.app().resolve(path), headers, body);
            if (answer.status() != STALE) {
                accepted(row, "PUT", path, answer);
            }
        }

        private Map<String, String> named(String row, String key) {
            Area area = files.areas().stream()
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new DemoFailure("%s: areas.csv has no %s.".formatted(row, key)));
            return Map.of("name", area.name(), "area", id(row, areas, key));
        }

        private void enter(Observation observation) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("indicator", observation.indicator());
            body.put("period", observation.period());
            body.put("status", observation.status());
            body.put("amount", plain(observation.amount()));
            body.put("unit", observation.unit());
            body.put("source", files.citation(observation.source()));
            putIfPresent(body, "note", observation.note());
            String row = "observations.csv, " + observation.key();
            JsonNode answer = post(
                    row,
                    observation.province(),
                    OFFICER,
                    "/api/v1/observations",
                    "observations/" + observation.key(),
                    body);
            observations.put(observation.key(), text(row, answer, "id"));
        }

        private void enter(Statement statement) {
            String row = "statements.csv, " + statement.code();
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("code", statement.code());
            body.put("kind", statement.kind());
            body.put("quote", statement.quote());
            body.put("source", files.citation(statement.source()));
            putIfPresent(body, "note", statement.note());
            putIfPresent(body, "period", statement.period());
            if (statement.plan() != null) {
                body.put("plan", id(row, plans, statement.plan()));
            }
            if (statement.target() != null) {
                body.put("target", id(row, targets, statement.target()));
            }
            if (statement.observation() != null) {
                body.put(
                        "observations",
                        Arrays.stream(statement.observation().split(" "))
                                .map(figure -> id(row, observations, figure))
                                .toList());
            }
            post(row, statement.province(), ADMIN, "/api/v1/statements", "statements/" + statement.code(), body);
        }

        /** With its deadlines; one that was moved before is not moved again. */
        private void enter(Form form) {
            String row = "forms.csv, %s %s".formatted(form.province(), form.code());
            String key = "%s/%s".formatted(form.province(), form.code());
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("code", form.code());
            body.put("frequency", form.frequency());
            body.put("name", form.name());
            body.put("nameEn", form.nameEn());
            body.put("from", form.from());
            body.put("dueDays", form.dueDays());
            body.put("remindDays", form.remindDays());
            body.put(
                    "lines",
                    form.lines().stream()
                            .map(line ->
                                    Map.of("indicator", line.indicator(), "place", line.place(), "span", line.span()))
                            .toList());
            body.put(
                    "units",
                    form.units().stream()
                            .map(unit -> id(row, units, "%s/%s".formatted(form.province(), unit)))
                            .toList());
            JsonNode made = post(row, form.province(), ADMIN, "/api/v1/forms", "forms/" + key, body);
            forms.put(key, text(row, made, "id"));
            String token = tokenOf(form.province(), ADMIN);
            String path = "/api/v1/forms/" + text(row, made, "id");
            Set<String> moved = items(get(row, token, path), "deadlines")
                    .map(deadline -> text(row, deadline, "period"))
                    .collect(Collectors.toUnmodifiableSet());
            for (FormDeadline deadline : form.deadlines()) {
                if (!moved.contains(deadline.period())) {
                    String one = path + "/deadlines/" + deadline.period();
                    Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "If-None-Match", "*");
                    Map<String, ?> asked = Map.of("dueOn", deadline.dueOn(), "reason", deadline.reason());
                    accepted(row, "PUT", one, calls.send("PUT", site.app().resolve(one), headers, asked));
                }
            }
        }

        /** Up to where the row says, from where it is: a load that is repeated finds it further on. */
        private void enter(Report report) {
            String row = "reports.csv, %s %s %s".formatted(report.form(), report.unit(), report.period());
            Optional<String> province = Optional.of(report.province());
            String officer = tokens.ofPerson(
                    files.officerOf(report.province(), report.unit()).username(), province);
            String form = "%s/%s".formatted(report.province(), report.form());
            JsonNode begun = post(
                    row,
                    officer,
                    "/api/v1/submissions",
                    "submissions/%s/%s/%s".formatted(form, report.unit(), report.period()),
                    Map.of("form", id(row, forms, form), "period", report.period()));
            String path = "/api/v1/submissions/" + text(row, begun, "id");
            JsonNode now = member(get(row, officer, path), "submission");
            if (text(row, now, "status").equals("draft")) {
                List<Map<String, Object>> figures = items(get(row, officer, path + "/cells"), "items")
                        .map(cell -> Map.<String, Object>of(
                                "cell",
                                member(cell, "cell").getIntValue(),
                                "status",
                                "outturn",
                                "missing",
                                report.missing()))
                        .toList();
                now = change(row, officer, "PUT", path + "/figures", now, Map.of("figures", figures));
                now = change(row, officer, "POST", path + "/handover", now, Map.of());
            }
            if (text(row, now, "status").equals("submitted") && !report.status().equals("submitted")) {
                Map<String, Object> decision = new LinkedHashMap<>();
                decision.put("status", report.status());
                putIfPresent(decision, "comment", report.comment());
                change(row, tokenOf(report.province(), APPROVER), "POST", path + "/decisions", now, decision);
            }
        }

        /** Up to where the row says, from where it is. */
        private void enter(Followed followed) {
            String row = "cases.csv, " + followed.target();
            String approver = tokenOf(followed.province(), APPROVER);
            JsonNode now = caseOf(row, approver, followed.target());
            String path = "/api/v1/cases/" + text(row, now, "id");
            if (text(row, now, "status").equals("open")) {
                String unit = id(row, units, "%s/%s".formatted(followed.province(), followed.unit()));
                now = decide(row, approver, path, now, Map.of("act", "assigned", "unit", unit));
                now = decide(row, approver, path, now, Map.of("act", "acknowledged"));
            }
            if (text(row, now, "status").equals("acknowledged") && followed.question() != null) {
                String until = LocalDate.now().plusDays(DAYS_TO_EXPLAIN).toString();
                now = decide(
                        row,
                        approver,
                        path,
                        now,
                        Map.of("act", "explanation-requested", "until", until, "comment", followed.question()));
            }
            if (text(row, now, "status").equals("explanation-requested") && followed.explanation() != null) {
                String officer = tokens.ofPerson(
                        files.officerOf(followed.province(), followed.unit()).username(),
                        Optional.of(followed.province()));
                Map<String, String> said = Map.of("explanation", followed.explanation());
                change(row, officer, "POST", path + "/explanations", now, said);
            }
        }

        private JsonNode decide(String row, String approver, String path, JsonNode seen, Map<String, ?> decision) {
            return change(row, approver, "POST", path + "/decisions", seen, decision);
        }

        private JsonNode caseOf(String row, String token, String target) {
            JsonNode found = get(row, token, "/api/v1/cases?only=live&target=%s".formatted(id(row, targets, target)));
            return items(found, "items")
                    .findFirst()
                    .orElseThrow(() -> new DemoFailure("%s: no run has opened a case of this target.".formatted(row)));
        }

        private void enter(Task task) {
            String row = "tasks.csv, " + task.key();
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("plan", id(row, plans, task.plan()));
            body.put("title", task.title());
            body.put("unit", id(row, units, "%s/%s".formatted(task.province(), task.unit())));
            body.put(
                    "coordinators",
                    task.coordinators().stream()
                            .map(unit -> id(row, units, "%s/%s".formatted(task.province(), unit)))
                            .toList());
            body.put("dueOn", task.dueOn());
            putIfPresent(body, "statement", task.statement());
            body.put(
                    "targets",
                    task.targets().stream().map(key -> id(row, targets, key)).toList());
            if (task.agreedIn() != null) {
                String approver = tokenOf(task.province(), APPROVER);
                body.put("agreedIn", text(row, caseOf(row, approver, task.agreedIn()), "id"));
            }
            JsonNode made = post(row, task.province(), APPROVER, "/api/v1/tasks", "tasks/" + task.key(), body);
            if (task.progress() != null && task.note() != null) {
                report(row, task, text(row, made, "id"), task.progress().intValueExact(), task.note());
            }
        }

        /** A load that is repeated finds it reported, and leaves it. */
        private void report(String row, Task task, String id, int progress, String note) {
            String officer = tokens.ofPerson(
                    files.officerOf(task.province(), task.unit()).username(), Optional.of(task.province()));
            String path = "/api/v1/tasks/" + id;
            JsonNode now = member(get(row, officer, path), "task");
            if (member(now, "version").getIntValue() == 1) {
                change(row, officer, "POST", path + "/progress", now, Map.of("progress", progress, "note", note));
            }
        }

        private void score(Plan plan, LocalDate asOf) {
            String row = "scorecard of " + plan.key();
            String path = "/api/v1/plans/%s/scorecards".formatted(id(row, plans, plan.key()));
            String key = "scorecards/%s/%s".formatted(plan.key(), asOf);
            post(row, plan.province(), APPROVER, path, key, Map.of("asOf", asOf.toString()));
        }

        private void publish(Province province, Period year) {
            post(
                    "publication of %s, %s".formatted(province.name(), year),
                    province.id(),
                    APPROVER,
                    "/api/v1/publications",
                    "publications/%s/%s".formatted(province.id(), year),
                    Map.of("period", year.toString()));
        }

        private JsonNode post(String row, String province, String duty, String path, String key, Map<String, ?> body) {
            return post(row, tokenOf(province, duty), path, key, body);
        }

        /** @param duty the end of a demo user's name */
        private String tokenOf(String province, String duty) {
            return tokens.ofPerson(files.province(province).prefix() + "." + duty, Optional.of(province));
        }

        private JsonNode post(String row, String token, String path, String key, Map<String, ?> body) {
            Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "Idempotency-Key", "demo/" + key);
            return accepted(row, "POST", path, calls.send("POST", site.app().resolve(path), headers, body));
        }

        /** Harmless when repeated. */
        private void put(String row, String province, String path) {
            send(row, tokenOf(province, ADMIN), "PUT", path, null);
        }

        private JsonNode get(String row, String token, String path) {
            return send(row, token, "GET", path, null);
        }

        private JsonNode send(String row, String token, String method, String path, @Nullable Object body) {
            Map<String, String> headers = Map.of("Authorization", "Bearer " + token);
            return accepted(row, method, path, calls.send(method, site.app().resolve(path), headers, body));
        }

        /** @param seen what is changed, as it was last answered */
        private JsonNode change(
                String row, String token, String method, String path, JsonNode seen, Map<String, ?> body) {
            String tag = "\"%d\"".formatted(member(seen, "version").getIntValue());
            Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "If-Match", tag);
            return accepted(row, method, path, calls.send(method, site.app().resolve(path), headers, body));
        }
    }

    /** A figure that no statement quotes keeps its note beside its source. */
    private String sourceOf(Target target) {
        String citation = files.citation(target.source());
        Set<String> quoted = files.statements().stream()
                .map(Statement::target)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        return target.note() == null || quoted.contains(target.key())
                ? citation
                : "%s; %s".formatted(citation, target.note());
    }

    /** Yearly plans that had begun by the demo's day and aim at something. Simulated ones stay in their province. */
    private List<Plan> scoredPlans() {
        return files.plans().stream()
                .filter(plan -> Period.parse(plan.period()).isYear())
                .filter(plan -> !Period.parse(plan.period()).firstDay().isAfter(DAY))
                .filter(plan -> files.targets().stream()
                        .anyMatch(target -> target.plan().equals(plan.key())))
                .toList();
    }

    /** Whose targets have cases in the demo; what is published stays as of the demo's day. */
    private List<Plan> followedPlans() {
        Set<String> followed = files.targets().stream()
                .filter(target ->
                        files.cases().stream().anyMatch(one -> one.target().equals(target.key())))
                .map(Target::plan)
                .collect(Collectors.toUnmodifiableSet());
        return files.plans().stream()
                .filter(plan -> followed.contains(plan.key()))
                .toList();
    }

    /** Only years are published. Simulated figures stay in their province: the ministry compares real ones. */
    private Set<Period> publishedYears(Province province) {
        return files.observations().stream()
                .filter(observation -> !province.simulated())
                .filter(observation -> observation.province().equals(province.id()))
                .map(observation -> Period.parse(observation.period()))
                .filter(Period::isYear)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String name(String province) {
        return files.province(province).name();
    }

    private static JsonNode accepted(String row, String method, String path, JsonCalls.Answer answer) {
        if (!answer.ok()) {
            throw new DemoFailure("%s: %s %s was answered %s.".formatted(row, method, path, answer));
        }
        return answer.body();
    }

    private static String id(String row, Map<String, String> ids, String key) {
        String id = ids.get(key);
        if (id == null) {
            throw new DemoFailure("%s: %s was never entered.".formatted(row, key));
        }
        return id;
    }

    private static String text(String row, JsonNode answer, String property) {
        JsonNode value = answer.get(property);
        if (value == null || !value.isString()) {
            throw new DemoFailure("%s: the answer has no %s.".formatted(row, property));
        }
        return value.getStringValue();
    }

    private static JsonNode member(JsonNode answer, String property) {
        return Objects.requireNonNull(answer.get(property), property);
    }

    private static Stream<JsonNode> items(JsonNode answer, String property) {
        return StreamSupport.stream(member(answer, property).values().spliterator(), false);
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }

    private static void putIfPresent(Map<String, Object> body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private static void putIfPresent(Map<String, Object> body, String name, @Nullable BigDecimal amount) {
        if (amount != null) {
            body.put(name, plain(amount));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(300));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The load was interrupted.", e);
        }
    }
}

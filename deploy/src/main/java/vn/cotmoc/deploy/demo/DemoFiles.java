package vn.cotmoc.deploy.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The transcribed rows beside this class. An empty cell is an absent value; README.md says where they come from. */
record DemoFiles(
        List<Province> provinces,
        List<User> users,
        List<Area> areas,
        List<Unit> units,
        List<UnitAssignment> unitAssignments,
        List<OwnIndicator> ownIndicators,
        List<Form> forms,
        List<Report> reports,
        List<Followed> cases,
        List<Task> tasks,
        Map<String, String> sources,
        List<Plan> plans,
        List<Target> targets,
        List<Checkpoint> checkpoints,
        List<Observation> observations,
        List<Statement> statements) {

    private static final List<String> NAMES = List.of(
            "provinces.csv",
            "users.csv",
            "areas.csv",
            "units.csv",
            "unit-assignments.csv",
            "own-indicators.csv",
            "forms.csv",
            "form-lines.csv",
            "form-deadlines.csv",
            "reports.csv",
            "cases.csv",
            "tasks.csv",
            "sources.csv",
            "plans.csv",
            "targets.csv",
            "trajectory.csv",
            "observations.csv",
            "statements.csv");

    /**
     * @param code official code as of 2023
     * @param prefix of its demo users' names, e.g. {@code lc}
     */
    record Province(String id, String name, String nameEn, String code, boolean simulated, String prefix) {}

    /**
     * @param provinces none, one or several
     * @param role in each of them, e.g. {@code officer}
     * @param centralRole e.g. {@code ministry-viewer}
     * @param unit code of the unit in each of them
     */
    record User(
            String username,
            String firstName,
            String lastName,
            List<String> provinces,
            @Nullable String role,
            @Nullable String centralRole,
            @Nullable String unit) {}

    /** @param endsOn the day on which it was abolished, absent while it exists */
    record Area(
            String key,
            String province,
            String level,
            String code,
            String name,
            String validFrom,
            @Nullable String endsOn) {}

    /** A department, or the unit that compiles a province's figures. */
    record Unit(String province, String code, String name, String nameEn, String kind, String validFrom) {}

    /** What a department reports, for the whole province and each of its parts. */
    record UnitAssignment(String province, String unit, String indicator) {}

    /** An indicator that only one province has. */
    record OwnIndicator(
            String province,
            String code,
            String name,
            String nameEn,
            String unit,
            String unitEn,
            int decimals,
            String direction,
            String kind,
            String group,
            String cadence,
            String definition,
            String source) {}

    /**
     * What units report regularly.
     *
     * @param from the first period
     * @param units their codes
     */
    record Form(
            String province,
            String code,
            String frequency,
            String name,
            String nameEn,
            String from,
            int dueDays,
            int remindDays,
            List<FormLine> lines,
            List<FormDeadline> deadlines,
            List<String> units) {}

    record FormLine(String province, String form, String indicator, String place, String span) {}

    /** The deadline of one period, moved. */
    record FormDeadline(String province, String form, String period, String dueOn, String reason) {}

    /**
     * A unit's report. It holds no figure: no source gives one.
     *
     * @param form code of the form
     * @param unit code of the unit
     * @param status up to which it is brought: submitted, returned or approved
     * @param missing why none of its cells has a figure
     * @param comment of who decided it
     */
    record Report(
            String province,
            String form,
            String unit,
            String period,
            String status,
            String missing,
            @Nullable String comment) {}

    /**
     * How far people have come in the case of a target.
     *
     * @param unit code of the unit which has to explain
     * @param question absent where it was only taken note of
     * @param explanation absent where the unit has not answered
     */
    record Followed(
            String province,
            String target,
            String unit,
            @Nullable String question,
            @Nullable String explanation) {}

    /**
     * What a unit has to do.
     *
     * @param unit code of the unit, as coordinators
     * @param statement code of the statement that it carries out
     * @param targets keys of those that it serves
     * @param agreedIn key of the target in whose case it is agreed
     * @param progress last reported, in per cent, with its note; both or neither
     */
    record Task(
            String key,
            String province,
            String plan,
            String title,
            String unit,
            List<String> coordinators,
            String dueOn,
            @Nullable String statement,
            List<String> targets,
            @Nullable String agreedIn,
            @Nullable BigDecimal progress,
            @Nullable String note) {}

    /**
     * @param key how targets and statements name it, e.g. {@code lc-2023}
     * @param source a key of {@code sources.csv}, or a citation where there is no such key
     */
    record Plan(String key, String province, String period, String title, String status, String source) {}

    /**
     * @param amount in the indicator's unit; absent where the comparator says it all ("không còn")
     * @param amountHigh upper end of a range, or n of "k of n"
     * @param subgroup the part of the province it speaks of, absent for the whole
     * @param source a key of {@code sources.csv}, or a citation where there is no such key
     * @param note what the words leave open, and why the row reads as it does
     * @param basis absent for the period itself
     * @param parent key of the target whose part it is
     * @param named keys of the areas that its words name
     * @param due the day of {@code before-date}, else absent
     */
    record Target(
            String key,
            String province,
            String plan,
            String indicator,
            @Nullable String subgroup,
            String authority,
            String comparator,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal amountHigh,
            String unit,
            String period,
            String wording,
            String source,
            String strictness,
            @Nullable String focus,
            @Nullable BigDecimal baselineAmount,
            @Nullable String baselinePeriod,
            @Nullable String note,
            @Nullable String basis,
            @Nullable String parent,
            List<String> named,
            @Nullable String due) {}

    /** What the base scenario of a target expects of some months. */
    record Checkpoint(String target, String province, String period, BigDecimal amount, String unit, String source) {}

    /** @param source a key of {@code sources.csv}, or a citation where there is no such key */
    record Observation(
            String key,
            String province,
            String indicator,
            String period,
            String status,
            BigDecimal amount,
            String unit,
            String source,
            @Nullable String note) {}

    record Statement(
            String code,
            String province,
            String kind,
            String quote,
            String source,
            @Nullable String period,
            @Nullable String plan,
            @Nullable String target,
            @Nullable String observation,
            @Nullable String note) {}

    static DemoFiles read() {
        return new DemoFiles(
                rows(
                        "provinces.csv",
                        row -> new Province(
                                row.need("id"),
                                row.need("name"),
                                row.need("name_en"),
                                row.need("code"),
                                Boolean.parseBoolean(row.need("simulated")),
                                row.need("prefix"))),
                rows(
                        "users.csv",
                        row -> new User(
                                row.need("username"),
                                row.need("first_name"),
                                row.need("last_name"),
                                row.words("provinces"),
                                row.find("role"),
                                row.find("central_role"),
                                row.find("unit"))),
                rows(
                        "areas.csv",
                        row -> new Area(
                                row.need("key"),
                                row.need("province"),
                                row.need("level"),
                                row.need("code"),
                                row.need("name"),
                                row.need("valid_from"),
                                row.find("ends_on"))),
                rows(
                        "units.csv",
                        row -> new Unit(
                                row.need("province"),
                                row.need("code"),
                                row.need("name_vi"),
                                row.need("name_en"),
                                row.need("kind"),
                                row.need("valid_from"))),
                rows(
                        "unit-assignments.csv",
                        row -> new UnitAssignment(row.need("province"), row.need("unit"), row.need("indicator"))),
                rows(
                        "own-indicators.csv",
                        row -> new OwnIndicator(
                                row.need("province"),
                                row.need("code"),
                                row.need("name_vi"),
                                row.need("name_en"),
                                row.need("unit_vi"),
                                row.need("unit_en"),
                                Integer.parseInt(row.need("decimals")),
                                row.need("direction"),
                                row.need("kind"),
                                row.need("group"),
                                row.need("cadence"),
                                row.need("definition_vi"),
                                row.need("source_vi"))),
                readForms(),
                rows(
                        "reports.csv",
                        row -> new Report(
                                row.need("province"),
                                row.need("form"),
                                row.need("unit"),
                                row.need("period"),
                                row.need("status"),
                                row.need("missing"),
                                row.find("comment"))),
                rows(
                        "cases.csv",
                        row -> new Followed(
                                row.need("province"),
                                row.need("target"),
                                row.need("unit"),
                                row.find("question"),
                                row.find("explanation"))),
                rows(
                        "tasks.csv",
                        row -> new Task(
                                row.need("key"),
                                row.need("province"),
                                row.need("plan"),
                                row.need("title"),
                                row.need("unit"),
                                row.words("coordinators"),
                                row.need("due_on"),
                                row.find("statement"),
                                row.words("targets"),
                                row.find("case"),
                                row.amount("progress"),
                                row.find("note"))),
                rows("sources.csv", row -> Map.entry(row.need("key"), row.need("citation"))).stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)),
                rows(
                        "plans.csv",
                        row -> new Plan(
                                row.need("key"),
                                row.need("province"),
                                row.need("period"),
                                row.need("title"),
                                row.need("status"),
                                row.need("source"))),
                rows(
                        "targets.csv",
                        row -> new Target(
                                row.need("key"),
                                row.need("province"),
                                row.need("plan"),
                                row.need("indicator"),
                                row.find("subgroup"),
                                row.need("authority"),
                                row.need("comparator"),
                                row.amount("amount"),
                                row.amount("amount_high"),
                                row.need("unit"),
                                row.need("period"),
                                row.need("wording"),
                                row.need("source"),
                                row.need("strictness"),
                                row.find("focus"),
                                row.amount("baseline_amount"),
                                row.find("baseline_period"),
                                row.find("note"),
                                row.find("basis"),
                                row.find("parent"),
                                row.find("named") == null
                                        ? List.of()
                                        : List.of(row.need("named").split(" ")),
                                row.find("due"))),
                rows(
                        "trajectory.csv",
                        row -> new Checkpoint(
                                row.need("target"),
                                row.need("province"),
                                row.need("period"),
                                new BigDecimal(row.need("amount")),
                                row.need("unit"),
                                row.need("source"))),
                rows(
                        "observations.csv",
                        row -> new Observation(
                                row.need("key"),
                                row.need("province"),
                                row.need("indicator"),
                                row.need("period"),
                                row.need("status"),
                                new BigDecimal(row.need("amount")),
                                row.need("unit"),
                                row.need("source"),
                                row.find("note"))),
                rows(
                        "statements.csv",
                        row -> new Statement(
                                row.need("code"),
                                row.need("province"),
                                row.need("kind"),
                                row.need("quote"),
                                row.need("source"),
                                row.find("period"),
                                row.find("plan"),
                                row.find("target"),
                                row.find("observation"),
                                row.find("note"))));
    }

    private static List<Form> readForms() {
        List<FormLine> lines = rows(
                "form-lines.csv",
                row -> new FormLine(
                        row.need("province"),
                        row.need("form"),
                        row.need("indicator"),
                        row.need("place"),
                        row.need("span")));
        List<FormDeadline> deadlines = rows(
                "form-deadlines.csv",
                row -> new FormDeadline(
                        row.need("province"),
                        row.need("form"),
                        row.need("period"),
                        row.need("due_on"),
                        row.need("reason")));
        return rows("forms.csv", row -> {
            String province = row.need("province");
            String code = row.need("code");
            return new Form(
                    province,
                    code,
                    row.need("frequency"),
                    row.need("name_vi"),
                    row.need("name_en"),
                    row.need("from"),
                    Integer.parseInt(row.need("due_days")),
                    Integer.parseInt(row.need("remind_days")),
                    lines.stream()
                            .filter(line -> line.province().equals(province))
                            .filter(line -> line.form().equals(code))
                            .toList(),
                    deadlines.stream()
                            .filter(deadline -> deadline.province().equals(province))
                            .filter(deadline -> deadline.form().equals(code))
                            .toList(),
                    row.words("units"));
        });
    }

    /** Who enters what a unit reports. */
    User officerOf(String province, String unit) {
        return users.stream()
                .filter(user -> unit.equals(user.unit()))
                .filter(user -> user.provinces().contains(province))
                .findFirst()
                .orElseThrow(
                        () -> new DemoFailure("users.csv has nobody in the unit %s of %s.".formatted(unit, province)));
    }

    /** The full citation of a source key; a text that is no key stands for itself. */
    String citation(String source) {
        return Objects.requireNonNullElse(sources.get(source), source);
    }

    Province province(String id) {
        return provinces.stream()
                .filter(province -> province.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DemoFailure("provinces.csv has no province %s.".formatted(id)));
    }

    /** SHA-256 over all files, in hexadecimal: another text, another demo. */
    static String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : NAMES) {
                try (InputStream file = open(name)) {
                    digest.update(file.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException("The demo's files cannot be read.", e);
        }
    }

    private static <T> List<T> rows(String name, Function<Row, T> reading) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (BufferedReader text = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8));
                var records = format.parse(text)) {
            return records.stream()
                    .map(record -> new Row(name, record))
                    .map(reading)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read.".formatted(name), e);
        }
    }

    private static InputStream open(String name) {
        return Optional.ofNullable(DemoFiles.class.getResourceAsStream(name))
                .orElseThrow(
                        () -> new IllegalStateException("%s is missing beside %s.".formatted(name, DemoFiles.class)));
    }

    private record Row(String file, CSVRecord cells) {

        String need(String column) {
            String cell = cells.get(column);
            if (cell.isEmpty()) {
                throw new IllegalStateException(
                        "%s, row %d: %s is empty.".formatted(file, cells.getRecordNumber(), column));
            }
            return cell;
        }

        @Nullable
        String find(String column) {
            String cell = cells.get(column);
            return cell.isEmpty() ? null : cell;
        }

        @Nullable
        BigDecimal amount(String column) {
            String cell = find(column);
            return cell == null ? null : new BigDecimal(cell);
        }

        List<String> words(String column) {
            String cell = find(column);
            return cell == null ? List.of() : List.of(cell.split(" "));
        }
    }
}

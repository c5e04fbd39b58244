package vn.cotmoc.web.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.tree.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.core.cases.CaseAct;
import vn.cotmoc.core.checks.Fault;
import vn.cotmoc.core.checks.Reaction;
import vn.cotmoc.core.evidence.FileType;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Step;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.provinces.OpeningStep;
import vn.cotmoc.core.rescoring.Cause;
import vn.cotmoc.core.scoring.EndBand;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Fulfilment;
import vn.cotmoc.core.scoring.PaceBand;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.ReachBand;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;
import vn.cotmoc.core.signals.Prospect;
import vn.cotmoc.core.statements.StatementKind;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.Strictness;
import vn.cotmoc.core.trajectories.Origin;
import vn.cotmoc.web.wire.Listing;
import vn.cotmoc.web.wire.Page;

/** Every list that the API has can be had as a spreadsheet, with a header in both languages over each column. */
class ListColumnTest {

    private static final Set<Class<?>> LISTED = listed();

    /** What answers hold that list things among others: each is about one thing, and is read as a whole. */
    private static final Map<String, String> ABOUT_ONE_THING = Map.ofEntries(
            Map.entry("AreaHistory", "an area with its successions"),
            Map.entry("CaseDetails", "a case with its steps"),
            Map.entry("Figure", "a figure with what it was made of"),
            Map.entry("Form", "a form with its lines"),
            Map.entry("Plan", "a plan with the statuses that it can come to"),
            Map.entry("ProvinceRollUp", "a province with the roll-up of each plan"),
            Map.entry("RuleDraftDetails", "a draft with its newest text and its steps"),
            Map.entry("RuleDraftRevision", "a text of a draft with its test cases"),
            Map.entry("ScorecardComparison", "two runs, with what differs of each target"),
            Map.entry("ScorecardReplay", "a run, with whether it comes out again"),
            Map.entry("SubmissionDetails", "a report with its steps; its cells are a list of their own"),
            Map.entry("Target", "a target with its revisions"),
            Map.entry("TargetProxy", "the proxy of a target with its figures"),
            Map.entry("TaskDetails", "a task with the reports of its progress"),
            Map.entry("UnitDetails", "a unit with its members"),
            Map.entry("Me", "who is signed in"));

    /** Of the national rule set; a province's own may have others, which are shown as they are. */
    private static final List<String> FLAGS = found(
            Path.of("../rules/src/main/resources/vn/cotmoc/rules/national-default.json"), "\"code\": \"([a-z-]+)\"");

    /** Of the national catalogue, in which they stand before how often the indicator is measured. */
    private static final List<String> GROUPS = found(
            Path.of("../core/src/main/resources/vn/cotmoc/core/indicators/catalogue.csv"),
            ",([a-z-]+),(?:month|quarter|year),");

    /** Everything that the trail is told of, by the table it stands in. */
    private static final List<String> SUBJECTS = Stream.concat(
                    found(
                            Path.of("../core/src/main/java"),
                            "@MappedEntity\\(\"(?!change|finding|idempotent_reply)([a-z_]+)\"")
                            .stream(),
                    found(
                            Path.of("../core/src/main/java"),
                            "trail\\s*\\.(?:added|changed|withdrawn)\\(\\s*\"([a-z_]+)\"")
                            .stream())
            .distinct()
            .toList();

    private static List<String> found(Path file, String pattern) {
        try (Stream<Path> files = Files.walk(file)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(one -> Pattern.compile(pattern).matcher(text(one)).results())
                    .map(hit -> hit.group(1))
                    .distinct()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Codes that the API's description leaves open, by field; where a field means something else in a record, by both. */
    private static final Map<String, List<String>> OPEN_CODES = Map.ofEntries(
            codes("rating", Rating.class),
            codes("counts", Rating.class),
            codes("comparator", Comparator.class),
            codes("severity", Severity.class),
            codes("authority", Authority.class),
            codes("calendar", Calendar.class),
            codes("basis", Basis.class),
            codes("strictness", Strictness.class),
            codes("expectedBasis", Origin.class),
            codes("step", Step.class),
            codes("phase", Phase.class),
            codes("Facts.evidence", Evidence.class),
            codes("fulfilment", Fulfilment.class),
            codes("endBand", EndBand.class),
            codes("paceBand", PaceBand.class),
            codes("forecastBand", ForecastBand.class),
            codes("reachBand", ReachBand.class),
            codes("age", Age.class),
            codes("change", Change.class),
            codes("agreement", Agreement.class),
            codes("silence", Prospect.Silence.class),
            codes("fault", Fault.class),
            codes("reaction", Reaction.class),
            codes("range", Reaction.class),
            codes("jump", Reaction.class),
            codes("fall", Reaction.class),
            codes("parts", Reaction.class),
            codes("Plan.next", PlanStatus.class),
            codes("Case.next", CaseAct.class),
            codes("Province.step", OpeningStep.class),
            codes("Statement.kind", StatementKind.class),
            codes("Evidence.type", FileType.class),
            codes("status", ObservationStatus.class),
            codes("cause", Cause.class),
            Map.entry("InForce.scope", List.of("province", "indicator", "area")),
            Map.entry("flag", FLAGS),
            Map.entry("Raised.code", FLAGS),
            Map.entry("group", GROUPS),
            Map.entry("subject", SUBJECTS));

    @Test
    void theListsAreReallyFound() {
        assertThat(LISTED)
                .extracting(Class::getSimpleName)
                .hasSizeGreaterThan(20)
                .contains(
                        "ObservationJson", "DutyJson", "AreaJson", "TaskJson", "CaseJson", "ChangeJson", "Explanation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyColumnHasAHeaderAndNoHeaderWaitsForAColumn(String language) {
        Set<String> there =
                words(language).filter(name -> !name.startsWith("word.")).collect(Collectors.toSet());
        Set<String> used = new TreeSet<>(Set.of("sheet", "yes", "no"));
        Set<String> headless = new TreeSet<>();
        for (ListColumn column : columns()) {
            column.headers()
                    .forEach(keys -> keys.stream()
                            .filter(there::contains)
                            .findFirst()
                            .ifPresentOrElse(used::add, () -> headless.addAll(keys)));
        }
        assertThat(headless).isEmpty();
        assertThat(there).containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyCodeHasAWordAndNoWordWaitsForACode(String language) {
        Set<String> expected = Stream.concat(
                        LISTED.stream().flatMap(ListColumnTest::codes),
                        OPEN_CODES.entrySet().stream()
                                .flatMap(field -> field.getValue().stream()
                                        .map(code -> "word.%s.%s".formatted(field.getKey(), code))))
                .collect(Collectors.toSet());
        assertThat(words(language).filter(name -> name.startsWith("word.")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** In one spreadsheet no two columns are called the same. */
    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void noHeaderStandsTwiceInAList(String language) {
        ListColumn.Words words = new SheetWords(Locale.of(language), keys -> Map.of());
        for (Class<?> item : LISTED) {
            assertThat(ListColumn.of(item).stream().map(column -> column.header(words)))
                    .as(item.getName())
                    .doesNotHaveDuplicates();
        }
    }

    /** What is exported is what is listed; the rest is about one thing. */
    @Test
    void everyAnswerThatListsThingsCanBeHadAsASpreadsheet() {
        Set<String> others = answers()
                .filter(answer -> !Listing.class.isAssignableFrom(answer))
                .filter(answer -> Arrays.stream(answer.getRecordComponents())
                        .anyMatch(component -> component.getType() == List.class))
                .map(ListColumnTest::calls)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(others).isEqualTo(new TreeSet<>(ABOUT_ONE_THING.keySet()));
    }

    @Test
    void oneFieldIsHeadedByWhatItMeansInItsList() {
        ListColumn.Words words = new SheetWords(Locale.of("vi"), keys -> Map.of());
        assertThat(headers("PunctualityJson", words)).contains("Chưa nộp").doesNotContain("Chưa có số liệu");
        assertThat(headers("LineJson", words)).contains("Lúc");
    }

    private static Stream<String> headers(String item, ListColumn.Words words) {
        return LISTED.stream()
                .filter(listed -> listed.getSimpleName().equals(item))
                .flatMap(listed -> ListColumn.of(listed).stream())
                .map(column -> column.header(words));
    }

    private static List<ListColumn> columns() {
        return LISTED.stream().flatMap(item -> ListColumn.of(item).stream()).toList();
    }

    private static Stream<String> words(String language) {
        return ResourceBundle.getBundle(
                "vn.cotmoc.web.sheets.columns",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet()
                .stream();
    }

    /** As the API's description tells them, also of records in lists. */
    private static Stream<String> codes(Class<?> item) {
        return Arrays.stream(item.getRecordComponents()).flatMap(component -> {
            Schema schema = component.getAccessor().getAnnotation(Schema.class);
            Stream<String> own = schema == null
                    ? Stream.of()
                    : Arrays.stream(schema.allowableValues())
                            .map(code -> "word.%s.%s".formatted(component.getName(), code));
            Class<?> inside = component.getGenericType() instanceof ParameterizedType list
                            && list.getActualTypeArguments()[0] instanceof Class<?> element
                    ? element
                    : component.getType();
            return inside.isRecord() ? Stream.concat(own, codes(inside)) : own;
        });
    }

    private static Map.Entry<String, List<String>> codes(String field, Class<? extends Coded> kind) {
        return Map.entry(
                field, Arrays.stream(kind.getEnumConstants()).map(Coded::code).toList());
    }

    @Test
    void recordsInARecordAreSpreadAndIdentifiersComeLast() {
        assertThat(ListColumn.of(Outer.class))
                .extracting(column -> column.shown() + " "
                        + column.path().stream().map(ListColumn.Field::name).collect(Collectors.joining(".")))
                .containsExactly(
                        "VALUE name",
                        "NAME unit",
                        "VALUE inner.amount",
                        "VALUE inner.planTitle",
                        "IDENTIFIER id",
                        "IDENTIFIER unit",
                        "IDENTIFIER inner.id",
                        "IDENTIFIER inner.plan");
    }

    /** In English a text that is there in both languages is what it is, and no field's name. */
    @Test
    void aTextInBothLanguagesIsCalledWhatItIs() throws IOException {
        JsonNode notice = JsonNode.createObjectNode(Map.of(
                "facts",
                JsonNode.createObjectNode(Map.of(
                        "form", JsonNode.createStringNode("Báo cáo tháng"),
                        "formEn", JsonNode.createStringNode("Monthly report")))));
        assertThat(written(notice, "en")).isEqualTo("Form: Monthly report");
        assertThat(written(notice, "vi")).isEqualTo("Mẫu báo cáo: Báo cáo tháng");
    }

    private static String written(JsonNode item, String language) throws IOException {
        ListColumn column = ListColumn.of(Told.class).getFirst();
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(to, "Test", null)) {
            column.write(workbook.newWorksheet("1"), 0, 0, item, new SheetWords(Locale.of(language), keys -> Map.of()));
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(to.toByteArray()))) {
            return workbook.getFirstSheet().read().getFirst().getCellText(0);
        }
    }

    record Told(Map<String, String> facts) {}

    record Inner(UUID id, String amount, UUID plan, String planTitle) {}

    record Outer(UUID id, String name, UUID unit, Inner inner) {}

    private static Set<Class<?>> listed() {
        return methods()
                .map(Method::getGenericReturnType)
                .flatMap(type -> item(type).stream())
                .collect(Collectors.toSet());
    }

    /** What operations answer that are no pages. */
    private static Stream<Class<?>> answers() {
        return methods()
                .map(Method::getGenericReturnType)
                .map(type -> type instanceof ParameterizedType response && response.getRawType() == HttpResponse.class
                        ? response.getActualTypeArguments()[0]
                        : type)
                .filter(type -> type instanceof Class<?> answer && answer.isRecord())
                .<Class<?>>map(type -> (Class<?>) type)
                .distinct();
    }

    private static Stream<Method> methods() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("vn.cotmoc.web").stream()
                        .filter(owner -> owner.getSimpleName().endsWith("Controller"))
                        .flatMap(owner -> owner.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Get.class))
                        .map(JavaMethod::reflect);
    }

    private static String calls(Class<?> answer) {
        Schema schema = answer.getAnnotation(Schema.class);
        return schema == null ? answer.getSimpleName() : schema.name();
    }

    private static Optional<Class<?>> item(Type returned) {
        return switch (returned) {
            case ParameterizedType page
            when page.getRawType() == Page.class -> Optional.of((Class<?>) page.getActualTypeArguments()[0]);
            case ParameterizedType response
            when response.getRawType() == HttpResponse.class -> item(response.getActualTypeArguments()[0]);
            case Class<?> answer when Listing.class.isAssignableFrom(answer) -> Optional.of(ListSheets.listed(answer));
            default -> Optional.empty();
        };
    }
}

package vn.cotmoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import vn.cotmoc.core.areas.AreaLevel;
import vn.cotmoc.core.areas.SuccessionKind;
import vn.cotmoc.core.audit.Act;
import vn.cotmoc.core.authoring.DraftStatus;
import vn.cotmoc.core.cases.CaseAct;
import vn.cotmoc.core.cases.CaseStatus;
import vn.cotmoc.core.checks.Fault;
import vn.cotmoc.core.checks.Reaction;
import vn.cotmoc.core.coherence.Fact;
import vn.cotmoc.core.coherence.Finding;
import vn.cotmoc.core.forms.FormLine;
import vn.cotmoc.core.forms.Frequency;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.instruments.InstrumentKind;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Step;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.provinces.Beginning;
import vn.cotmoc.core.provinces.OpeningStep;
import vn.cotmoc.core.reconciliation.Reconciliation;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.EndBand;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Fulfilment;
import vn.cotmoc.core.scoring.PaceBand;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.sheets.ConfirmImport;
import vn.cotmoc.core.sheets.ImportStatus;
import vn.cotmoc.core.statements.StatementKind;
import vn.cotmoc.core.submissions.Duty;
import vn.cotmoc.core.submissions.SubmissionStatus;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.targets.CeilingIndex;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.RangeMet;
import vn.cotmoc.core.targets.Strictness;
import vn.cotmoc.core.tasks.TaskStatus;
import vn.cotmoc.core.trajectories.Origin;
import vn.cotmoc.core.trajectories.Scenario;
import vn.cotmoc.core.units.UnitKind;
import vn.cotmoc.web.problems.ProblemJson;

/** The API's description as the build leaves it, which the screens' types are made of. */
class OpenApiFileTest {

    /** What a property of that name holds wherever it is a text; several words where two features use one name. */
    private static final Map<String, List<Class<? extends Coded>>> WORDS = Map.ofEntries(
            Map.entry("authority", List.of(Authority.class)),
            Map.entry("comparator", List.of(Comparator.class)),
            Map.entry("strictness", List.of(Strictness.class)),
            Map.entry("rating", List.of(Rating.class)),
            Map.entry("direction", List.of(Direction.class)),
            Map.entry("severity", List.of(Severity.class)),
            Map.entry("phase", List.of(Phase.class)),
            Map.entry("evidence", List.of(Evidence.class)),
            Map.entry("fulfilment", List.of(Fulfilment.class)),
            Map.entry("endBand", List.of(EndBand.class)),
            Map.entry("paceBand", List.of(PaceBand.class)),
            Map.entry("step", List.of(OpeningStep.class, Step.class)),
            Map.entry(
                    "status",
                    List.of(
                            ObservationStatus.class,
                            PlanStatus.class,
                            SubmissionStatus.class,
                            CaseStatus.class,
                            TaskStatus.class,
                            ImportStatus.class,
                            DraftStatus.class)),
            Map.entry(
                    "kind",
                    List.of(
                            Fact.Kind.class,
                            MeasureKind.class,
                            NoticeKind.class,
                            StatementKind.class,
                            UnitKind.class,
                            SuccessionKind.class,
                            InstrumentKind.class)),
            Map.entry("calendar", List.of(Calendar.class)),
            Map.entry("fault", List.of(Fault.class)),
            Map.entry("range", List.of(Reaction.class)),
            Map.entry("jump", List.of(Reaction.class)),
            Map.entry("fall", List.of(Reaction.class)),
            Map.entry("parts", List.of(Reaction.class)),
            Map.entry("act", List.of(Act.class, CaseAct.class)),
            Map.entry("basis", List.of(Basis.class)),
            Map.entry("aims", List.of(Aims.class)),
            Map.entry("outcome", List.of(Reconciliation.Outcome.class)),
            Map.entry("scenario", List.of(Scenario.class)),
            Map.entry("origin", List.of(Origin.class, vn.cotmoc.core.rulesets.Origin.class)),
            Map.entry("check", List.of(Finding.Check.class)),
            Map.entry("grade", List.of(Finding.Grade.class)),
            Map.entry("frequency", List.of(Frequency.class)),
            Map.entry("place", List.of(FormLine.Place.class)),
            Map.entry("span", List.of(FormLine.Span.class)),
            Map.entry("timeliness", List.of(Duty.Timeliness.class)),
            Map.entry("begins", List.of(Beginning.class)),
            Map.entry("language", List.of(Language.class)),
            Map.entry("accept", List.of(ConfirmImport.Accept.class)),
            Map.entry("rangeMet", List.of(RangeMet.class)),
            Map.entry("ceilingIndex", List.of(CeilingIndex.class)),
            Map.entry("level", List.of(AreaLevel.class)));

    /** Where a name means something else, or not every word is taken. */
    private static final Set<String> OF_THEIR_OWN = Set.of(
            "Plan",
            "Publication",
            "SubmissionDecision",
            "CaseDecision",
            "Scoring",
            "ReplayedTarget",
            "ScorecardDifference",
            "RuleFlip",
            "Threshold");

    /** A field that {@code Reads} refuses to be without. */
    private static final Pattern DEMAND = Pattern.compile(
            "Reads\\s*\\.(?:present|text|amount|decimal|period|day|id|word|some)\\(\\s*(?:[A-Za-z.]+\\.class,\\s*)?(\\w+),");

    private static final Map<String, Object> API = read();

    @Test
    void itIsOpenApi31() {
        assertThat(API).containsEntry("openapi", "3.1.0");
        assertThat(API.toString()).doesNotContain("nullable=");
    }

    @Test
    void everyOperationHasAnIdOfItsOwnASummaryAndATag() {
        List<Map<String, Object>> operations = operations();
        assertThat(operations).hasSizeGreaterThan(20);
        assertThat(operations)
                .extracting(operation -> operation.get("operationId"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(operations).allSatisfy(operation -> {
            assertThat(String.valueOf(operation.get("summary"))).hasSizeGreaterThan(7);
            assertThat((List<?>) operation.get("tags")).hasSize(1);
        });
    }

    @Test
    void everyOperationSaysThatItMayAnswerAProblem() {
        assertThat(operations())
                .allSatisfy(operation -> assertThat(map(operation, "responses"))
                        .containsEntry("default", Map.of("$ref", "#/components/responses/Problem")));
        assertThat(map(map(map(API, "components"), "responses"), "Problem").toString())
                .contains("application/problem+json", "#/components/schemas/Problem");
    }

    @Test
    void theDescribedProblemIsTheOneThatIsSent() {
        assertThat(properties("Problem")).isEqualTo(components(ProblemJson.class));
        assertThat(properties("ProblemError")).isEqualTo(components(ProblemJson.Fault.class));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        visit(API, node -> {
            if (node.get("$ref") instanceof String reference) {
                references.add(reference);
            }
        });
        assertThat(references)
                .hasSizeGreaterThan(40)
                .allSatisfy(reference ->
                        assertThat(resolve(reference)).as(reference).isNotNull());
    }

    @Test
    void everyWordOfTheDomainIsListedWithItsValues() {
        Map<String, Object> undocumented = new TreeMap<>();
        int[] found = new int[1];
        map(map(API, "components"), "schemas").forEach((schema, shape) -> {
            if (((Map<?, ?>) shape).get("properties") instanceof Map<?, ?> properties) {
                properties.forEach((name, property) -> {
                    List<Class<? extends Coded>> words = WORDS.get(String.valueOf(name));
                    boolean isText = "string".equals(((Map<?, ?>) property).get("type"));
                    if (words != null && isText && !OF_THEIR_OWN.contains(schema)) {
                        found[0]++;
                        Object values = ((Map<?, ?>) property).get("enum");
                        if (words.stream().noneMatch(word -> codes(word).equals(values))) {
                            undocumented.put(schema + "." + name, String.valueOf(values));
                        }
                    }
                });
            }
        });
        assertThat(found[0]).isGreaterThan(25);
        assertThat(undocumented).isEmpty();
    }

    /** Read from the records that are received: a client made of this file must not leave out what is then asked for. */
    @Test
    void whatIsDemandedIsRequired() {
        Set<String> demanded = new TreeSet<>();
        Set<String> optional = new TreeSet<>();
        for (String source : sources()) {
            String[] records = source.split("@Schema\\(\\s*name = \"");
            for (String record : Arrays.copyOfRange(records, 1, records.length)) {
                String schema = record.substring(0, record.indexOf('"'));
                DEMAND.matcher(record)
                        .results()
                        .map(found -> found.group(1))
                        .filter(field -> !record.contains(field + " == null ?"))
                        .forEach(field -> {
                            if (map(map(API, "components"), "schemas").get(schema) instanceof Map<?, ?> shape
                                    && shape.get("properties") instanceof Map<?, ?> properties
                                    && properties.containsKey(field)) {
                                demanded.add(schema + "." + field);
                                if (!(shape.get("required") instanceof List<?> names && names.contains(field))) {
                                    optional.add(schema + "." + field);
                                }
                            }
                        });
            }
        }
        assertThat(demanded)
                .hasSizeGreaterThan(50)
                .contains("IndicatorDescription.decimals", "IndicatorDescription.retired", "NewPlan.period");
        assertThat(optional).isEmpty();
        List<String> ofDescription = new ArrayList<>(required("IndicatorDescription"));
        ofDescription.remove("retired");
        assertThat(required("NewIndicator"))
                .as("a new indicator is read as a description, but is never retired")
                .containsAll(ofDescription)
                .contains("code");
    }

    private static List<String> required(String schema) {
        Object names = map(map(map(API, "components"), "schemas"), schema).get("required");
        return ((List<?>) Objects.requireNonNull(names, schema))
                .stream().map(String::valueOf).toList();
    }

    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> sources = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPlanIsOfAYearOrATerm() {
        assertThat(map(map(map(map(API, "components"), "schemas"), "Plan"), "properties")
                        .toString())
                .contains("enum=[annual, term]", "enum=" + codes(PlanStatus.class));
    }

    private static List<String> codes(Class<? extends Coded> words) {
        return Arrays.stream(words.getEnumConstants()).map(Coded::code).toList();
    }

    private static Set<String> properties(String schema) {
        return map(map(map(map(API, "components"), "schemas"), schema), "properties")
                .keySet();
    }

    private static Set<String> components(Class<?> type) {
        return Set.copyOf(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
    }

    private static Object resolve(String reference) {
        Object node = API;
        for (String step : reference.substring("#/".length()).split("/")) {
            node = Objects.requireNonNull((Map<?, ?>) node).get(step);
        }
        return Objects.requireNonNull(node, reference);
    }

    private static List<Map<String, Object>> operations() {
        List<Map<String, Object>> operations = new ArrayList<>();
        map(API, "paths").forEach((path, methods) -> {
            Map<String, Object> byMethod = map(map(API, "paths"), path);
            byMethod.keySet().forEach(method -> operations.add(map(byMethod, method)));
        });
        return operations;
    }

    private static void visit(Object node, Consumer<Map<?, ?>> visitor) {
        if (node instanceof Map<?, ?> map) {
            visitor.accept(map);
            map.values().forEach(child -> visit(child, visitor));
        } else if (node instanceof List<?> list) {
            list.forEach(child -> visit(child, visitor));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> node, String key) {
        return (Map<String, Object>) Objects.requireNonNull(node.get(key), key);
    }

    private static Map<String, Object> read() {
        try (InputStream file =
                Objects.requireNonNull(OpenApiFileTest.class.getResourceAsStream("/META-INF/swagger/cotmoc.yml"))) {
            return new Yaml().load(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

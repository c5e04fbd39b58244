import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import vn.cotmoc.core.checks.Fault;
import vn.cotmoc.core.checks.Reaction;
import vn.cotmoc.core.evidence.FileType;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Step;
import vn.cotmoc.core.provinces.OpeningStep;
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

/**
 * Lifts the generated API description from OpenAPI 3.0 to 3.1, where what may be null has the type {@code null} beside its own.
 * The generator's own 3.1 says "string, null or object" of a nullable text and leaves a nullable reference without any value.
 * It also says what only the house knows: the words that core's records may contain, and the problem that anything may answer.
 *
 * <p>Argument: the YAML file, which is rewritten.
 */
class OpenApi31 {

    /** Words of the domain in answers, by schema and property; core's own records carry no annotations of the API. */
    private static final Map<String, Coded[]> WORDS = Map.ofEntries(
            Map.entry("Explanation.authority", Authority.values()),
            Map.entry("Explanation.basis", Basis.values()),
            Map.entry("Explanation.comparator", Comparator.values()),
            Map.entry("Explanation.strictness", Strictness.values()),
            Map.entry("Explanation.rating", Rating.values()),
            Map.entry("Explanation.Measured.direction", Direction.values()),
            Map.entry("Explanation.Measured.kind", MeasureKind.values()),
            Map.entry("Explanation.Actual.status", ObservationStatus.values()),
            Map.entry("Explanation.Raised.severity", Severity.values()),
            Map.entry("Explanation.Facts.phase", Phase.values()),
            Map.entry("Explanation.Facts.evidence", Evidence.values()),
            Map.entry("Explanation.Facts.fulfilment", Fulfilment.values()),
            Map.entry("Explanation.Facts.endBand", EndBand.values()),
            Map.entry("Explanation.Facts.paceBand", PaceBand.values()),
            Map.entry("Explanation.Facts.forecastBand", ForecastBand.values()),
            Map.entry("Explanation.Facts.reachBand", ReachBand.values()),
            Map.entry("Explanation.Facts.age", Age.values()),
            Map.entry("Explanation.Facts.change", Change.values()),
            Map.entry("Explanation.Facts.agreement", Agreement.values()),
            Map.entry("Explanation.Forecast.silence", Prospect.Silence.values()),
            Map.entry("Explanation.Forecast.step", Step.values()),
            Map.entry("Explanation.Required.step", Step.values()),
            Map.entry("Explanation.Newest.step", Step.values()),
            Map.entry("Explanation.Rival.authority", Authority.values()),
            Map.entry("DerivedFigurePart.status", ObservationStatus.values()),
            Map.entry("Evidence.type", FileType.values()),
            Map.entry("FigureCourse.calendar", Calendar.values()),
            Map.entry("FigureLimits.range", Reaction.values()),
            Map.entry("FigureLimits.jump", Reaction.values()),
            Map.entry("FigureLimits.fall", Reaction.values()),
            Map.entry("FigureLimits.parts", Reaction.values()),
            Map.entry("FigureWarning.fault", Fault.values()),
            Map.entry("NewFigureCheck.range", Reaction.values()),
            Map.entry("NewFigureCheck.jump", Reaction.values()),
            Map.entry("NewFigureCheck.fall", Reaction.values()),
            Map.entry("NewFigureCheck.parts", Reaction.values()),
            Map.entry("NewTarget.comparator", Comparator.values()),
            Map.entry("Observation.calendar", Calendar.values()),
            Map.entry("Observation.status", ObservationStatus.values()),
            Map.entry("OverviewColumn.direction", Direction.values()),
            Map.entry("OverviewFigure.status", ObservationStatus.values()),
            Map.entry("Province.step", OpeningStep.values()),
            Map.entry("RatedTarget.rating", Rating.values()),
            Map.entry("RollUp.worst", Rating.values()),
            Map.entry("Statement.kind", StatementKind.values()),
            Map.entry("Target.authority", Authority.values()),
            Map.entry("Target.strictness", Strictness.values()),
            Map.entry("ReconciledTarget.comparator", Comparator.values()),
            Map.entry("TargetAmendment.comparator", Comparator.values()),
            Map.entry("TargetRating.rating", Rating.values()),
            Map.entry("TargetRevision.comparator", Comparator.values()));

    /** Operations without a token; the tests of roles hold this against what the application really lets through. */
    private static final Set<String> ANONYMOUS = Set.of("getConfiguration");

    private static final String PROBLEM = """
            type: object
            description: RFC 9457. The code is stable; title and detail are in the reader's language.
            required: [type, title, status, detail, code]
            properties:
              type: {type: string}
              title: {type: string}
              status: {type: integer, format: int32}
              detail: {type: string}
              code: {type: string}
              traceId: {type: string, description: finds the request in the logs}
              errors: {type: array, items: {$ref: '#/components/schemas/ProblemError'}}
              values: {type: object, additionalProperties: true, description: 'what the sentence was made of, for programs'}
            """;

    private static final String PROBLEM_ERROR = """
            type: object
            required: [at, code, detail]
            properties:
              line: {type: integer, format: int32, description: 'of a body of many lines, from 1 on'}
              at: {type: string, description: 'a JSON pointer into the body or its line, or the name of a parameter or header'}
              code: {type: string}
              detail: {type: string}
            """;

    private static final String PROBLEM_RESPONSE = """
            description: Refused or failed, with a stable code and a sentence in the caller's language.
            content:
              application/problem+json:
                schema: {$ref: '#/components/schemas/Problem'}
            """;

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        Map<String, Object> api = new Yaml().load(Files.readString(file));
        if (!String.valueOf(api.get("openapi")).startsWith("3.0")) {
            return;
        }
        api.put("openapi", "3.1.0");
        Map<String, Object> schemas = map(map(api, "components"), "schemas");
        WORDS.forEach((place, words) -> enumerate(schemas, place, words));
        documentProblems(api, schemas);
        Object lifted = lift(api);
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        try (Writer writer = Files.newBufferedWriter(file)) {
            new Yaml(options).dump(lifted, writer);
        }
    }

    private static void enumerate(Map<String, Object> schemas, String place, Coded[] words) {
        int dot = place.lastIndexOf('.');
        Map<String, Object> property =
                map(map(map(schemas, place.substring(0, dot)), "properties"), place.substring(dot + 1));
        property.put(
                "enum", new ArrayList<>(Arrays.stream(words).map(Coded::code).toList()));
    }

    /** What every operation may answer instead of its own. */
    private static void documentProblems(Map<String, Object> api, Map<String, Object> schemas) {
        schemas.put("Problem", new Yaml().load(PROBLEM));
        schemas.put("ProblemError", new Yaml().load(PROBLEM_ERROR));
        map(api, "components")
                .put("responses", new LinkedHashMap<>(Map.of("Problem", new Yaml().load(PROBLEM_RESPONSE))));
        for (String path : map(api, "paths").keySet()) {
            Map<String, Object> operations = map(map(api, "paths"), path);
            for (String method : operations.keySet()) {
                Map<String, Object> operation = map(operations, method);
                map(operation, "responses")
                        .put("default", new LinkedHashMap<>(Map.of("$ref", "#/components/responses/Problem")));
                // The generator drops an empty list, which alone says that no token is needed.
                if (ANONYMOUS.contains(String.valueOf(operation.get("operationId")))) {
                    operation.put("security", new ArrayList<>());
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> node, String key) {
        if (node.get(key) instanceof Map<?, ?> found) {
            return (Map<String, Object>) found;
        }
        throw new IllegalArgumentException("The API description lacks %s; it has %s.".formatted(key, node.keySet()));
    }

    private static Object lift(Object node) {
        if (node instanceof List<?> list) {
            return new ArrayList<>(list.stream().map(OpenApi31::lift).toList());
        }
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        Map<String, Object> lifted = new LinkedHashMap<>();
        map.forEach((key, value) -> lifted.put(String.valueOf(key), lift(value)));
        // An annotation of the framework that no OpenAPI knows; the same values stand under "enum".
        lifted.remove("allowableValues");
        if (Boolean.TRUE.equals(lifted.remove("nullable"))) {
            allowNull(lifted);
        }
        return lifted;
    }

    private static void allowNull(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type) {
            schema.put("type", List.of(type, "null"));
            if (schema.get("enum") instanceof List<?> values) {
                List<Object> withNull = new ArrayList<>(values);
                withNull.add(null);
                schema.put("enum", withNull);
            }
        } else if (schema.remove("allOf") instanceof List<?> all) {
            List<Object> either = new ArrayList<>(all);
            either.add(Map.of("type", "null"));
            schema.put("anyOf", either);
        }
    }
}

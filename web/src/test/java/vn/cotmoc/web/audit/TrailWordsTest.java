package vn.cotmoc.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.data.annotation.MappedEntity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.core.areas.AreaLevel;
import vn.cotmoc.core.areas.SuccessionKind;
import vn.cotmoc.core.cases.CaseAct;
import vn.cotmoc.core.cases.CaseStatus;
import vn.cotmoc.core.forms.Frequency;
import vn.cotmoc.core.indicators.Cadence;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.indicators.PriceBasis;
import vn.cotmoc.core.instruments.InstrumentKind;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.names.Name;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.statements.StatementKind;
import vn.cotmoc.core.submissions.SubmissionStatus;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.Strictness;
import vn.cotmoc.core.tasks.TaskStatus;
import vn.cotmoc.core.trajectories.Scenario;
import vn.cotmoc.core.units.UnitKind;

/** Whatever the trail can write of a row is called something in both languages. What is no row is asked for by {@code TrailIT}. */
class TrailWordsTest {

    /** They stand on the change itself, or are the key that is spread over its parts. */
    private static final Set<String> NOT_WRITTEN = Set.of("tenantId", "recordedAt", "recordedBy");

    private static final Set<String> NOT_ON_THE_TRAIL = Set.of("change", "idempotent_reply", "scorecard");

    private static final Pattern PUT = Pattern.compile("(?:fields\\.put\\(|putIfPresent\\(fields, )\"(\\w+)\"");

    @Test
    void everyFieldOfARowIsCalledSomething() {
        Set<String> fields = BeanIntrospector.SHARED.findIntrospections(MappedEntity.class).stream()
                .filter(row -> !NOT_ON_THE_TRAIL.contains(
                        row.stringValue(MappedEntity.class).orElseThrow()))
                .flatMap(TrailWordsTest::fields)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(fields).hasSizeGreaterThan(80).allSatisfy(TrailWordsTest::isCalledSomething);
    }

    @Test
    void everyFieldThatAStorePutsTogetherIsCalledSomething() throws IOException {
        Set<String> fields = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("../core/src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String source = Files.readString(file);
                if (source.contains("Trail trail")) {
                    PUT.matcher(source).results().forEach(found -> fields.add(found.group(1)));
                }
            }
        }
        assertThat(fields).hasSizeGreaterThan(20).allSatisfy(TrailWordsTest::isCalledSomething);
    }

    @Test
    void everyCodeOfAFieldIsAWord() {
        Map<String, Class<? extends Coded>> codes = Map.ofEntries(
                Map.entry("area.level", AreaLevel.class),
                Map.entry("case_step.act", CaseAct.class),
                Map.entry("flag_case.status", CaseStatus.class),
                Map.entry("form.frequency", Frequency.class),
                Map.entry("indicator.cadence", Cadence.class),
                Map.entry("indicator.direction", Direction.class),
                Map.entry("indicator.kind", MeasureKind.class),
                Map.entry("indicator.priceBasis", PriceBasis.class),
                Map.entry("instrument.kind", InstrumentKind.class),
                Map.entry("observation.calendar", Calendar.class),
                Map.entry("observation.status", ObservationStatus.class),
                Map.entry("plan.status", PlanStatus.class),
                Map.entry("scorecard.aims", Aims.class),
                Map.entry("statement.kind", StatementKind.class),
                Map.entry("submission.status", SubmissionStatus.class),
                Map.entry("succession.kind", SuccessionKind.class),
                Map.entry("target.authority", Authority.class),
                Map.entry("target.comparator", Comparator.class),
                Map.entry("target.basis", Basis.class),
                Map.entry("target.strictness", Strictness.class),
                Map.entry("target_revision.comparator", Comparator.class),
                Map.entry("task.status", TaskStatus.class),
                Map.entry("checkpoint.scenario", Scenario.class),
                Map.entry("unit.kind", UnitKind.class));
        codes.forEach((field, words) -> {
            List<String> parts = List.of(field.split("\\."));
            for (Coded word : words.getEnumConstants()) {
                assertThat(TrailWords.code(parts.getFirst(), parts.getLast(), word.code()))
                        .as("%s %s", field, word.code())
                        .isNotNull();
            }
        });
    }

    @Test
    void whatAFieldIsOfStandsBehindItAndWhatIsNoCodeStaysAsItIs() {
        assertThat(TrailWords.field("cell 12")).isEqualTo(new Name("Ô 12", "Cell 12"));
        assertThat(TrailWords.field("base 2023-Q1"))
                .isEqualTo(new Name("Kịch bản cơ sở 2023-Q1", "Base scenario 2023-Q1"));
        assertThat(TrailWords.code("indicator", "retired", "true")).isEqualTo(new Name("có", "yes"));
        assertThat(TrailWords.code("case_step", "act", "accepted"))
                .isEqualTo(new Name("tạm chấp nhận", "accept for now"));
        assertThat(TrailWords.code("observation", "amount", "5")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void bothLanguagesHaveTheSameWords(String language) {
        assertThat(bundle(language).keySet()).isEqualTo(bundle("vi").keySet());
    }

    /** Of an expected path each scenario's checkpoints are fields. */
    @ParameterizedTest
    @EnumSource
    void everyScenarioIsCalledSomething(Scenario scenario) {
        isCalledSomething(scenario.code());
    }

    private static void isCalledSomething(String field) {
        assertThat(TrailWords.field(field)).as(field).isNotEqualTo(new Name(field, field));
    }

    /** As the trail takes a row apart. */
    private static Stream<String> fields(BeanIntrospection<?> row) {
        return row.getBeanProperties().stream()
                .filter(property -> !NOT_WRITTEN.contains(property.getName()))
                .flatMap(TrailWordsTest::fields);
    }

    private static Stream<String> fields(BeanProperty<?, ?> property) {
        return Record.class.isAssignableFrom(property.getType())
                ? fields(BeanIntrospection.getIntrospection(property.getType()))
                : Stream.of(property.getName());
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "vn.cotmoc.web.audit.trail",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}

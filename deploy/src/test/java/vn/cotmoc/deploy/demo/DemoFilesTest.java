package vn.cotmoc.deploy.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.statements.StatementKind;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.Strictness;
import vn.cotmoc.deploy.demo.DemoFiles.Observation;
import vn.cotmoc.deploy.demo.DemoFiles.OwnIndicator;
import vn.cotmoc.deploy.demo.DemoFiles.Plan;
import vn.cotmoc.deploy.demo.DemoFiles.Statement;
import vn.cotmoc.deploy.demo.DemoFiles.Target;

class DemoFilesTest {

    private record Indicator(String unit, int decimals) {}

    private final DemoFiles files = DemoFiles.read();
    private final Map<String, Indicator> national = nationalCatalogue();

    @Test
    void theSeventyFourStatementsAreWhatTheyAre() {
        assertThat(files.statements().stream().collect(groupingBy(Statement::kind, counting())))
                .isEqualTo(Map.of(
                        "target",
                        54L,
                        "actual",
                        10L,
                        "count",
                        3L,
                        "vision",
                        2L,
                        "condition",
                        1L,
                        "fact",
                        1L,
                        "task",
                        1L,
                        "milestone",
                        1L,
                        "indicator",
                        1L));
    }

    @Test
    void everyStatementHasItsOwnCodeAndWords() {
        assertThat(files.statements())
                .extracting(Statement::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[A-Z][0-9]{2}"));
        assertThat(files.statements()).extracting(Statement::quote).doesNotHaveDuplicates();
        assertThat(files.statements())
                .allMatch(statement ->
                        Coded.find(StatementKind.class, statement.kind()).isPresent());
    }

    @Test
    void whatAimsAtSomethingNamesItsTargetAndAnotherKindNamesNone() {
        Set<String> aiming = Set.of("target", "condition", "milestone");
        assertThat(files.statements())
                .allMatch(statement -> aiming.contains(statement.kind()) == (statement.target() != null));
    }

    @Test
    void aConditionADeadlineAndAStretchAreTargetsAsTheWordsHaveThem() {
        assertThat(List.of("L09", "B12", "L10"))
                .extracting(
                        code -> targetOf(code).comparator(),
                        code -> targetOf(code).due())
                .containsExactly(
                        Tuple.tuple("yes-no", null),
                        Tuple.tuple("before-date", "2022-01-30"),
                        Tuple.tuple("more-than", null));
        assertThat(targetOf("L10").strictness()).isEqualTo("aspirational");
        assertThat(targetOf("L22").strictness()).isEqualTo("binding");
    }

    /** Of actual figures and facts; the words that give none are told in the note. */
    @Test
    void whatStatesAPeriodIsAFigureAndWhatStatesNoneSaysSo() {
        assertThat(files.statements())
                .filteredOn(statement -> Set.of("actual", "fact").contains(statement.kind()))
                .allSatisfy(statement -> {
                    assertThat(statement.observation() == null)
                            .as(statement.code())
                            .isEqualTo(statement.period() == null);
                    if (statement.period() == null) {
                        assertThat(statement.note()).as(statement.code()).contains("không nói kỳ nào");
                    }
                });
    }

    @Test
    void whatTwoSourcesSayAlikeIsOneTargetAndWhatTheySayDifferentlyAreTwo() {
        Map<String, String> targets = files.statements().stream()
                .filter(statement -> statement.target() != null)
                .collect(toMap(Statement::code, statement -> Objects.requireNonNull(statement.target())));

        assertThat(List.of("L21", "L23", "L26", "L28"))
                .extracting(targets::get)
                .containsExactly(targets.get("L05"), targets.get("L07"), targets.get("L12"), targets.get("L15"));
        assertThat(targets.get("L03")).isNotEqualTo(targets.get("L20"));
        assertThat(targets.get("L10")).isNotEqualTo(targets.get("L22"));
        assertThat(Set.copyOf(targets.values())).hasSize(52);
    }

    @Test
    void theLeaderSinglesOutFiveEconomicAndFiveSocialTargets() {
        assertThat(files.targets().stream()
                        .filter(target -> target.focus() != null)
                        .collect(groupingBy(target -> Objects.requireNonNull(target.focus()), counting())))
                .isEqualTo(Map.of("5 chỉ tiêu về kinh tế", 5L, "5 chỉ tiêu về xã hội", 5L));
    }

    @Test
    void noBaselineIsGuessed() {
        assertThat(files.targets().stream().filter(target -> target.baselineAmount() != null))
                .extracting(Target::key, Target::baselineAmount, Target::baselinePeriod)
                .containsExactlyInAnyOrder(
                        tuple("lc-2022.digital-inspection", "10", "2021"),
                        tuple("lc-2022.online-files", "60", "2021"),
                        tuple("lch-2021-2025.ntm-districts", "1", "2020"));
    }

    @Test
    void everyReferenceResolvesInsideItsProvince() {
        Map<String, String> provinceOfPlan = files.plans().stream().collect(toMap(Plan::key, Plan::province));
        Map<String, String> provinceOfTarget = files.targets().stream().collect(toMap(Target::key, Target::province));
        Map<String, String> provinceOfObservation =
                files.observations().stream().collect(toMap(Observation::key, Observation::province));

        assertThat(files.targets()).allSatisfy(target -> {
            assertThat(provinceOfPlan).containsEntry(target.plan(), target.province());
            assertThat(files.sources()).containsKey(target.source());
        });
        assertThat(files.observations())
                .allSatisfy(observation -> assertThat(files.sources()).containsKey(observation.source()));
        assertThat(files.statements()).allSatisfy(statement -> {
            assertThat(files.sources()).containsKey(statement.source());
            if (statement.plan() != null) {
                assertThat(provinceOfPlan).containsEntry(statement.plan(), statement.province());
            }
            if (statement.target() != null) {
                assertThat(provinceOfTarget).containsEntry(statement.target(), statement.province());
            }
            if (statement.observation() != null) {
                for (String figure : statement.observation().split(" ")) {
                    assertThat(provinceOfObservation).containsEntry(figure, statement.province());
                }
            }
        });
    }

    @Test
    void aFormAsksItsUnitsForWhatTheyAreAssigned() {
        assertThat(files.forms()).isNotEmpty().allSatisfy(form -> {
            assertThat(form.lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(setOf(form.province())).containsKey(line.indicator()));
            assertThat(form.units())
                    .isNotEmpty()
                    .allSatisfy(unit -> assertThat(form.lines())
                            .as("of %s".formatted(unit))
                            .anyMatch(line -> isAssigned(form.province(), unit, line.indicator())));
        });
        assertThat(files.reports()).isNotEmpty().allSatisfy(report -> {
            assertThat(files.forms())
                    .anyMatch(form -> form.province().equals(report.province())
                            && form.code().equals(report.form())
                            && form.units().contains(report.unit()));
            assertThat(report.missing()).contains("dữ liệu trình diễn");
        });
    }

    @Test
    void casesAndTasksNameWhatThereIsAndClaimNothingThatNoSourceSays() {
        Set<String> targets =
                files.targets().stream().map(DemoFiles.Target::key).collect(Collectors.toSet());
        assertThat(files.cases()).isNotEmpty().allSatisfy(followed -> {
            assertThat(targets).contains(followed.target());
            assertThat(Stream.of(followed.question(), followed.explanation()).filter(Objects::nonNull))
                    .allMatch(words -> words.contains("dữ liệu trình diễn"));
        });
        assertThat(files.tasks()).isNotEmpty().allSatisfy(task -> {
            assertThat(targets).containsAll(task.targets());
            assertThat(task.statement() != null || task.title().contains("dữ liệu trình diễn"))
                    .as(task.key())
                    .isTrue();
        });
    }

    /** A compiling unit reports everything. */
    private boolean isAssigned(String province, String unit, String indicator) {
        return files.units().stream()
                        .filter(one ->
                                one.province().equals(province) && one.code().equals(unit))
                        .anyMatch(one -> one.kind().equals("compiler"))
                || files.unitAssignments().contains(new DemoFiles.UnitAssignment(province, unit, indicator));
    }

    @Test
    void everyIndicatorIsInTheProvincesSetWithThatUnitAndEnoughDecimals() {
        Stream.concat(
                        files.targets().stream()
                                .filter(row -> row.amount() != null)
                                .map(row -> new Figure(
                                        row.province(),
                                        row.indicator(),
                                        row.unit(),
                                        Objects.requireNonNull(row.amount()))),
                        files.observations().stream()
                                .map(row -> new Figure(row.province(), row.indicator(), row.unit(), row.amount())))
                .forEach(figure -> {
                    assertThat(setOf(figure.province())).containsKey(figure.indicator());
                    Indicator indicator =
                            Objects.requireNonNull(setOf(figure.province()).get(figure.indicator()));
                    assertThat(figure.unit()).as(figure.toString()).isEqualTo(indicator.unit());
                    assertThat(figure.amount().stripTrailingZeros().scale())
                            .as(figure.toString())
                            .isLessThanOrEqualTo(indicator.decimals());
                });
    }

    @Test
    void everyWordOfTheDomainIsKnown() {
        assertThat(files.plans())
                .allMatch(plan -> Coded.find(PlanStatus.class, plan.status()).isPresent());
        assertThat(files.targets()).allSatisfy(target -> {
            assertThat(Coded.find(Authority.class, target.authority())).isPresent();
            assertThat(Coded.find(Comparator.class, target.comparator())).isPresent();
            assertThat(Coded.find(Strictness.class, target.strictness())).isPresent();
        });
        assertThat(files.observations())
                .allMatch(
                        row -> Coded.find(ObservationStatus.class, row.status()).isPresent());
        assertThat(files.ownIndicators()).allSatisfy(indicator -> {
            assertThat(Coded.find(Direction.class, indicator.direction())).isPresent();
            assertThat(Coded.find(MeasureKind.class, indicator.kind())).isPresent();
        });
    }

    @Test
    void everyPeriodIsWrittenAsTheHouseWritesIt() {
        Stream.of(
                        files.plans().stream().map(Plan::period),
                        files.targets().stream().map(Target::period),
                        files.targets().stream().map(Target::baselinePeriod).filter(Objects::nonNull),
                        files.observations().stream().map(Observation::period),
                        files.statements().stream().map(Statement::period).filter(Objects::nonNull))
                .flatMap(Function.identity())
                .forEach(period -> assertThat(Period.parse(period)).hasToString(period));
    }

    @Test
    void aComparatorHasJustTheValuesItNeeds() {
        assertThat(files.targets())
                .allSatisfy(target -> new Aim(
                        Coded.read(Comparator.class, target.comparator()),
                        amount(target.amount()),
                        amount(target.amountHigh()),
                        target.due() == null ? null : LocalDate.parse(target.due()),
                        null));
    }

    @Test
    void aTargetLiesInsideItsPlansPeriod() {
        Map<String, Period> periods =
                files.plans().stream().collect(toMap(Plan::key, plan -> Period.parse(plan.period())));

        assertThat(files.targets())
                .allMatch(target ->
                        Objects.requireNonNull(periods.get(target.plan())).contains(Period.parse(target.period())));
    }

    @Test
    void noTwoRowsAreTheSameThing() {
        assertThat(files.plans())
                .extracting(plan -> List.of(plan.province(), plan.period(), plan.title()))
                .doesNotHaveDuplicates();
        assertThat(files.targets())
                .extracting(target -> List.of(
                        target.plan(),
                        target.indicator(),
                        Objects.requireNonNullElse(target.subgroup(), ""),
                        target.authority(),
                        target.period()))
                .doesNotHaveDuplicates();
        assertThat(files.observations()).extracting(Observation::key).doesNotHaveDuplicates();
        assertThat(files.users()).extracting(DemoFiles.User::username).doesNotHaveDuplicates();
    }

    @Test
    void amountsAreExactDecimalsThatFitTheDatabase() {
        Stream.of(
                        files.targets().stream().map(Target::amount).filter(Objects::nonNull),
                        files.targets().stream().map(Target::amountHigh).filter(Objects::nonNull),
                        files.observations().stream().map(Observation::amount))
                .flatMap(Function.identity())
                .forEach(amount ->
                        assertThat(Amount.parse(amount.toPlainString()).value()).isEqualByComparingTo(amount));
    }

    @Test
    void theFiguresOfTenMonthsOf2023StandAgainstTheirTargets() {
        assertThat(amount("lc.INDUSTRY_OUTPUT.2023-01/2023-10.tienphong-1586643"))
                .isEqualTo("35164.5");
        assertThat(amount("lc.RETAIL_SALES.2023-01/2023-10.tienphong-1586643")).isEqualTo("32234.9");
        assertThat(amount("lc.RETAIL_SALES.2022-01/2022-10.tienphong-1586643")).isEqualTo("26253.5");
        assertThat(target("lc-2023.industry")).isEqualTo("51100");
        assertThat(target("lc-2023.retail")).isEqualTo("34400");
    }

    @Test
    void derivedFiguresSayHowTheyWereDerived() {
        assertThat(files.observations().stream()
                        .filter(row -> row.note() != null && row.note().startsWith("suy ra: "))
                        .map(Observation::key))
                .hasSize(7);
    }

    @Test
    void textsAreComposedAndWithoutStrayBlanks() {
        Stream.of(
                        files.sources().values().stream(),
                        files.plans().stream().map(Plan::title),
                        files.targets().stream().map(Target::wording),
                        files.statements().stream().map(Statement::quote))
                .flatMap(Function.identity())
                .forEach(text -> {
                    assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                            .as(text)
                            .isTrue();
                    assertThat(text).isEqualTo(text.strip()).doesNotContain("\u00a0", "  ");
                });
    }

    @Test
    void everyProvinceHasItsFivePeople() {
        assertThat(files.provinces())
                .allSatisfy(province -> assertThat(files.users().stream()
                                .filter(user -> user.username().startsWith(province.prefix() + "."))
                                .map(DemoFiles.User::role)
                                .collect(toSet()))
                        .containsExactlyInAnyOrder("viewer", "officer", "approver", "rule-author", "province-admin"));
    }

    @Test
    void everyOfficerIsInAUnitOfEachOfTheirProvinces() {
        List<String> units = files.units().stream()
                .map(unit -> unit.province() + " " + unit.code())
                .toList();
        assertThat(units).doesNotHaveDuplicates();
        assertThat(files.users().stream()
                        .filter(user -> Objects.equals(user.role(), "officer"))
                        .flatMap(user -> user.provinces().stream().map(province -> province + " " + user.unit())))
                .isNotEmpty()
                .isSubsetOf(units);
        assertThat(files.units().stream()
                        .filter(unit -> unit.kind().equals("compiler"))
                        .map(DemoFiles.Unit::province))
                .containsExactlyInAnyOrderElementsOf(
                        files.provinces().stream().map(DemoFiles.Province::id).toList());
        assertThat(files.unitAssignments()).doesNotHaveDuplicates().allSatisfy(assignment -> {
            assertThat(units).contains(assignment.province() + " " + assignment.unit());
            assertThat(setOf(assignment.province())).containsKey(assignment.indicator());
        });
    }

    private Target targetOf(String statement) {
        String key = files.statements().stream()
                .filter(one -> one.code().equals(statement))
                .map(Statement::target)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return files.targets().stream()
                .filter(target -> target.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private record Figure(String province, String indicator, String unit, BigDecimal amount) {}

    private static Tuple tuple(String key, String amount, String period) {
        return Tuple.tuple(key, new BigDecimal(amount), period);
    }

    private static @Nullable Amount amount(@Nullable BigDecimal value) {
        return value == null ? null : new Amount(value);
    }

    private String amount(String key) {
        return files.observations().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow()
                .amount()
                .toPlainString();
    }

    private String target(String key) {
        return files.targets().stream()
                .filter(row -> row.key().equals(key))
                .map(Target::amount)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .toPlainString();
    }

    private Map<String, Indicator> setOf(String province) {
        Map<String, Indicator> set = new HashMap<>(national);
        for (OwnIndicator own : files.ownIndicators()) {
            if (own.province().equals(province)) {
                set.put(own.code(), new Indicator(own.unit(), own.decimals()));
            }
        }
        return set;
    }

    static Map<String, Indicator> nationalCatalogue() {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(
                                Direction.class.getResourceAsStream("/vn/cotmoc/core/indicators/catalogue.csv")),
                        StandardCharsets.UTF_8);
                var records = format.parse(text)) {
            return records.stream()
                    .collect(toMap(
                            (CSVRecord row) -> row.get("code"),
                            row -> new Indicator(row.get("unit_vi"), Integer.parseInt(row.get("decimals")))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

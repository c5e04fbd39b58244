package vn.cotmoc.core.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.areas.AreaLevel;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.checks.CheckView;
import vn.cotmoc.core.checks.Checks;
import vn.cotmoc.core.checks.Fault;
import vn.cotmoc.core.checks.Limits;
import vn.cotmoc.core.checks.Reaction;
import vn.cotmoc.core.checks.SetChecks;
import vn.cotmoc.core.checks.Warning;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.indicators.Restatement;
import vn.cotmoc.core.indicators.Summation;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.units.AssignIndicator;
import vn.cotmoc.core.units.MoveMember;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitKind;

/** A file of figures: decided like its figures one by one, stored whole or not at all. */
class BulkIT {

    private static final String REVENUE = "BUDGET_REVENUE";
    private static final String UNIT = "tỷ đồng";
    private static final String SHA256 = "0".repeat(64);
    private static final TenantId PROVINCE = House.province();
    private static final UUID ONE = commune("Xã Một", "1");
    private static final UUID TWO = commune("Xã Hai", "2");

    /** Nobody's figures stay: the next try finds the province as this one did. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Property(tries = 60)
    void howManyAreTakenAtOnceChangesNothing(
            @ForAll("files") List<RecordObservation.Command> file, @ForAll Reaction jump, @ForAll Reaction parts) {
        List<String> oneByOne =
                said(jump, parts, () -> file.stream().map(BulkIT::alone).toList());
        assertThat(said(jump, parts, () -> together(file, 3, Ledger.MOST_HELD))).isEqualTo(oneByOne);
        assertThat(said(jump, parts, () -> together(file, 3, 1))).isEqualTo(oneByOne);
        assertThat(said(jump, parts, () -> together(file, file.size(), Ledger.MOST_HELD)))
                .isEqualTo(oneByOne);
    }

    private interface Work {
        List<String> of();
    }

    private static List<String> said(Reaction jump, Reaction parts, Work work) {
        List<String> said = new ArrayList<>();
        assertThatExceptionOfType(Undone.class)
                .isThrownBy(() -> House.in(
                        PROVINCE,
                        () -> House.transaction(() -> {
                            House.get(SetChecks.class)
                                    .set(new SetChecks.Command(
                                            null, 0, limits(jump, parts), Story.START_OF_2020, "thử"));
                            said.addAll(work.of());
                            said.add(believed());
                            throw new Undone();
                        })));
        return said;
    }

    private static Limits limits(Reaction jump, Reaction parts) {
        return new Limits(Reaction.BLOCK, null, null, jump, new BigDecimal("0.5"), jump, parts, new BigDecimal("0.01"));
    }

    private static String alone(RecordObservation.Command command) {
        List<Warning> expected = byAllHistory(command);
        try {
            Observation recorded = House.get(RecordObservation.class).record(command);
            List<Warning> warnings = Objects.requireNonNull(House.get(RemarkView.class)
                            .of(List.of(recorded.id()))
                            .get(recorded.id()))
                    .warnings();
            assertThat(texts(warnings)).as(command.toString()).isEqualTo(texts(expected));
            return texts(warnings);
        } catch (Refusal refusal) {
            boolean byACheck = refusal.code().startsWith("figure-");
            assertThat(byACheck)
                    .as(command + ": " + refusal)
                    .isEqualTo(expected.stream().anyMatch(warning -> warning.reaction() == Reaction.BLOCK));
            return refusal.toString() + refusal.at();
        }
    }

    /** By everything that is known of the series, and by the sums that the screens show. */
    private static List<Warning> byAllHistory(RecordObservation.Command command) {
        Indicator indicator;
        UUID area;
        Amount amount;
        try {
            indicator = House.get(IndicatorView.class).require(command.indicator());
            area = House.get(AreaView.class)
                    .atlas()
                    .resolveDuring(command.area(), command.period(), command.calendar(), "/area");
            amount = Restatement.into(indicator, command.amount(), command.unit(), "/unit");
        } catch (Refusal refusal) {
            return List.of();
        }
        LocalDate today = LocalDate.now();
        boolean mayBeKnown = command.knownOn() == null || !command.knownOn().isAfter(today);
        boolean tooEarly = command.knownOn() != null
                && command.knownOn()
                        .isBefore(
                                command.status().isMadeBeforeTheEnd()
                                        ? command.calendar().firstDay(command.period())
                                        : command.calendar().lastDay(command.period()));
        if (!mayBeKnown
                || tooEarly
                || command.calendar().firstDay(command.period()).isAfter(today)) {
            return List.of();
        }
        Map<Period, Observation> believed = Calculation.newest(House.get(ObservationView.class)
                .series(command.indicator(), area, command.subgroup(), command.calendar(), today));
        List<Warning> found = new ArrayList<>(Checks.of(
                indicator,
                command.period(),
                amount,
                believed.values().stream().collect(Collectors.toMap(Observation::period, Observation::amount)),
                sums(command, indicator, area, amount),
                House.get(CheckView.class).all().inForce(indicator, today)));
        Observation firmer = believed.get(command.period());
        if (firmer != null
                && command.status().compareTo(firmer.status()) < 0
                && knownOn(command, today).isAfter(firmer.knownOn())) {
            found.add(new Warning(Fault.LESS_FIRM, Reaction.WARN, amount, firmer.amount(), command.period(), null));
        }
        return found;
    }

    private static LocalDate knownOn(RecordObservation.Command command, LocalDate today) {
        LocalDate ends = command.calendar().lastDay(command.period());
        LocalDate assumed = command.status().isMadeBeforeTheEnd() && ends.isAfter(today) ? today : ends;
        return Objects.requireNonNullElse(command.knownOn(), assumed);
    }

    private static List<Checks.Sum> sums(
            RecordObservation.Command command, Indicator indicator, UUID area, Amount amount) {
        List<Checks.Sum> sums = new ArrayList<>();
        if (indicator.summation().overAreas() != Summation.OverAreas.SUM
                || !command.subgroup().isEmpty()) {
            return sums;
        }
        together(command, area).total().ifPresent(total -> sums.add(new Checks.Sum(amount, total.value())));
        UUID around = House.get(AreaView.class).require(area).parent();
        if (around != null) {
            FigureView.Together whole = together(command, around);
            List<FigureView.Part> siblings = whole.parts().stream()
                    .filter(part -> !part.area().equals(area))
                    .toList();
            BigDecimal others = siblings.stream()
                    .flatMap(part -> part.figure().stream())
                    .map(figure -> figure.amount().value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (siblings.stream().noneMatch(part -> part.figure().isEmpty())) {
                whole.own().ifPresent(own -> sums.add(new Checks.Sum(own.amount(), others.add(amount.value()))));
            }
        }
        return sums;
    }

    private static FigureView.Together together(RecordObservation.Command command, UUID whole) {
        return House.get(FigureView.class)
                .together(new FigureView.Query(
                        command.indicator(), whole, command.period(), command.calendar(), LocalDate.now()));
    }

    private static String texts(List<Warning> warnings) {
        return warnings.stream().map(BulkIT::text).sorted().toList().toString();
    }

    private static List<String> together(List<RecordObservation.Command> file, int size, int mostHeld) {
        Intake intake = House.get(Intakes.class).byHand(mostHeld);
        List<String> said = new ArrayList<>();
        for (int from = 0; from < file.size(); from += size) {
            for (Outcome<Intake.Taken> outcome : intake.take(file.subList(from, Math.min(from + size, file.size())))) {
                Refusal refusal = outcome.refusal();
                said.add(refusal == null ? texts(outcome.orThrow().warnings()) : refusal.toString() + refusal.at());
            }
        }
        return said;
    }

    private static String text(Warning warning) {
        return "%s %s %s %s".formatted(warning.fault(), warning.figure(), warning.against(), warning.period());
    }

    /** What the province then believes, by the view that screens use. */
    private static String believed() {
        return Stream.of(REVENUE, "POPULATION", "GRDP_GROWTH")
                .map(code -> House.get(ObservationView.class)
                        .knownOn(LocalDate.now(), List.of(code), LocalDate.of(1900, 1, 1), LocalDate.of(2199, 12, 31))
                        .stream()
                        .map(Observation::point)
                        .distinct()
                        .map(point -> point + "=" + newest(point))
                        .sorted()
                        .toList())
                .toList()
                .toString();
    }

    private static Amount newest(Point point) {
        Series series = point.series();
        return Objects.requireNonNull(Calculation.newest(House.get(ObservationView.class)
                                .series(
                                        series.indicator(),
                                        series.area(),
                                        series.subgroup(),
                                        series.calendar(),
                                        LocalDate.now()))
                        .get(point.period()))
                .amount();
    }

    @Provide
    Arbitrary<List<RecordObservation.Command>> files() {
        Arbitrary<String> periods = Arbitraries.frequencyOf(
                Tuple.of(
                        12,
                        Arbitraries.of(
                                "2022",
                                "2023",
                                "2023-Q1",
                                "2023-01",
                                "2023-02",
                                "2023-03",
                                "2023-01/2023-02",
                                "2022-Q1",
                                "2021/2023",
                                "2021")),
                Tuple.of(1, Arbitraries.of("2190", "1999")));
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(12, REVENUE),
                                Tuple.of(4, "POPULATION"),
                                Tuple.of(2, "GRDP_GROWTH"),
                                Tuple.of(1, "NO_SUCH")),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(new UUID(0, 0))),
                                Tuple.of(8, Arbitraries.of(ONE, TWO)),
                                Tuple.of(1, Arbitraries.just(new UUID(9, 9)))),
                        Arbitraries.frequency(Tuple.of(6, ""), Tuple.of(1, "nữ")),
                        periods,
                        Arbitraries.of(Calendar.class),
                        Arbitraries.of(ObservationStatus.class),
                        Arbitraries.integers().between(-2, 120),
                        Arbitraries.of("", "", "2024-02-01", "2024-03-01", "2199-01-01"))
                .as((code, area, part, period, calendar, status, amount, knownOn) -> new RecordObservation.Command(
                        code,
                        area.equals(new UUID(0, 0)) ? null : area,
                        part,
                        Period.parse(period),
                        calendar,
                        status,
                        Amount.of(amount),
                        switch (code) {
                            case REVENUE -> amount % 7 == 0 ? "triệu đồng" : UNIT;
                            case "POPULATION" -> "nghìn người";
                            default -> "%";
                        },
                        knownOn.isEmpty() ? null : LocalDate.parse(knownOn),
                        "Báo cáo",
                        null))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Test
    void aFileIsStoredWithItsWarningsAndOneLineOnTheTrail() {
        TenantId province = House.province();
        RecordObservations.Recorded recorded =
                House.in(province, () -> record(figure("2022", "100"), figure("2023", "151"), figure("2024", "152")));
        assertThat(recorded.figures()).isEqualTo(3);
        assertThat(recorded.warned()).isOne();
        assertThat(recorded.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.line()).isEqualTo(2));
        assertThat(House.asSuperuser(
                        "select count(*)::text from observation_warning where tenant_id = '%s'".formatted(province)))
                .containsExactly("1");
        assertThat(House.asSuperuser("select became from change where tenant_id = '%s' and subject = 'observation'"
                        .formatted(province)))
                .singleElement()
                .satisfies(became -> assertThat(became)
                        .contains("\"figures\":\"3\"", "\"sources\":\"Báo cáo\"", "\"sha256\":\"" + SHA256 + "\""));
        assertThat(House.asSuperuser("select subject_key from change where tenant_id = '%s' and subject = 'observation'"
                        .formatted(province)))
                .containsExactly(recorded.id().toString());
    }

    @Test
    void linesThatContradictEachOtherAreRefusedAndEachNamesTheOther() {
        TenantId province = House.province();
        List<RecordObservations.Line> lines = new ArrayList<>();
        for (int number = 1; number <= Intake.CHUNK + 2; number++) {
            lines.add(new RecordObservations.Line.Figure(
                    number, part(Integer.toString(number), "5", ObservationStatus.ESTIMATED, null)));
        }
        lines.add(new RecordObservations.Line.Figure(
                Intake.CHUNK + 7, part("3", "6", ObservationStatus.ESTIMATED, null)));
        lines.add(new RecordObservations.Line.Figure(
                Intake.CHUNK + 8, part("9", "5", ObservationStatus.ESTIMATED, Story.END_OF_2023)));
        Refusal refusal = refused(province, lines);
        assertThat(refusal.code()).isEqualTo("figures-refused");
        assertThat(refusal.lines())
                .as("the day that is stated is the one that stands in for it, and equal figures are two too")
                .extracting(fault -> "%d %s %s"
                        .formatted(
                                fault.line(),
                                fault.refusal().code(),
                                fault.refusal().values().get("line")))
                .containsExactly(
                        "%d figure-twice 3".formatted(Intake.CHUNK + 7),
                        "%d figure-twice 9".formatted(Intake.CHUNK + 8));
    }

    @Test
    void twoStatusesOrTwoDaysOfOneFigureAreTwoVintages() {
        TenantId province = House.province();
        RecordObservations.Recorded recorded = House.in(
                province,
                () -> record(
                        part("", "5", ObservationStatus.ESTIMATED, Story.END_OF_2023),
                        part("", "6", ObservationStatus.OFFICIAL, Story.END_OF_2023),
                        part("", "7", ObservationStatus.ESTIMATED, Story.END_OF_2023.plusDays(1))));
        assertThat(recorded.figures()).isEqualTo(3);
    }

    private static RecordObservation.Command part(
            String subgroup, String amount, ObservationStatus status, @Nullable LocalDate knownOn) {
        return new RecordObservation.Command(
                REVENUE,
                null,
                subgroup,
                Period.ofYear(2023),
                status,
                Amount.parse(amount),
                UNIT,
                knownOn,
                "Báo cáo",
                null);
    }

    @Test
    void oneFaultyLineAndNothingIsStored() {
        TenantId province = House.province();
        List<RecordObservations.Line> lines = new ArrayList<>();
        for (int number = 1; number <= Intake.CHUNK + 500; number++) {
            lines.add(new RecordObservations.Line.Figure(
                    number, part(Integer.toString(number), "5", ObservationStatus.ESTIMATED, null)));
        }
        lines.set(1, new RecordObservations.Line.Unreadable(2, Refusal.invalid("text-empty", "/source")));
        lines.set(Intake.CHUNK + 9, new RecordObservations.Line.Figure(Intake.CHUNK + 10, figure("2023", "-1")));
        Refusal refusal = refused(province, lines);
        assertThat(refusal.code()).isEqualTo("figures-refused");
        assertThat(refusal.values()).containsEntry("faulty", 2).containsEntry("lines", Intake.CHUNK + 500);
        assertThat(refusal.lines().stream()
                        .map(fault -> fault.line() + " " + fault.refusal().code()))
                .containsExactly("2 text-empty", "%d figure-below-lowest".formatted(Intake.CHUNK + 10));
        assertThat(House.asSuperuser(
                        "select count(*)::text from observation where tenant_id = '%s'".formatted(province)))
                .containsExactly("0");
    }

    @Test
    void aHundredFaultsAreNamedAndTheOthersCounted() {
        Refusal refusal = refused(
                PROVINCE,
                IntStream.rangeClosed(1, 250)
                        .<RecordObservations.Line>mapToObj(
                                number -> new RecordObservations.Line.Figure(number, figure("2023", "-1")))
                        .toList());
        assertThat(refusal.lines()).hasSize(100);
        assertThat(refusal.values()).containsEntry("faulty", 250).containsEntry("named", 100);
    }

    @Test
    void aFileHasFiguresAndNotTooMany() {
        assertThat(refused(PROVINCE, List.of()).code()).isEqualTo("figures-none");
        Iterator<RecordObservations.Line> endless = Stream.<RecordObservations.Line>generate(
                        () -> new RecordObservations.Line.Unreadable(1, Refusal.invalid("text-empty", "/source")))
                .iterator();
        assertThat(refused(PROVINCE, endless).code()).isEqualTo("figures-many");
    }

    @Test
    void whoMayNotReportAFigureAloneMayNotInAFile() {
        TenantId province = House.province();
        Refusal nobodys = catchThrowableOfType(
                Refusal.class, () -> House.in(province, () -> House.as("nguoi-la", () -> record(figure("2023", "1")))));
        assertThat(nobodys.code()).isEqualTo("no-unit");
        House.in(province, () -> {
            Unit unit = Story.unit("SNN", UnitKind.DEPARTMENT, null);
            House.get(AssignIndicator.class).assign(new AssignIndicator.Command(unit.id(), "EXPORTS", null));
            return House.get(MoveMember.class).into(unit.id(), "chuyen-vien");
        });
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> House.in(province, () -> House.as("chuyen-vien", () -> record(figure("2023", "1")))));
        assertThat(refusal.lines())
                .singleElement()
                .satisfies(fault -> assertThat(fault.refusal().code()).isEqualTo("not-assigned"));
    }

    private static Refusal refused(TenantId province, List<RecordObservations.Line> lines) {
        return refused(province, lines.iterator());
    }

    private static Refusal refused(TenantId province, Iterator<RecordObservations.Line> lines) {
        return catchThrowableOfType(
                Refusal.class,
                () -> House.in(
                        province,
                        () -> House.get(RecordObservations.class)
                                .record(new RecordObservations.Command(lines, SHA256))));
    }

    private static RecordObservations.Recorded record(RecordObservation.Command... figures) {
        return House.get(RecordObservations.class)
                .record(new RecordObservations.Command(
                        IntStream.range(0, figures.length)
                                .<RecordObservations.Line>mapToObj(
                                        i -> new RecordObservations.Line.Figure(i + 1, figures[i]))
                                .iterator(),
                        SHA256));
    }

    private static RecordObservation.Command figure(String period, String amount) {
        return new RecordObservation.Command(
                REVENUE,
                null,
                "",
                Period.parse(period),
                ObservationStatus.OFFICIAL,
                Amount.parse(amount),
                UNIT,
                null,
                "Báo cáo",
                null);
    }

    private static UUID commune(String name, String code) {
        return House.in(PROVINCE, () -> Story.area(name, AreaLevel.COMMUNE, code))
                .id();
    }
}

package vn.cotmoc.core.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;

class DerivationTest {

    private static final List<Period> OF_THE_YEAR = Stream.concat(
                    Stream.of(1, 3, 6).flatMap(months -> Period.ofYear(2023).parts(months).stream()),
                    IntStream.rangeClosed(2, 12).mapToObj(month -> Period.yearToDate(YearMonth.of(2023, month))))
            .distinct()
            .toList();

    @ParameterizedTest
    @CsvSource({
        "2023-H1,         100, 2023-Q1 + 2023-Q2",
        "2023-Q2,         60,  2023-Q2",
        "2023-01/2023-09, 150, 2023-Q1 + 2023-Q2 + 2023-Q3",
        "2023-Q4,         70,  2023 - 2023-Q3 - 2023-Q2 - 2023-Q1",
        "2023-H2,         120, 2023 - 2023-Q2 - 2023-Q1"
    })
    void whatIsMissingFollowsFromTheFewestFigures(Period period, long amount, String steps) {
        Derivation derivation = new Derivation(
                List.of(figure("2023-Q1", 40), figure("2023-Q2", 60), figure("2023-Q3", 50), figure("2023", 220)));
        assertThat(derivation.of(period)).hasValueSatisfying(derived -> {
            assertThat(derived.amount()).isEqualTo(Amount.of(amount));
            assertThat(derived.steps().stream()
                            .map(step ->
                                    (step.added() ? "+ " : "- ") + step.figure().period())
                            .collect(Collectors.toSet()))
                    .isEqualTo(Set.of(("+ " + steps).split(" (?=[+-] )")));
        });
    }

    @Test
    void whatWasEnteredStaysEvenIfItsPartsSayOtherwise() {
        Derivation derivation =
                new Derivation(List.of(figure("2023-Q1", 40), figure("2023-Q2", 60), figure("2023-H1", 101)));
        assertThat(derivation.of(Period.parse("2023-H1"))).hasValueSatisfying(derived -> {
            assertThat(derived.amount()).isEqualTo(Amount.of(101));
            assertThat(derived.isEntered()).isTrue();
        });
    }

    @Test
    void acrossAGapNothingFollows() {
        Derivation derivation = new Derivation(List.of(figure("2023-Q1", 40), figure("2023-Q3", 50)));
        assertThat(derivation.of(Period.parse("2023-01/2023-09"))).isEmpty();
        assertThat(derivation.of(Period.parse("2023-Q2"))).isEmpty();
        assertThat(new Derivation(List.of()).of(Period.ofYear(2023))).isEmpty();
    }

    @Test
    void aSumTooLargeToBeKeptIsNone() {
        Derivation derivation =
                new Derivation(List.of(figure("2023-Q1", 99_999_999_999_999L), figure("2023-Q2", 99_999_999_999_999L)));
        assertThat(derivation.of(Period.parse("2023-H1"))).isEmpty();
    }

    /** Whatever of a true year was entered: what is derived is true, and is derived exactly where figures connect both ends. */
    @Property
    void whatIsDerivedIsTrueAndNothingThatFollowsIsMissed(
            @ForAll @Size(12) List<@LongRange(min = -1_000_000, max = 1_000_000) Long> months,
            @ForAll("entered") Set<Period> entered) {
        Derivation derivation = new Derivation(entered.stream()
                .map(period -> figure(period.toString(), truth(period, months)))
                .toList());
        Map<Integer, Integer> connected = connected(entered);
        for (Period period : OF_THE_YEAR) {
            Optional<Derivation.Derived> derived = derivation.of(period);
            boolean follows = Objects.equals(
                    connected.get(period.first().getMonthValue() - 1),
                    connected.get(period.last().getMonthValue()));
            assertThat(derived.isPresent()).as(period.toString()).isEqualTo(follows);
            derived.ifPresent(found -> {
                assertThat(found.amount()).as(period.toString()).isEqualTo(Amount.of(truth(period, months)));
                assertThat(found.isEntered()).isEqualTo(entered.contains(period));
            });
        }
    }

    @Provide
    Arbitrary<Set<Period>> entered() {
        return Arbitraries.of(OF_THE_YEAR).set().ofMaxSize(10);
    }

    private static long truth(Period period, List<Long> months) {
        return months.subList(period.first().getMonthValue() - 1, period.last().getMonthValue()).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Ends of months 0 to 12, each with the least that it hangs together with. */
    private static Map<Integer, Integer> connected(Set<Period> entered) {
        List<Integer> least =
                new ArrayList<>(IntStream.rangeClosed(0, 12).boxed().toList());
        for (int round = 0; round < 12; round++) {
            for (Period period : entered) {
                int from = period.first().getMonthValue() - 1;
                int to = period.last().getMonthValue();
                int lower = Math.min(least.get(from), least.get(to));
                least.set(from, lower);
                least.set(to, lower);
            }
        }
        return IntStream.rangeClosed(0, 12).boxed().collect(Collectors.toMap(end -> end, least::get));
    }

    private static Observation figure(String period, long amount) {
        return new Observation(
                UUID.randomUUID(),
                "OWN",
                new UUID(0, 0),
                "",
                Period.parse(period),
                Calendar.CIVIL,
                ObservationStatus.OFFICIAL,
                Amount.of(amount),
                LocalDate.EPOCH,
                true,
                "nguồn",
                null,
                null,
                Instant.EPOCH,
                "a");
    }
}

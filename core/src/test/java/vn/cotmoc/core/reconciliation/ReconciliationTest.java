package vn.cotmoc.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.cotmoc.core.house.Measures;
import vn.cotmoc.core.indicators.Summation;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.indicators.Summation.OverAreas;
import vn.cotmoc.core.indicators.Summation.Parts;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.reconciliation.Reconciliation.Outcome;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.Revision;
import vn.cotmoc.core.targets.Strictness;
import vn.cotmoc.core.targets.Target;

class ReconciliationTest {

    private static final TargetLine WHOLE = line(0, atLeast("100"), "2023", Basis.PERIOD);

    @Property
    void togetherTheyMakeTheirExactSumAndTheDifferenceIsWhatIsMissing(
            @ForAll @Size(min = 1, max = 20)
                    List<@BigRange(min = "-1000", max = "1000") @Scale(6) BigDecimal> amounts) {
        List<TargetLine> parts = IntStream.range(0, amounts.size())
                .mapToObj(i -> line(i + 1, atLeast(amounts.get(i).toPlainString()), "2023", Basis.PERIOD))
                .toList();
        Reconciliation reconciled = Reconciliation.of(WHOLE, parts);
        BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(reconciled.outcome()).isEqualTo(Outcome.SUMMED);
        assertThat(reconciled.together()).isEqualTo(new Amount(sum));
        assertThat(reconciled.difference()).isEqualTo(new Amount(sum.subtract(new BigDecimal("100"))));
        assertThat(reconciled.uncounted()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUM")
    void whatDoesNotAddUpOverAreasIsNotAdded(OverAreas overAreas) {
        Reconciliation reconciled = Reconciliation.of(
                line(0, atLeast("100"), "2023", Basis.PERIOD, overAreas),
                List.of(line(1, atLeast("40"), "2023", Basis.PERIOD)));
        assertThat(reconciled.outcome()).isEqualTo(Outcome.NOT_SUMMABLE);
        assertThat(reconciled.together()).isNull();
        assertThat(reconciled.difference()).isNull();
    }

    @Test
    void aPartThatAddsNoNumberIsNamed() {
        List<TargetLine> parts = List.of(
                line(1, atLeast("40"), "2023", Basis.PERIOD),
                line(2, aim(Comparator.YES_NO, null, null, null), "2023", Basis.PERIOD),
                line(3, aim(Comparator.RANGE, "10", "20", null), "2023", Basis.PERIOD),
                line(4, aim(Comparator.INCREMENT, "5", null, null), "2023", Basis.PERIOD),
                line(5, atLeast("40"), "2023-H1", Basis.PERIOD),
                line(6, aim(Comparator.BEFORE_DATE, null, null, LocalDate.of(2023, 6, 1)), "2023", Basis.PERIOD),
                line(7, aim(Comparator.NONE_LEFT, null, null, null), "2023", Basis.PERIOD),
                line(8, atLeast("40"), "2023", Basis.EACH_YEAR));
        Reconciliation reconciled = Reconciliation.of(WHOLE, parts);
        assertThat(reconciled.outcome()).isEqualTo(Outcome.INCOMPLETE);
        assertThat(reconciled.together()).hasToString("40");
        assertThat(reconciled.difference()).hasToString("-60");
        assertThat(reconciled.uncounted()).containsExactly(id(2), id(3), id(4), id(5), id(6), id(8));
    }

    @Test
    void incrementsAddToIncrements() {
        Reconciliation reconciled = Reconciliation.of(
                line(0, aim(Comparator.INCREMENT, "4", null, null), "2023", Basis.PERIOD),
                List.of(line(1, aim(Comparator.INCREMENT, "1", null, null), "2023", Basis.PERIOD)));
        assertThat(reconciled.difference()).hasToString("-3");
    }

    @Test
    void withoutPartsThereIsNothingToReconcile() {
        assertThat(Reconciliation.of(WHOLE, List.of()).outcome()).isEqualTo(Outcome.NO_PARTS);
    }

    @Test
    void aSumTooLargeToKeepIsNoneInsteadOfFailing() {
        TargetLine large = line(1, atLeast("99999999999999"), "2023", Basis.PERIOD);
        assertThat(Reconciliation.of(WHOLE, List.of(large, large)).outcome()).isEqualTo(Outcome.NOT_SUMMABLE);
    }

    private static Aim atLeast(String amount) {
        return aim(Comparator.AT_LEAST, amount, null, null);
    }

    private static Aim aim(
            Comparator comparator, @Nullable String amount, @Nullable String high, @Nullable LocalDate due) {
        return new Aim(
                comparator,
                amount == null ? null : Amount.parse(amount),
                high == null ? null : Amount.parse(high),
                due,
                null);
    }

    private static TargetLine line(int number, Aim aim, String period, Basis basis) {
        return line(number, aim, period, basis, OverAreas.SUM);
    }

    private static TargetLine line(int number, Aim aim, String period, Basis basis, OverAreas overAreas) {
        return new TargetLine(
                new Target(
                        id(number),
                        new UUID(0, 99),
                        "ANY",
                        new UUID(1, number),
                        "",
                        Authority.COUNCIL,
                        Period.parse(period),
                        basis,
                        number == 0 ? null : id(0),
                        null,
                        Strictness.BINDING,
                        null,
                        null),
                new Revision(1, aim, "như nghị quyết", "Nghị quyết 1", null, null, null, Instant.EPOCH, "a"),
                Measures.summed(
                        "ANY",
                        "xã",
                        new Summation(
                                InTime.LAST, overAreas, overAreas == OverAreas.RATIO ? new Parts("A", "B") : null)),
                "Xã " + number,
                null);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}

package vn.cotmoc.core.coherence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.targets.Authority;

/** Facts that do not go together, and what was computed of them. */
public sealed interface Finding {

    BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** How hard the facts meet. */
    enum Grade implements Coded {
        /** They cannot all hold. */
        CONFLICT,
        /** They can, but somebody should look. */
        NOTE
    }

    /** What sort of check found it. */
    enum Check implements Coded {
        COUNT_AGAINST_SHARE,
        COMMUNES_AGAINST_PROVINCE,
        QUARTERS_AGAINST_YEAR,
        YEARS_AGAINST_TERM,
        SHARES_TO_100,
        AUTHORITIES_DISAGREE,
        EQUALS_BASELINE,
        AGAINST_DIRECTION
    }

    default Check check() {
        return switch (this) {
            case CountAgainstShare found -> Check.COUNT_AGAINST_SHARE;
            case CountWithoutTotal found -> Check.COUNT_AGAINST_SHARE;
            case PartsAgainstWhole found -> Check.COMMUNES_AGAINST_PROVINCE;
            case SumAgainstCumulative found -> Check.QUARTERS_AGAINST_YEAR;
            case RateOutsideItsParts found -> Check.QUARTERS_AGAINST_YEAR;
            case PartAboveWhole found -> Check.QUARTERS_AGAINST_YEAR;
            case PathMissesTarget found -> Check.QUARTERS_AGAINST_YEAR;
            case PartAboveTarget found -> Check.QUARTERS_AGAINST_YEAR;
            case QuartersAgainstYear found -> Check.QUARTERS_AGAINST_YEAR;
            case YearsAgainstTerm found -> Check.YEARS_AGAINST_TERM;
            case YearFalls found -> Check.YEARS_AGAINST_TERM;
            case SharesOffHundred found -> Check.SHARES_TO_100;
            case AuthoritiesDisagree found -> Check.AUTHORITIES_DISAGREE;
            case EqualsBaseline found -> Check.EQUALS_BASELINE;
            case AgainstDirection found -> Check.AGAINST_DIRECTION;
        };
    }

    default Grade grade() {
        return switch (this) {
            case CountAgainstShare found -> found.rounds() ? Grade.NOTE : Grade.CONFLICT;
            case CountWithoutTotal found -> found.fewest() == null ? Grade.CONFLICT : Grade.NOTE;
            case PartsAgainstWhole found -> found.misses() ? Grade.CONFLICT : Grade.NOTE;
            case QuartersAgainstYear found -> found.hardness();
            case YearsAgainstTerm found -> found.hardness();
            case EqualsBaseline found -> found.maintains() ? Grade.NOTE : Grade.CONFLICT;
            case AgainstDirection found -> Grade.NOTE;
            case SumAgainstCumulative found -> Grade.CONFLICT;
            case RateOutsideItsParts found -> Grade.CONFLICT;
            case PartAboveWhole found -> Grade.NOTE;
            case PathMissesTarget found -> Grade.CONFLICT;
            case PartAboveTarget found -> found.misses() ? Grade.CONFLICT : Grade.NOTE;
            case YearFalls found -> Grade.CONFLICT;
            case SharesOffHundred found -> found.rounds() ? Grade.NOTE : Grade.CONFLICT;
            case AuthoritiesDisagree found -> found.both() ? Grade.NOTE : Grade.CONFLICT;
        };
    }

    /** At least two. */
    default List<Fact> facts() {
        return switch (this) {
            case CountAgainstShare found -> List.of(found.count(), found.share(), found.total());
            case CountWithoutTotal found -> List.of(found.count(), found.share());
            case PartsAgainstWhole found -> joined(found.whole(), found.parts());
            case SumAgainstCumulative found -> joined(found.cumulative(), found.parts());
            case RateOutsideItsParts found -> joined(found.cumulative(), found.parts());
            case PartAboveWhole found -> List.of(found.whole(), found.part());
            case PathMissesTarget found -> joined(found.target(), found.checkpoints());
            case PartAboveTarget found -> List.of(found.target(), found.part());
            case QuartersAgainstYear found -> joined(found.year(), found.quarters());
            case YearsAgainstTerm found -> joined(found.term(), found.years());
            case YearFalls found ->
                found.rising().equals(found.later())
                        ? List.of(found.rising(), found.earlier())
                        : List.of(found.rising(), found.earlier(), found.later());
            case SharesOffHundred found -> found.shares();
            case AuthoritiesDisagree found -> List.of(found.one(), found.other());
            case EqualsBaseline found -> List.of(found.target(), found.baseline());
            case AgainstDirection found -> List.of(found.target(), found.indicator());
        };
    }

    /** Computed of the facts, by name, half-up to six digits where there is no end. */
    SequencedMap<String, BigDecimal> values();

    /** One sentence with the numbers and their units. */
    String says(Language language);

    /**
     * @param total the figure that both are measured by
     * @param percent what the count is of the total, half-up to six digits
     * @param needed the least count that makes the share
     * @param rounds whether the share is the count's once it is rounded as it was stated
     */
    record CountAgainstShare(Fact count, Fact share, Fact total, BigDecimal percent, BigDecimal needed, boolean rounds)
            implements Finding {

        @Override
        public SequencedMap<String, BigDecimal> values() {
            return named("percent", percent, "needed", needed);
        }

        @Override
        public String says(Language language) {
            return language.of(
                            "%s: %s trên %s (số liệu %s) là %s %%, còn mục tiêu %s là %s: cần %s %s.",
                            "%s: %s of %s (figure for %s) is %s%%, while the aim of %s is %s: that takes %s %s.")
                    .formatted(
                            count.name(language),
                            plain(count, language),
                            plain(total, language),
                            total.period().said(language),
                            language.number(shown()),
                            share.name(language),
                            share.said(language),
                            language.number(needed),
                            count.unit(language));
        }

        /** With two digits after the point, or with as many as it takes to be another number than the one aimed at. */
        private BigDecimal shown() {
            return IntStream.range(2, percent.scale())
                    .mapToObj(digits -> percent.setScale(digits, RoundingMode.HALF_UP))
                    .filter(rounded -> rounded.compareTo(share.number().value()) != 0)
                    .findFirst()
                    .orElse(percent);
        }
    }

    /**
     * Nobody says how many there are in all.
     *
     * @param fewest the smallest total of which the count is the share as it was stated; null if there is none
     * @param most the largest; null if there is none
     */
    record CountWithoutTotal(
            Fact count,
            Fact share,
            @Nullable BigDecimal fewest,
            @Nullable BigDecimal most) implements Finding {

        @Override
        public SequencedMap<String, BigDecimal> values() {
            return named("fewest", fewest, "most", most);
        }

        @Override
        public String says(Language language) {
            String both = language.of("%s là %s, %s là %s: ", "%s is %s, %s is %s: ")
                    .formatted(
                            count.name(language), plain(count, language), share.name(language), plain(share, language));
            if (fewest == null || most == null) {
                return both + language.of("không tổng số nào khớp cả hai.", "no total fits both.");
            }
            String totals = fewest.equals(most)
                    ? language.number(fewest)
                    : "%s – %s".formatted(language.number(fewest), language.number(most));
            return both
                    + language.of(
                                    "chỉ khớp khi tổng số là %s %s; không có số liệu tổng số của kỳ này hay năm năm trước.",
                                    "they fit only if there are %s %s in all; there is no figure of the total for this period or the five years before.")
                            .formatted(totals, count.unit(language));
        }
    }

    /**
     * @param together what the parts make
     * @param difference together minus the whole
     * @param misses whether the parts together miss the whole
     */
    record PartsAgainstWhole(Fact whole, List<Fact> parts, BigDecimal together, BigDecimal difference, boolean misses)
            implements Finding {

        @Override
        public SequencedMap<String, BigDecimal> values() {
            return named("together", together, "difference", difference);
        }

        @Override
        public String says(Language language) {
            return language.of(
                            "%s: %s phần cộng lại là %s %s, toàn bộ là %s: chênh lệch %s %s.",
                            "%s: %s parts make %s %s together, the whole is %s: a difference of %s %s.")
                    .formatted(
                            whole.name(language),
                            parts.size(),
                            language.number(together),
                            whole.unit(language),
                            whole.said(language),
                            language.number(difference),
                            whole.unit(language));
        }
    }

    /** Totals of months that follow each other do not make the total that is stated of them all. @param together what they make */
    record SumAgainstCumulative(Fact cumulative, List<Fact> parts, BigDecimal together) implements Finding {

        @Override
        public SequencedMap<String, BigDecimal> values() {
            return named(
                    "together",
                    together,
                    "difference",
                    together.subtract(cumulative.number().value()));
        }

        @Override
        public String says(Language language) {
            return language.of(
                            "%s: các mốc %s cộng lại là %s %s, mốc %s là %s.",
                            "%s: the checkpoints %s make %s %s together, the one of %s is %s.")
                    .formatted(
                            cumulative.name(language),
                            periods(parts, language),
                            language.number(together),
                            cumulative.unit(language),
                            cumulative.period().said(language),
                            plain(cumulative, language));
        }
    }

    /** A growth rate over some months lies between those of its parts, whatever their weights; this one does not. */
    record RateOutsideItsParts(Fact cumulative, List<Fact> parts, BigDecimal lowest, BigDecimal highest)
            implements Finding {

        @Override
        public SequencedMap<String, BigDecimal> values() {
            return named("lowest", lowest, "highest", highest);
        }

        @Override
        public String says(Language language) {
            return language.of(
                            "%s: %s là %s, nằm ngoài khoảng %s – %s %s của các phần %s.",
                            "%s: %s is %s, outside the %s – %s %s of its parts %s.")
                    .formatted(
                            cumulative.name(language),
                            cumulative.period().said(language),
                            cumulative.said(language),
                            language.number(lowest),
                            language.number(highest),
                            cumulative.unit(language),
                            periods(parts, language));
        }
    }

    /** A total of some months is more than the total of more months: that takes an amount below zero in the others. */
    record PartAboveWhole(Fact whole, Fact part) implements Finding {

        @Override
        public SequencedMap<String, BigDecimal> values() {
            return named(
                    "difference", part.number().value().subtract(whole.number().value()));
        }

        @Override
        public String says(Language language) {
            return language.of(
                            "%s: mốc %s là %s, lớn hơn mốc %s là %s.",
                            "%s: the checkpoint of %s is %s, more than the one of %s, which is %s.")
                    .formatted(
                            whole.name(language),
                            part.period().said(language),
                            plain(part, language),
                            whole.period().said(language),
                            plain(whole, language));
        }
    }

    /** The base scenario itself ends beside the target. @param reaches where its checkpoints lead to */
    record PathMissesTarget(Fact target, List<Fact> checkpoints, BigDecimal reaches) implements Finding {

        @Override
        public SequencedMap<String, BigDecimal> values() {
            return named("reaches", reaches);
        }

        @Override
        public String says(Language language) {
            return language.of(
                            "%s: kịch bản cơ sở dẫn đến %s %s, mục tiêu %s là %s.",
                            "%s: the base scenario leads to %s %s, the target for %s is %s.")
                    .formatted(
                            target.name(language),
                            language.number(reaches),
                            target.unit(language),
                            target.period().said(language),
                            target.said(language));
        }
    }

    /** Months of the period are to bring more than the whole of it. @param misses whether the target could then not be met */
    record PartAboveTarget(Fact target, Fact part, boolean misses) implements Finding {

        @Override
        public SequencedMap<String, BigDecimal> values() {
            return named(
                    "difference", part.number().value().subtract(target.number().value()));
        }

        @Override
        public String says(Language language) {
            return language.of(
                            "%s: mốc %s là %s, vượt mục tiêu của cả %s là %s.",
                            "%s: the checkpoint of %s is %s, above the target for all of %s, %s.")
                    .formatted(
                            target.name(language),
                            part.period().said(language),
                            plain(part, language),
                            target.period().said(language),
                            target.said(language));
        }
    }

    /**
     * @param year or any other period within one
     * @param quarters the targets of its parts
     * @param together what they make
     * @param difference together minus the year
     */
    record QuartersAgainstYear(
            Fact year, List<Fact> quarters, BigDecimal together, BigDecimal difference, Grade hardness)
            implements Finding {

        @Override
        public SequencedMap<String, BigDecimal> values() {
            return named("together", together, "difference", difference);
        }

        @Override
        public String says(Language language) {
            return language.of(
                            "%s: mục tiêu %s cộng lại là %s %s, mục tiêu %s là %s: chênh lệch %s %s.",
                            "%s: the targets of %s make %s %s together, the one of %s is %s: a difference of %s %s.")
                    .formatted(
                            year.name(language),
                            periods(quarters, language),
                            language.number(together),
                            year.unit(language),
                            year.period().said(language),
                            year.said(language),
                            language.number(difference),
                            year.unit(language));
        }
    }

    /**
     * @param total of the whole term
     * @param together what the years' targets make
     * @param left total minus together
     * @param yearsLeft of which no target is set
     * @param each what every one of them must bring; null if none is left
     */
    record YearsAgainstTerm(
            Fact term,
            List<Fact> years,
            BigDecimal total,
            BigDecimal together,
            BigDecimal left,
            int yearsLeft,
            @Nullable BigDecimal each,
            Grade hardness)
            implements Finding {

        @Override
        public SequencedMap<String, BigDecimal> values() {
            return named(
                    "total",
                    total,
                    "together",
                    together,
                    "left",
                    left,
                    "yearsLeft",
                    BigDecimal.valueOf(yearsLeft),
                    "each",
                    each);
        }

        @Override
        public String says(Language language) {
            String unit = term.unit(language);
            String made = language.of(
                            "%s: mục tiêu %s cộng lại là %s %s, cả %s là %s %s",
                            "%s: the yearly targets of %s make %s %s together, the term %s is %s %s")
                    .formatted(
                            term.name(language),
                            periods(years, language),
                            language.number(together),
                            unit,
                            term.period().said(language),
                            language.number(total),
                            unit);
            return made
                    + (each == null
                            ? language.of("; chênh lệch %s %s.", "; the difference is %s %s.")
                                    .formatted(language.number(left), unit)
                            : language.of(
                                            "; còn %s %s cho %s năm chưa có mục tiêu, bình quân %s %s mỗi năm.",
                                            "; that leaves %s %s for %s years without a target, %s %s each on average.")
                                    .formatted(
                                            language.number(left),
                                            unit,
                                            yearsLeft,
                                            language.number(each.setScale(2, RoundingMode.HALF_UP)),
                                            unit));
        }
    }

    /** A year is to bring less than the one before, though the words of a target say that each brings more. @param rising that target */
    record YearFalls(Fact rising, Fact earlier, Fact later) implements Finding {

        @Override
        public SequencedMap<String, BigDecimal> values() {
            return named(
                    "difference",
                    later.number().value().subtract(earlier.number().value()));
        }

        @Override
        public String says(Language language) {
            return language.of(
                            "%s: lời văn của mục tiêu %s nói là tăng dần, nhưng mục tiêu %s là %s, thấp hơn %s là %s.",
                            "%s: the words of the target for %s say that it rises, but the one of %s is %s, less than %s with %s.")
                    .formatted(
                            rising.name(language),
                            rising.period().said(language),
                            later.period().said(language),
                            plain(later, language),
                            earlier.period().said(language),
                            plain(earlier, language));
        }
    }

    /** @param tolerance what rounding of the stated digits can make out: half a unit of its last digit for each share */
    record SharesOffHundred(List<Fact> shares, BigDecimal together, BigDecimal tolerance) implements Finding {

        /** Whether rounding alone can explain it. */
        boolean rounds() {
            return together.subtract(HUNDRED).abs().compareTo(tolerance) <= 0;
        }

        @Override
        public SequencedMap<String, BigDecimal> values() {
            return named("together", together, "tolerance", tolerance);
        }

        @Override
        public String says(Language language) {
            String explained = rounds()
                    ? language.of(
                            "Cơ cấu GRDP %s: %s tỷ trọng cộng lại là %s %%, không phải 100 %%; có thể do làm tròn, nhiều nhất %s điểm %%.",
                            "Structure of GRDP in %s: %s shares make %s%% together, not 100%%; rounding may explain it, up to %s points.")
                    : language.of(
                            "Cơ cấu GRDP %s: %s tỷ trọng cộng lại là %s %%; làm tròn chỉ giải thích được %s điểm %%.",
                            "Structure of GRDP in %s: %s shares make %s%% together; rounding explains no more than %s points.");
            return explained.formatted(
                    shares.getFirst().period().said(language),
                    shares.size(),
                    language.number(together),
                    language.number(tolerance));
        }
    }

    /** Two authorities aim at one thing differently. @param both whether one figure can meet both */
    record AuthoritiesDisagree(Fact one, Fact other, boolean both) implements Finding {

        @Override
        public SequencedMap<String, BigDecimal> values() {
            return named();
        }

        @Override
        public String says(Language language) {
            String differ = language.of("%s, %s: %s nêu %s, %s nêu %s", "%s, %s: %s says %s, %s says %s");
            return (differ
                            + (both
                                    ? language.of(
                                            "; khác nhau, nhưng có số đạt cả hai.",
                                            "; they differ, yet a figure can meet both.")
                                    : language.of("; không số nào đạt cả hai.", "; no figure can meet both.")))
                    .formatted(
                            one.name(language),
                            one.period().said(language),
                            who(one, language),
                            one.said(language),
                            who(other, language),
                            other.said(language));
        }

        private static String who(Fact fact, Language language) {
            Authority authority = fact.authority();
            return authority == null ? language.of("nguồn khác", "another source") : authority.said(language);
        }
    }

    /** @param maintains whether the target's words say that it shall stay so */
    record EqualsBaseline(Fact target, Fact baseline, boolean maintains) implements Finding {

        @Override
        public SequencedMap<String, BigDecimal> values() {
            return named();
        }

        @Override
        public String says(Language language) {
            String same = language.of(
                            "%s: mục tiêu %s bằng đúng số gốc %s của %s",
                            "%s: the target of %s is just the baseline of %s, %s")
                    .formatted(
                            target.name(language),
                            target.said(language),
                            language.of(
                                    plain(baseline, language), baseline.period().said(language)),
                            language.of(baseline.period().said(language), plain(baseline, language)));
            return same
                    + (maintains
                            ? language.of("; lời văn nói là giữ nguyên.", "; its words say that it is to be kept.")
                            : ".");
        }
    }

    /** A ceiling of what should rise, or a floor of what should fall. */
    record AgainstDirection(Fact target, Fact indicator) implements Finding {

        @Override
        public SequencedMap<String, BigDecimal> values() {
            return named();
        }

        @Override
        public String says(Language language) {
            String better = indicator.indicator().direction() == Direction.HIGHER_IS_BETTER
                    ? language.of("cao hơn là tốt hơn", "higher is better")
                    : language.of("thấp hơn là tốt hơn", "lower is better");
            return language.of(
                            "%s: mục tiêu %s là %s, còn theo mô tả chỉ tiêu thì %s.",
                            "%s: the target for %s is %s, while by the indicator's description %s.")
                    .formatted(target.name(language), target.period().said(language), target.said(language), better);
        }
    }

    private static String plain(Fact fact, Language language) {
        return "%s %s".formatted(language.number(fact.number().value()), fact.unit(language));
    }

    private static String periods(List<Fact> facts, Language language) {
        return facts.stream().map(fact -> fact.period().said(language)).collect(Collectors.joining(" + "));
    }

    private static List<Fact> joined(Fact first, List<Fact> others) {
        List<Fact> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        return List.copyOf(all);
    }

    /** Names and amounts in turn; one that is null is left out. */
    private static SequencedMap<String, BigDecimal> named(@Nullable Object... namesAndAmounts) {
        SequencedMap<String, BigDecimal> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndAmounts.length; i += 2) {
            if (namesAndAmounts[i] instanceof String name && namesAndAmounts[i + 1] instanceof BigDecimal amount) {
                values.put(name, amount);
            }
        }
        return values;
    }
}

package vn.cotmoc.core.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.Assessment;
import vn.cotmoc.core.scoring.Explanation;

/**
 * What two records say of one target, and all that they do not have in common of what a rating depends on.
 *
 * @param name of the indicator
 * @param before null if only the later run has the target
 * @param after null if only the earlier run has it
 * @param why empty where one of them does not have the target
 */
public record Difference(
        UUID target,
        String name,
        String nameEn,
        String place,
        @Nullable Rated before,
        @Nullable Rated after,
        List<Why> why) {

    /**
     * @param score points; null without data, and in records from before runs could be replayed
     * @param flags codes
     */
    public record Rated(String rating, @Nullable BigDecimal score, List<String> flags) {

        static Rated of(Explanation record) {
            return new Rated(
                    record.rating(),
                    record.score(),
                    record.flags().stream().map(Explanation.Raised::code).toList());
        }

        /** A score that only one of them has says nothing: older records have none. */
        boolean differsFrom(Rated other) {
            boolean otherScore = score != null && other.score != null && !score.equals(other.score);
            return otherScore
                    || !rating.equals(other.rating)
                    || !Set.copyOf(flags).equals(Set.copyOf(other.flags));
        }
    }

    /** @param from what it was, in words that need no language; null where there was none; @param to likewise what it is */
    public record Why(
            Source source, @Nullable String from, @Nullable String to) {}

    /**
     * By target: those whose rating, score or flags differ, those of which another figure counts or something else is aimed at, however
     * they are rated, and those that only one of the runs has. That all have other cut points or rules says nothing of any of them.
     */
    static List<Difference> between(Assessment before, Assessment after) {
        Map<UUID, Explanation> earlier = byTarget(before);
        Map<UUID, Explanation> later = byTarget(after);
        Set<UUID> targets = Stream.of(earlier, later)
                .flatMap(run -> run.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Difference> differences = new ArrayList<>();
        for (UUID target : targets) {
            Explanation was = earlier.get(target);
            Explanation is = later.get(target);
            if (was == null || is == null || Rated.of(was).differsFrom(Rated.of(is)) || isMeasuredOtherwise(was, is)) {
                differences.add(of(before, was, after, is));
            }
        }
        return differences;
    }

    /** Of one target, whether its rating differs or not; one of the records is there. */
    static Difference of(Assessment before, @Nullable Explanation was, Assessment after, @Nullable Explanation is) {
        Explanation any = was == null ? Objects.requireNonNull(is) : was;
        return new Difference(
                any.id(),
                any.indicator().name(),
                any.indicator().nameEn(),
                any.area().name(),
                was == null ? null : Rated.of(was),
                is == null ? null : Rated.of(is),
                was == null || is == null ? List.of() : why(before, was, after, is));
    }

    private static boolean isMeasuredOtherwise(Explanation was, Explanation is) {
        return !Objects.equals(figure(was), figure(is)) || !aim(was).equals(aim(is));
    }

    private static Map<UUID, Explanation> byTarget(Assessment assessment) {
        return assessment.targets().stream().collect(Collectors.toMap(Explanation::id, Function.identity()));
    }

    private static List<Why> why(Assessment before, Explanation was, Assessment after, Explanation is) {
        List<Why> why = new ArrayList<>();
        add(why, Source.FIGURE, figure(was), figure(is));
        add(why, Source.TARGET, aim(was), aim(is));
        add(why, Source.TRAJECTORY, path(was), path(is));
        add(why, Source.THRESHOLD, cutPoints(was), cutPoints(is));
        add(why, Source.RULES, rules(before), rules(after));
        add(why, Source.ENGINE, engine(before), engine(after));
        if (was.featureCode() > 0 && is.featureCode() > 0) {
            add(why, Source.FEATURES, String.valueOf(was.featureCode()), String.valueOf(is.featureCode()));
        }
        if (drawnFromSeries(was, is)) {
            why.add(new Why(Source.SERIES, newest(was), newest(is)));
        }
        add(why, Source.DAY, before.asOf().toString(), after.asOf().toString());
        return why.isEmpty() ? List.of(new Why(Source.OTHER, null, null)) : why;
    }

    private static void add(List<Why> why, Source source, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            why.add(new Why(source, from, to));
        }
    }

    /** {@code 8.4 · 2023 · 2024-01-05 · <vintage>}: amount, period, the day it was known, which vintage. */
    private static @Nullable String figure(Explanation record) {
        Explanation.Actual actual = record.actual();
        return actual == null
                ? null
                : joined(
                        actual.amount(),
                        actual.period(),
                        actual.knownOn(),
                        actual.observation().toString());
    }

    /** {@code 2 · đạt 9 · 1.5}: the revision, its wording, the weight. */
    private static String aim(Explanation record) {
        return joined(String.valueOf(record.revision()), record.wording(), record.weight());
    }

    private static @Nullable String path(Explanation record) {
        Explanation.Expected expected = record.checkpoint();
        return expected == null || expected.trajectory() == null
                ? record.expectedBasis()
                : String.valueOf(expected.trajectory());
    }

    /** {@code 2 · 2023-01-01 · <threshold>}: the version, the day it holds from, which one. */
    private static String cutPoints(Explanation record) {
        Explanation.InForce threshold = record.threshold();
        return joined(
                String.valueOf(threshold.version()),
                threshold.validFrom(),
                threshold.id().toString());
    }

    private static String rules(Assessment run) {
        return joined(run.ruleSet().id(), run.ruleSet().version(), run.ruleSet().sha256());
    }

    private static String engine(Assessment run) {
        return joined(run.engine().name(), run.engine().version());
    }

    /** Whether a forecast, a required pace or a jump came out otherwise; older records have none. */
    private static boolean drawnFromSeries(Explanation was, Explanation is) {
        Explanation.Signals one = was.signals();
        Explanation.Signals other = is.signals();
        return one != null
                && other != null
                && !(one.forecast().equals(other.forecast())
                        && Objects.equals(one.required(), other.required())
                        && Objects.equals(one.jump(), other.jump()));
    }

    private static @Nullable String newest(Explanation record) {
        return record.signals() == null ? null : record.signals().newest().period();
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}

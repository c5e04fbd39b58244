package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.refusals.Refusal;

/**
 * What a run keeps of one target.
 *
 * @param flags {@code behind-pace:high,missing:medium}
 * @param undecided what other cut points are laid against
 * @param fired the rules that matched, {@code a,b}
 * @param record letter by letter; null where it is drawn from another run's
 * @param recordIn the run whose record it is drawn from
 */
record FindingRow(
        UUID target,
        String rating,
        @Nullable BigDecimal attainment,
        @Nullable BigDecimal expected,
        String flags,
        String undecided,
        String fired,
        @Nullable String record,
        @Nullable UUID recordIn) {

    static FindingRow of(AssessPlan.Found found, String written) {
        Explanation record = found.record();
        ScorecardView.Beside beside = ScorecardView.Beside.of(record);
        return new FindingRow(
                record.id(),
                beside.rating(),
                beside.attainment(),
                record.expected() == null ? null : new BigDecimal(record.expected()),
                beside.flags(),
                found.undecided().text(),
                record.reasons().stream().map(Explanation.Reason::rule).collect(Collectors.joining(",")),
                written,
                null);
    }

    /** What is decided otherwise; its record is drawn from the one that is there. */
    static FindingRow drawn(FindingView.Held held, Verdict verdict) {
        return drawn(held, verdict.rating(), text(verdict.flags()), String.join(",", verdict.fired()));
    }

    /** What holds, kept once more. */
    static FindingRow again(FindingView.Held held) {
        return drawn(held, held.rating(), held.flags(), held.fired());
    }

    private static FindingRow drawn(FindingView.Held held, Rating rating, String flags, String fired) {
        return new FindingRow(
                held.target(),
                rating.code(),
                held.attainment(),
                held.expected(),
                flags,
                held.undecided(),
                fired,
                null,
                held.recordIn());
    }

    private static String text(List<Flag> flags) {
        return flags.stream()
                .map(flag -> flag.code() + ":" + flag.severity().code())
                .collect(Collectors.joining(","));
    }

    /** @throws Refusal {@code scorecard-damaged} if somebody else wrote it */
    static List<Flag> flags(String stored) {
        return words(stored)
                .map(flag -> {
                    String[] parts = flag.split(":");
                    return new Flag(
                            parts[0],
                            Coded.find(Severity.class, parts.length == 2 ? parts[1] : "")
                                    .orElseThrow(() -> damaged(stored)));
                })
                .toList();
    }

    /** @throws Refusal likewise */
    static Rating rating(String stored) {
        return Coded.find(Rating.class, stored).orElseThrow(() -> damaged(stored));
    }

    /** What is stored is nothing that was ever written. */
    static Refusal damaged(String stored) {
        String begins = stored.length() > 60 ? stored.substring(0, 60) + "…" : stored;
        return Refusal.conflict("scorecard-damaged", "stored", begins);
    }

    /** Of a text that commas separate. */
    static Stream<String> words(String stored) {
        return stored.isEmpty() ? Stream.empty() : Stream.of(stored.split(","));
    }
}

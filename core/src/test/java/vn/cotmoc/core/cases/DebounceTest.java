package vn.cotmoc.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.cases.Debounce.Outcome;
import vn.cotmoc.core.cases.Debounce.Sign;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.Severity;

class DebounceTest {

    /** Days from the oldest to the newest: F flagged, C clear, - silent. */
    @ParameterizedTest
    @CsvSource({
        "high,   F,      OPENS",
        "high,   F-,     OPENS",
        "high,   FC,     STAYS",
        "medium, F,      STAYS",
        "medium, FF,     OPENS",
        "medium, FCF,    STAYS",
        "medium, FCFF,   OPENS",
        "medium, F-F,    OPENS",
        "low,    FF,     OPENS",
        "low,    -,      STAYS"
    })
    void aGraveFlagOpensAtOnceAndOthersWhenTheyAreThereTwiceInARow(String severity, String days, Outcome outcome) {
        assertThat(Debounce.decide(false, severity(severity), signs(days))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"FC, STAYS", "FCC, CLEARS", "FC-C, CLEARS", "FC-, STAYS", "FCF, STAYS", "FCFC, STAYS", "F--, STAYS"})
    void twoClearDaysInARowEndACase(String days, Outcome outcome) {
        for (Severity severity : Severity.values()) {
            assertThat(Debounce.decide(true, severity, signs(days))).isEqualTo(outcome);
        }
    }

    @Property
    void oneLateFigureNeverOpensWhatIsNotGrave(
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 3) Integer> clearDaysBetween) {
        Walk walk = new Walk(Severity.MEDIUM);
        for (int clear : clearDaysBetween) {
            walk.day(Sign.FLAGGED);
            for (int i = 0; i < clear; i++) {
                walk.day(Sign.CLEAR);
            }
        }
        assertThat(walk.opened).isZero();
    }

    @Property
    void oneClearDayNeverEndsACase(@ForAll @Size(max = 20) List<@IntRange(min = 1, max = 3) Integer> flaggedBetween) {
        Walk walk = new Walk(Severity.HIGH);
        walk.day(Sign.FLAGGED);
        for (int flagged : flaggedBetween) {
            walk.day(Sign.CLEAR);
            for (int i = 0; i < flagged; i++) {
                walk.day(Sign.FLAGGED);
            }
        }
        assertThat(walk.opened).isOne();
        assertThat(walk.live).isTrue();
    }

    @Property
    void twoAlikeInARowSettleIt(@ForAll Severity severity, @ForAll List<Sign> before, @ForAll boolean flagged) {
        Walk walk = new Walk(severity);
        before.forEach(walk::day);
        Sign twice = flagged ? Sign.FLAGGED : Sign.CLEAR;
        walk.day(twice);
        walk.day(twice);
        assertThat(walk.live).isEqualTo(flagged);
    }

    @Property
    void decidingAgainOnTheSameDaysChangesNothing(@ForAll Severity severity, @ForAll List<Sign> days) {
        Walk once = new Walk(severity);
        Walk again = new Walk(severity);
        for (Sign sign : days) {
            once.day(sign);
            again.day(sign);
            again.decide();
        }
        assertThat(again.opened).isEqualTo(once.opened);
        assertThat(again.live).isEqualTo(once.live);
    }

    @Property
    void silentDaysCountAsIfTheyHadNotBeen(@ForAll Severity severity, @ForAll List<Sign> days) {
        Walk all = new Walk(severity);
        days.forEach(all::day);
        Walk telling = new Walk(severity);
        days.stream().filter(sign -> sign != Sign.SILENT).forEach(telling::day);
        assertThat(all.opened).isEqualTo(telling.opened);
        assertThat(all.live).isEqualTo(telling.live);
    }

    /** One target and flag, run by run. */
    private static final class Walk {

        private final Severity severity;
        private final List<Sign> newestFirst = new ArrayList<>();
        private boolean live;
        private int opened;

        Walk(Severity severity) {
            this.severity = severity;
        }

        void day(Sign sign) {
            newestFirst.addFirst(sign);
            decide();
        }

        void decide() {
            switch (Debounce.decide(live, severity, newestFirst)) {
                case OPENS -> {
                    live = true;
                    opened++;
                }
                case CLEARS -> live = false;
                case STAYS -> {}
            }
        }
    }

    private static Severity severity(String code) {
        return Coded.read(Severity.class, code);
    }

    private static List<Sign> signs(String days) {
        return Stream.of(days.split(""))
                .map(day -> switch (day) {
                    case "F" -> Sign.FLAGGED;
                    case "C" -> Sign.CLEAR;
                    default -> Sign.SILENT;
                })
                .toList()
                .reversed();
    }
}

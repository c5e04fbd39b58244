package vn.cotmoc.core.rescoring;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The day as of which the house scores by itself: today, or the day of the past that the screens of a demo open with. */
@Singleton
class ScoringDay {

    private final Optional<LocalDate> fixed;
    private final Clock clock;

    ScoringDay(@Value("${cotmoc.as-of:}") @Nullable String asOf, Clock clock) {
        this.fixed = Optional.ofNullable(asOf).filter(day -> !day.isBlank()).map(LocalDate::parse);
        this.clock = clock;
    }

    LocalDate today() {
        return fixed.orElseGet(() -> LocalDate.now(clock));
    }
}

package vn.cotmoc.core.periods;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** Days begin and end where the provinces are. */
@Factory
final class HouseClock {

    @Singleton
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
    }
}

package vn.cotmoc.core.measure;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes identifiers here, not in the database: UUIDs of version 7, which sort in the order in which they were made, also those of
 * one millisecond: of two figures recorded at once the later one is believed.
 */
@Singleton
public final class Identifiers {

    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    public UUID next() {
        return generator.generate();
    }

    /** The least that could have been made in that millisecond. */
    public static UUID firstOf(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L);
    }

    /** When it was made, to the millisecond. */
    public static Instant momentOf(UUID identifier) {
        return Instant.ofEpochMilli(identifier.getMostSignificantBits() >>> 16);
    }
}

package vn.cotmoc.core.measure;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Makes identifiers here, not in the database: UUIDs of version 7, which sort by the time they were made. */
@Singleton
public final class Identifiers {

    private final TimeBasedEpochRandomGenerator generator = Generators.timeBasedEpochRandomGenerator();

    public UUID next() {
        return generator.generate();
    }
}

package vn.cotmoc.core.archive;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;

/**
 * What an archive says of itself, in its entry {@code manifest.json}.
 *
 * @param format 1
 * @param schema SHA-256 over the names and types of all columns; only a house with the same reads the archive
 * @param province the id under which it was exported
 * @param tables by name
 */
@Serdeable
public record Manifest(
        int format, String schema, String province, String name, Instant exportedAt, Map<String, Sum> tables) {

    public static final int FORMAT = 1;

    /**
     * @param rows how many
     * @param sha256 of the table's CSV, lower-case hexadecimal
     */
    @Serdeable
    public record Sum(long rows, String sha256) {}
}

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
 * @param files bytes by SHA-256 of the content, of what is attached to figures and papers
 */
@Serdeable
public record Manifest(
        int format,
        String schema,
        String province,
        String name,
        Instant exportedAt,
        Map<String, Sum> tables,
        Map<String, Long> files) {

    public static final int FORMAT = 1;

    /** Of all tables. */
    public long rows() {
        return tables.values().stream().mapToLong(Sum::rows).sum();
    }

    /**
     * @param rows how many
     * @param sha256 of the table's CSV, lower-case hexadecimal
     */
    @Serdeable
    public record Sum(long rows, String sha256) {}
}

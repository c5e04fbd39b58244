package vn.cotmoc.core.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * One file; its bytes lie in the {@link EvidenceStorage}.
 *
 * @param name as it was called, made safe by {@link FileName}
 * @param bytes how many
 * @param sha256 of them, lower-case hexadecimal
 */
public record Evidence(
        UUID id,
        About about,
        String name,
        FileType type,
        long bytes,
        String sha256,
        Instant recordedAt,
        String recordedBy) {}

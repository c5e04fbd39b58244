package vn.cotmoc.core.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the bytes lie, under the bound province and their own hash: nothing of another province can be named, and nothing that
 * is there is ever changed. Bytes without a row are harmless.
 */
interface EvidenceStorage {

    /** Keeps a copy; the same bytes again change nothing. */
    void keep(String sha256, Path file) throws IOException;

    /** Empty if they are not there. */
    Optional<InputStream> open(String sha256) throws IOException;
}

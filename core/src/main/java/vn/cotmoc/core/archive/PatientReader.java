package vn.cotmoc.core.archive;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Gives up on a row that has no end, before it fills the memory: an archive may have been made by anybody. */
final class PatientReader extends FilterReader {

    /** Characters of one row; the longest texts of the house have some thousands, a stored explanation some ten thousands. */
    private static final long LONGEST_ROW = 4_000_000;

    private long sinceTheLastRow;

    PatientReader(Reader text) {
        super(text);
    }

    void rowEnded() {
        sinceTheLastRow = 0;
    }

    /** @throws IOException once a row is too long */
    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        sinceTheLastRow += Math.max(read, 0);
        if (sinceTheLastRow > LONGEST_ROW) {
            throw new IOException("A row has more than %d characters.".formatted(LONGEST_ROW));
        }
        return read;
    }
}

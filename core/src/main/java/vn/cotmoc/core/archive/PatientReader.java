package vn.cotmoc.core.archive;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Gives up on a row or a text that has no end, before it fills the memory or the disk: an archive may have been made by anybody. */
final class PatientReader extends FilterReader {

    /** Characters of one row; the longest texts of the house have some thousands, a stored explanation some ten thousands. */
    private static final long LONGEST_ROW = 4_000_000;

    private final long longest;
    private long sinceTheLastRow;
    private long sinceTheBeginning;

    /** @param longest characters that there may be */
    PatientReader(Reader text, long longest) {
        super(text);
        this.longest = longest;
    }

    void rowEnded() {
        sinceTheLastRow = 0;
    }

    /** @throws IOException once a row or the whole is too long */
    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        sinceTheLastRow += Math.max(read, 0);
        sinceTheBeginning += Math.max(read, 0);
        if (sinceTheLastRow > LONGEST_ROW) {
            throw new IOException("A row has more than %d characters.".formatted(LONGEST_ROW));
        }
        if (sinceTheBeginning > longest) {
            throw new IOException("There are more than %d characters.".formatted(longest));
        }
        return read;
    }
}

package vn.cotmoc.core.sheets;

import java.util.Set;
import java.util.UUID;
import vn.cotmoc.core.measure.Language;

/**
 * For which report a sheet was made; it lies in a hidden sheet beside the rows. It grants nothing: who may write into the report is asked
 * as ever. It keeps one unit's or month's file from going into another's report.
 *
 * @param version the report's when the sheet was made
 * @param language in which the sheet was made and its texts are read
 */
record Signature(UUID submission, int version, Language language) {

    /** The hidden sheet's name. */
    static final String SHEET = "cot-moc";

    static final String SUBMISSION = "submission";
    static final String VERSION = "version";
    static final String LANGUAGE = "language";

    static final Set<String> KEYS = Set.of(SUBMISSION, VERSION, LANGUAGE);
}

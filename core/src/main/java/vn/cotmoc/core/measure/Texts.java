package vn.cotmoc.core.measure;

/** What may stand in a text that somebody writes and others read. */
public final class Texts {

    private Texts() {}

    /** A control character other than line breaks and tabs, or one that turns the direction of what stands after it. */
    public static boolean isForbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t'
                || character >= '\u202A' && character <= '\u202E'
                || character >= '\u2066' && character <= '\u2069';
    }
}

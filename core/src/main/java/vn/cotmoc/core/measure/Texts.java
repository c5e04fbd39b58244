package vn.cotmoc.core.measure;

import java.text.Normalizer;
import java.util.Locale;

/** What may stand in a text that somebody writes and others read. Characters are code points. */
public final class Texts {

    /** Soft hyphen, joiners, fillers of Hangul, Khmer and Braille, mark of the byte order. */
    private static final String INVISIBLE = "\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u2800\u3164\uFEFF\uFFA0";

    /** Hyphens and dashes of every width, and what looks like đ: Icelandic eth and African d, small and capital. */
    private static final String LOOK_ALIKES =
            "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63\uFF0D\u00D0\u0189\u00F0\u0256";

    private static final String LOOKS = "---------đđđđ";

    private Texts() {}

    /**
     * A control character other than line breaks and tabs, one that turns the direction of what stands after it, a line break of
     * another sort, or a tag, which nobody sees.
     */
    public static boolean isForbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t'
                || character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || character >= 0x2028 && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069
                || character >= 0xE0000 && character <= 0xE007F;
    }

    /** A blank of any width, a joiner, a filler: what leaves no ink. The function {@code visible} of the database knows the same. */
    public static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || INVISIBLE.indexOf(character) >= 0
                || character >= 0x180B && character <= 0x180F
                || character >= 0x200B && character <= 0x200F
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2060 && character <= 0x206F
                || character >= 0xFE00 && character <= 0xFE0F
                || character >= 0x1D173 && character <= 0x1D17A
                || character >= 0xE0000 && character <= 0xE0FFF;
    }

    /** With every letter in its one spelling (NFC), without what is invisible at its ends; empty if there is nothing else. */
    public static String clean(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isInvisible(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && isInvisible(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return Normalizer.normalize(text.substring(from, to), Normalizer.Form.NFC);
    }

    /** What is seen of it, whatever its capitals: two that are equal here look alike. The function {@code visible} of the database gives the same. */
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(character -> !isInvisible(character))
                .map(Texts::look)
                .forEach(visible::appendCodePoint);
        return visible.toString().toLowerCase(Locale.ROOT);
    }

    private static int look(int character) {
        int alike = LOOK_ALIKES.indexOf(character);
        return alike < 0 ? character : LOOKS.charAt(alike);
    }

    /** {@linkplain #clean Clean}, with one space for every stretch of blanks, and nothing that leaves no ink between its letters. */
    public static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        clean(text).codePoints().forEach(character -> {
            boolean blank = Character.isWhitespace(character) || Character.isSpaceChar(character);
            if (blank && !folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            } else if (!blank && !isInvisible(character)) {
                folded.appendCodePoint(character);
            }
        });
        return folded.toString();
    }

    public static boolean hasForbidden(String text) {
        return text.codePoints().anyMatch(Texts::isForbidden);
    }
}

package vn.cotmoc.core.evidence;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names of files as people send them, made safe to show and to save under. */
public final class FileName {

    /** Letters before the extension: four bytes each at most, and file systems take 255. */
    private static final int LONGEST = 60;

    /** Control and format characters (directions of writing, joiners), halves of characters, and what names of files cannot have. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}<>:\"|?*%]");

    private static final Pattern ENDS = Pattern.compile("^[.\\s]+|[.\\s]+$");

    private FileName() {}

    /**
     * The last part of a path, composed (NFC), its end kept where it is too long; letters of every language stay. What nothing is
     * left of is called {@code minh-chung}.
     */
    public static String of(String sent, FileType type) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String named = type.named(Normalizer.normalize(FORBIDDEN.matcher(last).replaceAll(""), Normalizer.Form.NFC));
        int extension = named.lastIndexOf('.');
        String name = ENDS.matcher(shortened(named.substring(0, extension))).replaceAll("");
        return (name.isEmpty() ? "minh-chung" : name) + named.substring(extension);
    }

    private static String shortened(String name) {
        int characters = name.codePointCount(0, name.length());
        return characters <= LONGEST ? name : name.substring(name.offsetByCodePoints(0, characters - LONGEST));
    }
}

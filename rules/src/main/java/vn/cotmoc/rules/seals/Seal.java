package vn.cotmoc.rules.seals;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signature beside what it seals, written {@code ed25519 <key> <signature>}, e.g. {@code ed25519 9f86d081884c7d65 3b4e…}.
 *
 * @param key which key signed: the first 16 digits of the SHA-256 of its public half
 * @param signature 64 bytes as 128 lower-case hexadecimal digits
 */
public record Seal(String key, String signature) {

    private static final Pattern FORM = Pattern.compile("ed25519 ([0-9a-f]{16}) ([0-9a-f]{128})");

    /** @throws BrokenSeal if the text is no seal, or not spelled as one */
    public static Seal parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new BrokenSeal("A seal must read \"ed25519\", 16 and 128 hexadecimal digits; it has %d characters."
                    .formatted(text.length()));
        }
        return new Seal(form.group(1), form.group(2));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(signature);
    }

    @Override
    public String toString() {
        return "ed25519 %s %s".formatted(key, signature);
    }
}

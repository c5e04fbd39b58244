package vn.cotmoc.core.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as lower-case hexadecimal. */
public final class Sha256 {

    private Sha256() {}

    public static String of(byte[] content) {
        return text(digest().digest(content));
    }

    public static String text(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}

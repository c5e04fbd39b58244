package vn.cotmoc.rules.seals;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The code of a rule set with its seal, as one piece of bytes: a line with the seal, then the kjar.
 *
 * @param code as it came; its seal may be broken
 */
public record SealedCode(Seal seal, byte[] kjar) {

    private static final int LONGEST_LINE = 256;

    /** @throws BrokenSeal if no seal stands at the beginning; whether it holds is asked of the {@link SealingKey} */
    public static SealedCode read(byte[] bytes) {
        for (int end = 0; end < Math.min(bytes.length, LONGEST_LINE); end++) {
            if (bytes[end] == '\n') {
                return new SealedCode(
                        Seal.parse(new String(bytes, 0, end, US_ASCII)),
                        Arrays.copyOfRange(bytes, end + 1, bytes.length));
            }
        }
        throw new BrokenSeal("These %d bytes of code carry no seal.".formatted(bytes.length));
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((seal + "\n").getBytes(US_ASCII));
        bytes.writeBytes(kjar);
        return bytes.toByteArray();
    }
}

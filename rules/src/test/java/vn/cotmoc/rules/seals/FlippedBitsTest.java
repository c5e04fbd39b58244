package vn.cotmoc.rules.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.cotmoc.rules.seals.Sealable.Code;

/** Sealed code of which one bit is another, wherever it is, is not the code that was sealed. */
class FlippedBitsTest {

    private static final String SHA256 = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    private static final SealingKey KEY =
            new SealingKey(temporary().resolve("rules.key").toString());
    private static final byte[] KJAR = kjar();
    private static final byte[] SEALED = new SealedCode(KEY.seal(new Code(SHA256, KJAR)), KJAR).bytes();

    @Property(tries = 2_000)
    void oneFlippedBitBreaksTheSeal(@ForAll @IntRange(min = 0, max = 9_000) int bit) {
        byte[] spoilt = SEALED.clone();
        int at = bit % (8 * SEALED.length);
        spoilt[at / 8] ^= (byte) (1 << (at % 8));

        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> open(spoilt, SHA256));
    }

    @Property(tries = 200)
    void whatIsCutOffOrAddedBreaksTheSeal(
            @ForAll @IntRange(min = 0, max = 1_000) int length, @ForAll @Size(min = 1, max = 9) byte[] more) {
        byte[] shorter = java.util.Arrays.copyOf(SEALED, length % SEALED.length);
        byte[] longer = java.util.Arrays.copyOf(SEALED, SEALED.length + more.length);
        System.arraycopy(more, 0, longer, SEALED.length, more.length);

        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> open(shorter, SHA256));
        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> open(longer, SHA256));
    }

    @Property(tries = 200)
    void anyBytesAreNoSealedCode(@ForAll byte[] bytes) {
        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> open(bytes, SHA256));
    }

    @Property(tries = 64)
    void codeOfOtherRulesBreaksTheSeal(@ForAll @IntRange(min = 0, max = 63) int digit) {
        char other = SHA256.charAt(digit) == '0' ? '1' : '0';
        String rules = SHA256.substring(0, digit) + other + SHA256.substring(digit + 1);

        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> open(SEALED, rules));
    }

    @Property(tries = 1)
    void asItIsItHolds() {
        assertThatNoException().isThrownBy(() -> open(SEALED, SHA256));
        assertThat(SealedCode.read(SEALED).kjar()).isEqualTo(KJAR);
        assertThat(8 * SEALED.length).as("every bit may be flipped").isLessThanOrEqualTo(9_001);
    }

    private static void open(byte[] bytes, String sha256) {
        SealedCode code = SealedCode.read(bytes);
        KEY.check(new Code(sha256, code.kjar()), code.seal());
    }

    private static byte[] kjar() {
        byte[] kjar = new byte[900];
        new Random(1).nextBytes(kjar);
        return kjar;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("seals");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

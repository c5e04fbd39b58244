package vn.cotmoc.rules.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cotmoc.rules.drools.Kjar;

/** A kjar is read only if the house could have written it: before its seal is asked for, and after. */
class KjarLayerTest {

    private static final Kjar GOOD =
            new Kjar("a", "b", "vn.cotmoc.emitted.R", Map.of("vn.cotmoc.emitted.R", new byte[9]));

    static Stream<Attack> attacks() {
        return Attack.of("kjars/kjars.txt").stream();
    }

    @Test
    void aGoodOneIsRead() throws IOException {
        Kjar read = Kjar.read(new ByteArrayInputStream(GOOD.bytes()));

        assertThat(read.modelClass()).isEqualTo(GOOD.modelClass());
        assertThat(read.classes()).containsOnlyKeys("vn.cotmoc.emitted.R");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void oneThatAttacksIsRefused(Attack attack) throws IOException {
        byte[] bytes = spoilt(attack);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Kjar.read(new ByteArrayInputStream(bytes)))
                .withMessageStartingWith("The kjar");
    }

    /** The good one, with what the attack adds. */
    private static byte[] spoilt(Attack attack) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String added = attack.find("entry").orElse("");
        // Zip writers refuse a name twice: it is written under another, as long as it, and put right in the bytes.
        String disguise = added.isEmpty() ? "" : "#" + added.substring(1);
        try (ZipOutputStream zip = new ZipOutputStream(bytes, ISO_8859_1);
                ZipInputStream good = new ZipInputStream(new ByteArrayInputStream(GOOD.bytes()))) {
            for (ZipEntry entry = good.getNextEntry(); entry != null; entry = good.getNextEntry()) {
                byte[] content = good.readAllBytes();
                boolean manifest = entry.getName().equals("META-INF/MANIFEST.MF");
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(manifest ? lines(new String(content, UTF_8), attack) : content);
            }
            if (attack.find("again").isPresent()) {
                zip.putNextEntry(new ZipEntry(added));
            }
            if (!added.isEmpty()) {
                zip.putNextEntry(new ZipEntry(disguise));
                zip.write(attack.find("content").orElse("").getBytes(UTF_8));
                zip.write(new byte[Integer.parseInt(attack.find("zeros").orElse("0"))]);
            }
            for (int i = 0; i < Integer.parseInt(attack.find("entries").orElse("0")); i++) {
                zip.putNextEntry(new ZipEntry("vn/cotmoc/emitted/C%d.class".formatted(i)));
            }
        }
        String archive = bytes.toString(ISO_8859_1);
        return (added.isEmpty() ? archive : archive.replace(disguise, added)).getBytes(ISO_8859_1);
    }

    private static byte[] lines(String manifest, Attack attack) {
        return (manifest.strip() + "\r\n"
                        + attack.find("manifest").map(line -> line + "\r\n").orElse("") + "\r\n")
                .getBytes(UTF_8);
    }
}

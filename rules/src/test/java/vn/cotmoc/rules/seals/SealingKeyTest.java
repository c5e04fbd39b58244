package vn.cotmoc.rules.seals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cotmoc.core.scoring.RuleOwner;
import vn.cotmoc.rules.seals.Sealable.Code;
import vn.cotmoc.rules.seals.Sealable.Snapshot;

class SealingKeyTest {

    private static final Snapshot SNAPSHOT =
            new Snapshot(new RuleOwner.Province("lao-cai"), "{}", "44136fa3", "1.0", LocalDate.of(2026, 1, 1));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("keys/rules.key");
    }

    private SealingKey key() {
        return new SealingKey(file().toString());
    }

    @Test
    void whatIsSealedIsKnownAgainByTheSameInstallationOnly() {
        Seal seal = key().seal(SNAPSHOT);

        assertThatNoException().isThrownBy(() -> key().check(SNAPSHOT, Seal.parse(seal.toString())));
        SealingKey other = new SealingKey(folder.resolve("other/rules.key").toString());
        assertThatExceptionOfType(BrokenSeal.class)
                .isThrownBy(() -> other.check(SNAPSHOT, seal))
                .withMessageContaining("The key %s is not known here; lay its public half", seal.key());
    }

    static Stream<Sealable> others() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        RuleOwner laoCai = new RuleOwner.Province("lao-cai");
        return Stream.of(
                new Snapshot(new RuleOwner.Province("lao-cai2"), "{}", "44136fa3", "1.0", day),
                new Snapshot(new RuleOwner.Nation(), "{}", "44136fa3", "1.0", day),
                new Snapshot(laoCai, "{ }", "44136fa3", "1.0", day),
                new Snapshot(laoCai, "{}", "44136fa4", "1.0", day),
                new Snapshot(laoCai, "{}", "44136fa3", "1.1", day),
                new Snapshot(laoCai, "{}", "44136fa3", "1.0", day.plusDays(1)),
                new Snapshot(laoCai, "{}4", "4136fa3", "1.0", day),
                new Snapshot(laoCai, "{}", "44136fa31", ".0", day),
                new Code("44136fa3", "{}".getBytes(UTF_8)),
                new Code("44136fa3", SNAPSHOT.message()));
    }

    @ParameterizedTest
    @MethodSource("others")
    void noSealHoldsForAnother(Sealable other) {
        SealingKey key = key();
        Seal seal = key.seal(SNAPSHOT);

        assertThatExceptionOfType(BrokenSeal.class)
                .isThrownBy(() -> key.check(other, seal))
                .withMessageContaining("it was changed, or is another's");
    }

    @Test
    void theKeyIsItsOwnersAlone() throws IOException {
        key().seal(SNAPSHOT);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files).as("nothing half made is left").hasSize(2);
        }
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        key().seal(SNAPSHOT);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> key().seal(SNAPSHOT))
                .withMessageContaining("cotmoc.rules.key")
                .withMessageContaining("chmod 600 it");
    }

    @Test
    void aFolderThatOthersMayWriteIsRefused() throws IOException {
        key().seal(SNAPSHOT);
        Files.setPosixFilePermissions(file().getParent(), PosixFilePermissions.fromString("rwxrwx---"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> key().seal(SNAPSHOT))
                .withMessageContaining("chmod 700 it");
    }

    @Test
    void aFileThatIsThereIsNeverWrittenOver() throws IOException {
        Files.createDirectories(
                file().getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(file(), "precious");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> key().seal(SNAPSHOT))
                .withMessageContaining("holds no PRIVATE KEY");
        assertThat(file()).hasContent("precious");
    }

    @Test
    void manyThatStartAtOnceHaveOneKey() throws Exception {
        List<Callable<String>> starts = IntStream.range(0, 16)
                .<Callable<String>>mapToObj(i -> () -> key().seal(SNAPSHOT).key())
                .toList();
        try (var threads = Executors.newFixedThreadPool(16)) {
            Set<String> keys =
                    threads.invokeAll(starts).stream().map(Future::resultNow).collect(Collectors.toSet());
            assertThat(keys).hasSize(1);
        }
    }

    @Test
    void aKeyThatWasMovedAwayIsFollowedByAnotherAndStillBelieved() throws IOException {
        Seal old = key().seal(SNAPSHOT);
        Files.move(file(), folder.resolve("old.key"));
        SealingKey next = key();
        Seal seal = next.seal(SNAPSHOT);

        assertThat(seal.key()).isNotEqualTo(old.key());
        assertThatNoException().isThrownBy(() -> next.check(SNAPSHOT, old));

        Files.delete(file().resolveSibling(old.key() + ".pub"));
        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> key().check(SNAPSHOT, old));
    }

    @Test
    void aPublicKeyUnderAFalseNameIsRefused() throws IOException {
        Seal seal = key().seal(SNAPSHOT);
        Files.copy(file().resolveSibling(seal.key() + ".pub"), file().resolveSibling("0123456789abcdef.pub"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> key().seal(SNAPSHOT))
                .withMessageContaining("call it %s.pub", seal.key());
    }

    @Test
    void halvesOfTwoKeysAreRefused() throws IOException {
        key().seal(SNAPSHOT);
        Path other = folder.resolve("other/rules.key");
        new SealingKey(other.toString()).seal(SNAPSHOT);
        String own = Files.readString(file());
        Files.writeString(
                file(),
                own.substring(0, own.indexOf("-----BEGIN PUBLIC"))
                        + Files.readString(other).substring(own.indexOf("-----BEGIN PUBLIC")));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> key().seal(SNAPSHOT))
                .withMessageContaining("are not of one key");
    }
}

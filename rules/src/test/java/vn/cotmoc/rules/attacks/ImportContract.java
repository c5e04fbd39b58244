package vn.cotmoc.rules.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cotmoc.rules.decisiontables.RuleModel;
import vn.cotmoc.rules.sandbox.Drl;
import vn.cotmoc.rules.sandbox.DrlGuard;

/** What whatever reads rules from files must do with files that attack: extend this class, and say how it reads. */
public abstract class ImportContract {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * Reads a file as an author would bring it.
     *
     * @param file its name, e.g. {@code formula.csv}
     * @return the model; empty if the file was refused with a reason for its author. Nothing may be thrown
     */
    protected abstract Optional<RuleModel> read(String file, byte[] bytes);

    static Stream<Attack> attacks() {
        return Attack.of("imports/imports.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("vn.cotmoc.rules.attacks.ImportContract#attacks")
    public void aFileThatAttacksIsRefusedOrStaysWords(Attack attack) throws IOException {
        byte[] bytes = bytes(attack.say("file"));

        Optional<RuleModel> model =
                Assertions.assertTimeoutPreemptively(PATIENCE, () -> read(attack.say("file"), bytes));

        if (attack.say("must").equals("refused")) {
            assertThat(model).isEmpty();
        }
        model.ifPresent(read -> assertThatNoException()
                .isThrownBy(() -> DrlGuard.admit(Drl.of(read).text())));
    }

    static byte[] bytes(String file) throws IOException {
        try (InputStream bytes = ImportContract.class.getResourceAsStream("imports/" + file)) {
            return Objects.requireNonNull(bytes, file).readAllBytes();
        }
    }
}

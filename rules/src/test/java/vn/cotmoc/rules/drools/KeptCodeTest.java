package vn.cotmoc.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.core.scoring.Kjars;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.rules.Tables;
import vn.cotmoc.rules.Targets;
import vn.cotmoc.rules.seals.Sealable;
import vn.cotmoc.rules.seals.SealedCode;
import vn.cotmoc.rules.seals.SealingKey;

/** Code of published sets is kept under seal, and taken only with its seal whole. */
class KeptCodeTest {

    private static final RuleSet MET = Tables.always(Rating.MET);
    private static final RuleSet MISSED = Tables.always(Rating.MISSED);

    private final Map<String, byte[]> table = new HashMap<>();
    private final List<String> compiled = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void twoSetsWereCompiledAndKept() {
        assertThat(rating(MET)).isEqualTo(Rating.MET);
        assertThat(rating(MISSED)).isEqualTo(Rating.MISSED);
        assertThat(compiled).containsExactly("always-met", "always-missed");
        compiled.clear();
    }

    @Test
    void theNextStartTakesWhatWasKept() {
        assertThat(rating(MET)).isEqualTo(Rating.MET);
        assertThat(compiled).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 30, 100, 200, 1_000, -1})
    void whatWasChangedIsCompiledAnewAndKeptAnew(int at) {
        byte[] kept = kept(MET);
        byte[] good = kept.clone();
        kept[at < 0 ? kept.length - 1 : at] ^= 1;

        assertThat(rating(MET)).isEqualTo(Rating.MET);
        assertThat(compiled).containsExactly("always-met");
        assertThat(table.get(MET.sha256())).isEqualTo(good);
    }

    @Test
    void theCodeOfAnotherSetIsNotTakenThoughItsSealIsWhole() {
        table.put(MET.sha256(), kept(MISSED));

        assertThat(rating(MET)).isEqualTo(Rating.MET);
        assertThat(compiled).containsExactly("always-met");
    }

    @Test
    void codeWithoutASealIsNotTaken() {
        table.put(MET.sha256(), SealedCode.read(kept(MET)).kjar());

        assertThat(rating(MET)).isEqualTo(Rating.MET);
        assertThat(compiled).containsExactly("always-met");
    }

    @Test
    void theCodeOfAnotherInstallationIsNotTaken() {
        SealingKey stranger =
                new SealingKey(folder.resolve("stranger/rules.key").toString());
        byte[] kjar = SealedCode.read(kept(MET)).kjar();
        table.put(MET.sha256(), new SealedCode(stranger.seal(new Sealable.Code(MET.sha256(), kjar)), kjar).bytes());

        assertThat(rating(MET)).isEqualTo(Rating.MET);
        assertThat(compiled).containsExactly("always-met");
    }

    private byte[] kept(RuleSet ruleSet) {
        return Objects.requireNonNull(table.get(ruleSet.sha256()));
    }

    /** Of an engine that just started. */
    private Rating rating(RuleSet ruleSet) {
        SealingKey key = new SealingKey(folder.resolve("keys/rules.key").toString());
        RuleCode code = new RuleCode(new ShippedKjars(), Optional.of(new Kept()), key, model -> {
            compiled.add(model.model().id());
            return RuleCompiler.compile(model);
        });
        return new DroolsEngine(code)
                .score(ruleSet, Targets.every(new Random(1)).subList(0, 1))
                .getFirst()
                .rating();
    }

    private final class Kept implements Kjars {

        @Override
        public Optional<byte[]> find(String sha256) {
            return Optional.ofNullable(table.get(sha256));
        }

        @Override
        public void keep(String sha256, byte[] sealed) {
            table.put(sha256, sealed);
        }
    }
}

package vn.cotmoc.rules.drools;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.scoring.Kjars;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.sandbox.Drl;
import vn.cotmoc.rules.seals.BrokenSeal;
import vn.cotmoc.rules.seals.Sealable;
import vn.cotmoc.rules.seals.SealedCode;
import vn.cotmoc.rules.seals.SealingKey;

/**
 * The code of a rule set, from where it is had soonest: what shipped, what was kept and carries our seal, a compilation, which is then
 * kept. Code whose seal is broken is not even unpacked.
 */
@Singleton
final class RuleCode {

    private static final Logger LOG = LoggerFactory.getLogger(RuleCode.class);

    private final ShippedKjars shipped;
    private final Optional<Kjars> kept;
    private final SealingKey key;
    private final Compiler compiler;

    RuleCode(ShippedKjars shipped, Optional<Kjars> kept, SealingKey key, Compiler compiler) {
        this.shipped = shipped;
        this.kept = kept;
        this.key = key;
        this.compiler = compiler;
    }

    Kjar of(SealedModel sealed) {
        return shipped.find(sealed.sha256())
                .filter(kjar -> madeOf(sealed, kjar))
                .or(() -> kept.flatMap(kjars -> kept(kjars, sealed)))
                .orElseGet(() -> compiled(sealed));
    }

    private Optional<Kjar> kept(Kjars kjars, SealedModel sealed) {
        try {
            Optional<byte[]> found = kjars.find(sealed.sha256());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            SealedCode code = SealedCode.read(found.get());
            key.check(new Sealable.Code(sealed.sha256(), code.kjar()), code.seal());
            return Optional.of(Kjar.read(new ByteArrayInputStream(code.kjar()))).filter(kjar -> madeOf(sealed, kjar));
        } catch (BrokenSeal | IOException broken) {
            LOG.warn(
                    "The kept code of rule set {} {} ({}) is refused and compiled anew: {}",
                    sealed.model().id(),
                    sealed.model().version(),
                    sealed.sha256(),
                    broken.getMessage());
            return Optional.empty();
        }
    }

    private Kjar compiled(SealedModel sealed) {
        Kjar kjar = compiler.compile(sealed);
        kept.ifPresent(kjars -> keep(kjars, sealed, kjar.bytes()));
        return kjar;
    }

    private void keep(Kjars kjars, SealedModel sealed, byte[] bytes) {
        byte[] code = new SealedCode(key.seal(new Sealable.Code(sealed.sha256(), bytes)), bytes).bytes();
        try {
            kjars.keep(sealed.sha256(), code);
        } catch (RuntimeException failure) {
            LOG.warn("The code of rule set {} is not kept; it is compiled anew next time.", sealed.sha256(), failure);
        }
    }

    /** By the same emitter and the same Drools, too. */
    private static boolean madeOf(SealedModel sealed, Kjar kjar) {
        return kjar.sha256().equals(sealed.sha256()) && kjar.source().equals(Kjar.sourceOf(Drl.of(sealed.model())));
    }
}

package vn.cotmoc.rules.seals;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.scoring.ReleaseSeals;
import vn.cotmoc.core.scoring.RuleOwner;
import vn.cotmoc.core.scoring.RuleSet;

/** Seals releases by the key of this installation. */
@Singleton
final class SealedReleases implements ReleaseSeals {

    private static final Logger LOG = LoggerFactory.getLogger(SealedReleases.class);

    private final SealingKey key;

    SealedReleases(SealingKey key) {
        this.key = key;
    }

    @Override
    public String seal(RuleOwner owner, RuleSet ruleSet, LocalDate validFrom) {
        return key.seal(snapshot(owner, ruleSet, validFrom)).toString();
    }

    @Override
    public boolean isWhole(RuleOwner owner, RuleSet ruleSet, LocalDate validFrom, @Nullable String seal) {
        if (seal == null) {
            return false;
        }
        try {
            key.check(snapshot(owner, ruleSet, validFrom), Seal.parse(seal));
            return true;
        } catch (BrokenSeal broken) {
            LOG.warn("{} {} of {}: {}", ruleSet.id(), ruleSet.version(), owner, broken.getMessage());
            return false;
        }
    }

    private static Sealable.Snapshot snapshot(RuleOwner owner, RuleSet ruleSet, LocalDate validFrom) {
        return new Sealable.Snapshot(owner, ruleSet.model(), ruleSet.sha256(), ruleSet.version(), validFrom);
    }
}

package vn.cotmoc.core.authoring;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jooq.exception.IntegrityConstraintViolationException;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.rulesets.NationalReleaseView;
import vn.cotmoc.core.rulesets.OfferedRules;
import vn.cotmoc.core.rulesets.Release;
import vn.cotmoc.core.rulesets.ReleaseView;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ShippedRules;
import vn.cotmoc.core.tenancy.CurrentTenant;
import vn.cotmoc.core.tenancy.TenantId;

/** Begins the next version of a rule set of the province's own, as a copy of one that there is, with the test cases of that one. */
@Singleton
public class OpenDraft {

    /** As {@code rules} spells it. */
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    private final DraftStore store;
    private final DraftView view;
    private final RuleWorkshop workshop;
    private final ReleaseView releases;
    private final NationalReleaseView national;
    private final CaseText cases;
    private final ShippedRules shipped;
    private final OfferedRules offered;
    private final CurrentTenant currentTenant;
    private final Identifiers identifiers;
    private final CurrentActor actor;
    private final Clock clock;

    OpenDraft(
            DraftStore store,
            DraftView view,
            RuleWorkshop workshop,
            ReleaseView releases,
            NationalReleaseView national,
            CaseText cases,
            ShippedRules shipped,
            OfferedRules offered,
            CurrentTenant currentTenant,
            Identifiers identifiers,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.view = view;
        this.workshop = workshop;
        this.releases = releases;
        this.national = national;
        this.cases = cases;
        this.shipped = shipped;
        this.offered = offered;
        this.currentTenant = currentTenant;
        this.identifiers = identifiers;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param ruleSet the id of a set of the province's own, new or released before
     * @param from the hash of the set that it begins as
     */
    public record Command(String ruleSet, String from) {}

    /**
     * @throws Refusal {@code rule-set-id}, {@code rule-set-shipped}, {@code unknown-rule-set}; {@code rule-set-national} in a province
     *     for an id that only sets of the nation have, {@code rule-set-not-national} in the nation's workspace for another; {@code
     *     draft-open} if the set has one in hand
     */
    @Transactional
    public Draft open(Command command) {
        String ruleSet = command.ruleSet();
        if (!ID.matcher(ruleSet).matches()) {
            throw Refusal.invalid("rule-set-id", "/ruleSet", "ruleSet", ruleSet);
        }
        if (shipped.all().stream().anyMatch(one -> one.id().equals(ruleSet))) {
            throw Refusal.invalid("rule-set-shipped", "/ruleSet", "ruleSet", ruleSet);
        }
        boolean inNation = currentTenant.get().equals(TenantId.NATION);
        boolean isNational = NationalReleaseView.isNational(ruleSet);
        if (isNational && !inNation) {
            throw Refusal.invalid(
                    "rule-set-national", "/ruleSet", "ruleSet", ruleSet, "prefix", NationalReleaseView.PREFIX);
        }
        if (inNation && !isNational) {
            throw Refusal.invalid(
                    "rule-set-not-national", "/ruleSet", "ruleSet", ruleSet, "prefix", NationalReleaseView.PREFIX);
        }
        RuleSet from = offered.find(command.from())
                .orElseThrow(() -> Refusal.invalid("unknown-rule-set", "/from", "ruleSet", command.from()));
        view.open(ruleSet).ifPresent(open -> {
            throw Refusal.conflict("draft-open", "ruleSet", ruleSet, "by", open.recordedBy());
        });
        long released = releases.all()
                .of(ruleSet)
                .filter(release -> release.draft() != null)
                .count();
        String setVersion = Long.toString(released + 1);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Draft draft = new Draft(
                identifiers.next(), ruleSet, setVersion, from.sha256(), DraftStatus.DRAFT, 1, 1, now, actor.username());
        try {
            store.add(
                    draft,
                    new Draft.Revision(
                            1,
                            workshop.renamed(from.model(), ruleSet, setVersion),
                            casesOf(from.sha256()),
                            now,
                            actor.username()));
        } catch (IntegrityConstraintViolationException another) {
            throw Refusal.conflict("draft-open", "ruleSet", ruleSet, "by", actor.username());
        }
        return draft;
    }

    /** Those that a version was released with, here or by the nation; a set of the house has none. */
    private List<TestCase> casesOf(String sha256) {
        return releases.all().all().stream()
                .filter(release -> release.sha256().equals(sha256))
                .map(Release::draft)
                .filter(Objects::nonNull)
                .findFirst()
                .map(draft ->
                        view.revision(draft, view.require(draft).revision()).cases())
                .or(() -> national.cases(sha256).map(cases::read))
                .orElse(List.of());
    }
}

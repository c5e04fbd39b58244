package vn.cotmoc.core.cases;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.units.MayReport;
import vn.cotmoc.core.units.Unit;

/** Who explains a case: people of the unit that it is assigned to. */
@Singleton
public class MayExplain {

    private final CaseView view;
    private final MayReport mayReport;

    MayExplain(CaseView view, MayReport mayReport) {
        this.view = view;
        this.mayReport = mayReport;
    }

    /**
     * @throws Refusal {@code unknown-case}, {@code case-cleared}, {@code no-unit}, {@code unit-closed}, {@code case-not-yours}
     */
    @Transactional(readOnly = true)
    public void require(UUID id) {
        Case seen = view.require(id).about();
        if (seen.status() == CaseStatus.CLEARED) {
            throw Refusal.conflict("case-cleared", "case", id);
        }
        require(seen);
    }

    void require(Case seen) {
        Unit unit = mayReport.ownUnit();
        if (!unit.id().equals(seen.unit())) {
            throw Refusal.forbidden("case-not-yours", "unit", unit.name());
        }
    }
}

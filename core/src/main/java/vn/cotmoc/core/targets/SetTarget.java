package vn.cotmoc.core.targets;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.indicators.Restatement;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** Puts a target into a plan, with the words of the instrument that sets it. */
@Singleton
public class SetTarget {

    private final PlanStore plans;
    private final IndicatorStore indicators;
    private final AreaView areas;
    private final TargetStore targets;
    private final Identifiers identifiers;

    SetTarget(
            PlanStore plans, IndicatorStore indicators, AreaView areas, TargetStore targets, Identifiers identifiers) {
        this.plans = plans;
        this.indicators = indicators;
        this.areas = areas;
        this.targets = targets;
        this.identifiers = identifiers;
    }

    /** @param area null for the province itself */
    public record Command(
            UUID plan,
            String indicator,
            @Nullable UUID area,
            String subgroup,
            Authority authority,
            Period period,
            Strictness strictness,
            @Nullable String focus,
            @Nullable BigDecimal weight,
            Aim aim,
            String unit,
            String wording,
            String source,
            @Nullable LocalDate decidedOn) {}

    /**
     * @throws Refusal {@code unknown-plan}, {@code unknown-indicator}, {@code unknown-area}, {@code unit-mismatch},
     *     {@code indicator-retired},
     *     {@code target-period} outside the plan, {@code target-exists}
     */
    @Transactional
    public Target set(Command command) {
        Plan plan = plans.require(command.plan());
        Indicator indicator = indicators.requireInUse(command.indicator(), "/indicator");
        Restatement.require(indicator, command.unit(), "/unit");
        Aim aim = command.aim().map(amount -> Restatement.into(indicator, amount, command.unit(), "/unit"));
        if (!plan.period().contains(command.period())) {
            throw Refusal.invalid("target-period", "/period", "period", command.period(), "plan", plan.period());
        }
        Target target = new Target(
                identifiers.next(),
                plan.id(),
                indicator.code(),
                areas.resolve(command.area(), "/area"),
                command.subgroup(),
                command.authority(),
                command.period(),
                command.strictness(),
                command.focus(),
                command.weight());
        if (targets.has(target)) {
            throw exists(target);
        }
        try {
            targets.add(target);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? exists(target) : failure;
        }
        targets.append(target.id(), new Wish(1, aim, command.wording(), command.source(), null, command.decidedOn()));
        return target;
    }

    private static Refusal exists(Target target) {
        return Refusal.conflict(
                "target-exists",
                "indicator",
                target.indicator(),
                "period",
                target.period(),
                "authority",
                target.authority().code());
    }
}

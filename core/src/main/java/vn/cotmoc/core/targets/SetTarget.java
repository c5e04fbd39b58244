package vn.cotmoc.core.targets;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.indicators.Restatement;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.instruments.InstrumentStore;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.measure.Texts;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.subgroups.SubgroupStore;
import vn.cotmoc.core.units.UnitStore;

/**
 * Puts a target into a plan, with the words of the instrument that sets it. Once a plan is adopted it names its paper or says why
 * there is none, and the plan's life shows that step.
 */
@Singleton
public class SetTarget {

    /** Levels, the whole among them. */
    private static final int DEEPEST = 3;

    private final PlanStore plans;
    private final IndicatorStore indicators;
    private final AreaView areas;
    private final UnitStore units;
    private final InstrumentStore instruments;
    private final SubgroupStore parts;
    private final TargetStore targets;
    private final CheckAim checkAim;
    private final Identifiers identifiers;
    private final Clock clock;

    SetTarget(
            PlanStore plans,
            IndicatorStore indicators,
            AreaView areas,
            UnitStore units,
            InstrumentStore instruments,
            SubgroupStore parts,
            TargetStore targets,
            CheckAim checkAim,
            Identifiers identifiers,
            Clock clock) {
        this.plans = plans;
        this.indicators = indicators;
        this.areas = areas;
        this.units = units;
        this.instruments = instruments;
        this.parts = parts;
        this.targets = targets;
        this.checkAim = checkAim;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * @param area null for the province itself
     * @param parent the target whose part this is; null for a target of its own
     * @param assignedTo the unit it is sub-assigned to
     * @param named entities that the wording names
     * @param instrument what decides it, where the province keeps it
     * @param reason why there is no paper; needed where there is none, unless the plan is a draft
     */
    public record Command(
            UUID plan,
            String indicator,
            @Nullable UUID area,
            String subgroup,
            Authority authority,
            Period period,
            Basis basis,
            @Nullable UUID parent,
            @Nullable UUID assignedTo,
            List<Named> named,
            Strictness strictness,
            @Nullable String focus,
            @Nullable BigDecimal weight,
            Aim aim,
            String unit,
            String wording,
            String source,
            @Nullable LocalDate decidedOn,
            @Nullable UUID instrument,
            @Nullable String reason) {}

    /**
     * @throws Refusal {@code unknown-plan}, {@code plan-closed}, {@code unknown-indicator}, {@code unknown-area},
     *     {@code area-not-yet}, {@code area-not-valid} in the period, {@code unit-mismatch}, {@code indicator-retired}, {@code target-period}
     *     outside the plan, {@code decided-ahead}, as {@link CheckAim#check}, {@code unknown-target} and {@code target-withdrawn} for its
     *     parent, {@code part-of-other}, {@code part-deep}, {@code unknown-unit}, {@code unit-closed}, {@code unknown-instrument}, {@code
     *     target-instrument} past a draft without a paper and without a reason, {@code named-twice}, {@code target-exists}
     */
    @Transactional
    public Target set(Command command) {
        plans.take(command.plan());
        Plan plan = plans.requireOpen(command.plan());
        Indicator indicator = indicators.requireInUse(command.indicator(), "/indicator");
        Restatement.require(indicator, command.unit(), "/unit");
        Aim aim = command.aim().map(amount -> Restatement.into(indicator, amount, command.unit(), "/unit"));
        if (!plan.period().contains(command.period())) {
            throw Refusal.invalid(
                    "target-period",
                    "/period",
                    "period",
                    command.period(),
                    "title",
                    plan.title(),
                    "plan",
                    plan.period());
        }
        checkAim.check(aim, indicator, command.period(), command.basis());
        DecisionDay.require(command.decidedOn(), null, clock);
        UUID unit = command.assignedTo();
        Instrument instrument = instruments.resolve(command.instrument(), "/instrument");
        LocalDate countsFrom = plan.status() == PlanStatus.DRAFT ? null : enters(plan, command, instrument);
        Target target = new Target(
                        identifiers.next(),
                        plan.id(),
                        indicator.code(),
                        areas.resolveDuring(command.area(), command.period(), "/area"),
                        parts.spell(command.subgroup()),
                        command.authority(),
                        command.period(),
                        command.basis(),
                        parent(command.parent(), plan, indicator),
                        unit == null
                                ? null
                                : units.requireOpen(unit, "/assignedTo").id(),
                        command.strictness(),
                        command.focus(),
                        command.weight())
                .countingFrom(countsFrom);
        if (targets.has(target)) {
            throw exists(target);
        }
        try {
            targets.add(target);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? exists(target) : failure;
        }
        targets.name(target.id(), named(command));
        targets.append(
                target.id(),
                new Wish(
                        1,
                        aim,
                        command.wording(),
                        command.source(),
                        command.reason(),
                        countsFrom == null ? command.decidedOn() : countsFrom,
                        instrument));
        return target;
    }

    /**
     * A plan past its draft takes no target unnoticed; what shares out one that it has is no new one.
     *
     * @return from when it counts; null if it stands in what was adopted
     */
    private @Nullable LocalDate enters(Plan plan, Command command, @Nullable Instrument instrument) {
        if (instrument == null && command.reason() == null) {
            throw Refusal.invalid(
                    "target-instrument",
                    "/instrument",
                    "indicator",
                    command.indicator(),
                    "title",
                    plan.title(),
                    "period",
                    plan.period(),
                    "status",
                    plan.status());
        }
        LocalDate decidedOn = decidedOn(command, instrument);
        return command.parent() == null && plans.amendedBy(plan, instrument, decidedOn, command.reason())
                ? decidedOn
                : null;
    }

    private LocalDate decidedOn(Command command, @Nullable Instrument instrument) {
        LocalDate stated = command.decidedOn();
        if (stated != null) {
            return stated;
        }
        return instrument == null ? LocalDate.now(clock) : instrument.issuedOn();
    }

    /** Province, department or district, commune: parts of parts of parts would be nobody's any more. */
    private @Nullable UUID parent(@Nullable UUID id, Plan plan, Indicator indicator) {
        if (id == null) {
            return null;
        }
        Target parent = targets.find(id).orElseThrow(() -> Refusal.invalid("unknown-target", "/parent", "target", id));
        parent.requireInForce();
        if (!parent.plan().equals(plan.id()) || !parent.indicator().equals(indicator.code())) {
            throw Refusal.invalid(
                    "part-of-other",
                    "/parent",
                    "indicator",
                    indicator.code(),
                    "title",
                    plan.title(),
                    "plan",
                    plan.period());
        }
        int level = 1;
        for (Target above = parent; above.parent() != null; above = targets.require(above.parent())) {
            level++;
        }
        if (level >= DEEPEST) {
            throw Refusal.invalid("part-deep", "/parent", "most", DEEPEST);
        }
        return parent.id();
    }

    private List<Named> named(Command command) {
        List<Named> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < command.named().size(); i++) {
            Named entity = command.named().get(i);
            UUID area = entity.area();
            String name = Texts.folded(entity.name());
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw Refusal.invalid("named-twice", "/named/%d/name".formatted(i), "name", name);
            }
            String at = "/named/%d/area".formatted(i);
            found.add(new Named(name, area == null ? null : areas.resolveDuring(area, command.period(), at)));
        }
        return found;
    }

    private static Refusal exists(Target target) {
        return Refusal.conflict(
                "target-exists",
                "indicator",
                target.indicator(),
                "period",
                target.period(),
                "authority",
                target.authority());
    }
}

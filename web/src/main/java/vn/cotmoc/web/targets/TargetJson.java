package vn.cotmoc.web.targets;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.charges.Charge;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.AmendTarget;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.Named;
import vn.cotmoc.core.targets.Revision;
import vn.cotmoc.core.targets.SetTarget;
import vn.cotmoc.core.targets.Strictness;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.TargetView;
import vn.cotmoc.core.targets.WithdrawTarget;
import vn.cotmoc.core.targets.Withdrawn;
import vn.cotmoc.web.charges.ChargeJson;
import vn.cotmoc.web.instruments.InstrumentJson;
import vn.cotmoc.web.wire.Reads;

/**
 * A target as sent, with every revision, oldest first. Amounts are exact decimals in the indicator's unit.
 *
 * @param basis what of a period of several years the amounts speak of
 * @param parent the target whose part this is
 * @param assignedTo the unit it is sub-assigned to
 * @param charges who answers for it, oldest first; the last one counts
 * @param countsFrom the day on which it was added to a plan that had been adopted; null if it counts from the beginning
 * @param withdrawn that it was taken back; null while it is in force
 * @param version the newest revision's number, which is also the ETag
 */
@Serdeable
@Schema(name = "Target")
record TargetJson(
        UUID id,
        UUID plan,
        String indicator,
        UUID area,
        String subgroup,
        String authority,
        String period,

        @Schema(allowableValues = {"period", "average-per-year", "each-year"})
        String basis,

        @Nullable UUID parent,
        @Nullable UUID assignedTo,
        List<NamedJson> named,
        String strictness,
        @Nullable String focus,
        @Nullable String weight,
        int version,
        List<RevisionJson> revisions,
        List<ChargeJson> charges,
        @Nullable LocalDate countsFrom,
        @Nullable WithdrawnJson withdrawn) {

    static TargetJson of(TargetView.Line line, List<Charge> charges) {
        Target target = line.target();
        List<Revision> revisions = line.revisions();
        BigDecimal weight = target.weight();
        return new TargetJson(
                target.id(),
                target.plan(),
                target.indicator(),
                target.area(),
                target.subgroup(),
                target.authority().code(),
                target.period().toString(),
                target.basis().code(),
                target.parent(),
                target.assignedTo(),
                line.named().stream().map(NamedJson::of).toList(),
                target.strictness().code(),
                target.focus(),
                weight == null ? null : weight.toPlainString(),
                revisions.getLast().number(),
                revisions.stream()
                        .map(revision -> RevisionJson.of(revision, line.instruments()))
                        .toList(),
                charges.stream().map(ChargeJson::of).toList(),
                target.countsFrom(),
                WithdrawnJson.of(target.withdrawn(), line.instruments()));
    }

    /** That a target was taken back. {@code on} is the first day on which it does not count; null for a mistake in a draft. */
    @Serdeable
    @Schema(name = "TargetWithdrawal")
    record WithdrawnJson(
            @Nullable LocalDate on,
            String reason,
            @Nullable InstrumentJson instrument,
            Instant recordedAt,
            String recordedBy) {

        static @Nullable WithdrawnJson of(@Nullable Withdrawn withdrawn, Map<UUID, Instrument> instruments) {
            if (withdrawn == null) {
                return null;
            }
            Instrument instrument = withdrawn.instrument() == null ? null : instruments.get(withdrawn.instrument());
            return new WithdrawnJson(
                    withdrawn.on(),
                    withdrawn.reason(),
                    instrument == null ? null : InstrumentJson.of(instrument),
                    withdrawn.at(),
                    withdrawn.by());
        }
    }

    /** A withdrawal as received; out of a draft it has neither day nor paper, later a paper decides it. */
    @Serdeable
    @Schema(name = "WithdrawTarget")
    record WithdrawJson(
            String reason,
            @Nullable String decidedOn,
            @Nullable String instrument) {

        WithdrawTarget.Command toCommand(UUID target, int expectedRevision) {
            return new WithdrawTarget.Command(
                    target,
                    expectedRevision,
                    Reads.text(reason, "/reason", 1000),
                    Reads.dayOrNull(decidedOn, "/decidedOn"),
                    Reads.idOrNull(instrument, "/instrument"));
        }
    }

    /** An entity that a target names. */
    @Serdeable
    @Schema(name = "NamedEntity")
    record NamedJson(String name, @Nullable String area) {

        static NamedJson of(Named named) {
            return new NamedJson(
                    named.name(), named.area() == null ? null : named.area().toString());
        }

        Named toNamed(String at) {
            return new Named(Reads.text(name, at + "/name", 200), Reads.idOrNull(area, at + "/area"));
        }
    }

    /** What was aimed at from some decision on, in its own words. */
    @Serdeable
    @Schema(name = "TargetRevision")
    record RevisionJson(
            int revision,
            String comparator,
            @Nullable String amount,
            @Nullable String amountHigh,
            @Nullable LocalDate date,
            @Nullable BaselineJson baseline,
            String wording,
            String source,
            @Nullable String reason,
            @Nullable LocalDate decidedOn,
            @Nullable InstrumentJson instrument,
            Instant recordedAt,
            String recordedBy) {

        static RevisionJson of(Revision revision, Map<UUID, Instrument> instruments) {
            Aim aim = revision.aim();
            Instrument instrument = revision.instrument() == null ? null : instruments.get(revision.instrument());
            return new RevisionJson(
                    revision.number(),
                    aim.comparator().code(),
                    text(aim.amount()),
                    text(aim.amountHigh()),
                    aim.due(),
                    BaselineJson.of(aim.baseline()),
                    revision.wording(),
                    revision.source(),
                    revision.reason(),
                    revision.decidedOn(),
                    instrument == null ? null : InstrumentJson.of(instrument),
                    revision.recordedAt(),
                    revision.recordedBy());
        }

        private static @Nullable String text(@Nullable Amount amount) {
            return amount == null ? null : amount.text();
        }
    }

    /** Where a target starts from. */
    @Serdeable
    @Schema(name = "Baseline")
    record BaselineJson(String amount, String period) {

        static @Nullable BaselineJson of(Aim.@Nullable Baseline baseline) {
            return baseline == null
                    ? null
                    : new BaselineJson(
                            baseline.amount().text(), baseline.period().toString());
        }

        Aim.Baseline toBaseline() {
            return new Aim.Baseline(Reads.amount(amount, "/baseline/amount"), Reads.period(period, "/baseline/period"));
        }
    }

    /** A target as received. {@code area} left out means the province itself, {@code unit} must be the indicator's. A part of another
     * target names it as {@code parent}; {@code assignedTo} is the unit that it is sub-assigned to. */
    @Serdeable
    @Schema(name = "NewTarget")
    record SetJson(
            String indicator,
            @Nullable String area,
            @Nullable String subgroup,

            @Schema(allowableValues = {"party", "council", "government", "committee"})
            String authority,

            String comparator,
            @Nullable String amount,
            @Nullable String amountHigh,
            @Nullable String date,
            @Nullable BaselineJson baseline,
            String unit,
            String period,

            @Schema(allowableValues = {"period", "average-per-year", "each-year"}) @Nullable
            String basis,

            @Nullable String parent,
            @Nullable String assignedTo,
            @Nullable List<NamedJson> named,
            String wording,
            String source,

            @Schema(allowableValues = {"binding", "aspirational"})
            String strictness,

            @Nullable String focus,
            @Nullable String weight,
            @Nullable String decidedOn,
            @Nullable String instrument,
            @Nullable String reason) {

        SetTarget.Command toCommand(UUID plan) {
            Basis of = Reads.wordOrNull(Basis.class, basis, "/basis");
            String part = Reads.textOrNull(subgroup, "/subgroup", 200);
            return new SetTarget.Command(
                    plan,
                    Reads.text(indicator, "/indicator", 60),
                    Reads.idOrNull(area, "/area"),
                    part == null ? "" : part,
                    Reads.word(Authority.class, authority, "/authority"),
                    Reads.period(period, "/period"),
                    of == null ? Basis.PERIOD : of,
                    Reads.idOrNull(parent, "/parent"),
                    Reads.idOrNull(assignedTo, "/assignedTo"),
                    Reads.each(named, "/named", NamedJson::toNamed),
                    Reads.word(Strictness.class, strictness, "/strictness"),
                    Reads.textOrNull(focus, "/focus", 200),
                    Weights.read(weight),
                    aim(comparator, amount, amountHigh, date, baseline),
                    Reads.text(unit, "/unit", 60),
                    Reads.text(wording, "/wording", 2000),
                    Reads.text(source, "/source", 1000),
                    Reads.dayOrNull(decidedOn, "/decidedOn"),
                    Reads.idOrNull(instrument, "/instrument"),
                    Reads.textOrNull(reason, "/reason", 1000));
        }
    }

    /** An amendment as received. */
    @Serdeable
    @Schema(name = "TargetAmendment")
    record AmendJson(
            String comparator,
            @Nullable String amount,
            @Nullable String amountHigh,
            @Nullable String date,
            @Nullable BaselineJson baseline,
            String wording,
            String source,
            String reason,
            @Nullable String decidedOn,
            @Nullable String instrument) {

        AmendTarget.Command toCommand(UUID target, int expectedRevision) {
            return new AmendTarget.Command(
                    target,
                    expectedRevision,
                    aim(comparator, amount, amountHigh, date, baseline),
                    Reads.text(wording, "/wording", 2000),
                    Reads.text(source, "/source", 1000),
                    Reads.text(reason, "/reason", 1000),
                    Reads.dayOrNull(decidedOn, "/decidedOn"),
                    Reads.idOrNull(instrument, "/instrument"));
        }
    }

    private static Aim aim(
            String comparator,
            @Nullable String amount,
            @Nullable String amountHigh,
            @Nullable String date,
            @Nullable BaselineJson baseline) {
        return new Aim(
                Reads.word(Comparator.class, comparator, "/comparator"),
                Reads.amountOrNull(amount, "/amount"),
                Reads.amountOrNull(amountHigh, "/amountHigh"),
                Reads.dayOrNull(date, "/date"),
                baseline == null ? null : baseline.toBaseline());
    }
}

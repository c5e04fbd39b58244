package vn.cotmoc.web.rollups;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.rollups.Outcome;
import vn.cotmoc.core.scoring.RollUpRule;

/**
 * What the rule set says of some targets together. What lacks data is late: it is no success.
 *
 * @param by the mean, which has no word of its own; the worst; all; or grades
 * @param rating null unless by the worst or by all
 * @param grade null unless by grades, and with insufficient data
 * @param onTime share of targets that are met, exceeded or on track, an exact decimal half-up to 1e-6 like the next two
 * @param late all the others
 * @param passedOver the better grades, and what each asks in vain
 */
@Serdeable
@Schema(name = "RollUpOutcome")
public record OutcomeJson(
        @Schema(allowableValues = {"mean", "worst", "all", "grades"})
        String by,

        @Nullable String rating,
        @Nullable GradeJson grade,
        String onTime,
        String exceeded,
        String late,
        List<PassedOverJson> passedOver) {

    /** @param unmet of: points, on-time, exceeded, late */
    @Serdeable
    @Schema(name = "GradePassedOver")
    public record PassedOverJson(GradeJson grade, List<String> unmet) {}

    /**
     * A grade with what it asks, as exact decimals; null is not asked.
     *
     * @param pointsFrom of the weighted mean of points
     * @param onTimeFrom share of targets, like the two after it
     */
    @Serdeable
    @Schema(name = "Grade")
    public record GradeJson(
            String code,
            String vi,
            String en,
            @Nullable String pointsFrom,
            @Nullable String onTimeFrom,
            @Nullable String exceededFrom,
            @Nullable String lateUpTo) {

        static GradeJson of(RollUpRule.Grade grade) {
            return new GradeJson(
                    grade.code(),
                    grade.name().vi(),
                    grade.name().en(),
                    plain(grade.pointsFrom()),
                    plain(grade.onTimeFrom()),
                    plain(grade.exceededFrom()),
                    plain(grade.lateUpTo()));
        }

        /** Best first; none of a rule without grades. */
        public static List<GradeJson> of(RollUpRule rule) {
            return rule instanceof RollUpRule.Grades(List<RollUpRule.Grade> grades)
                    ? grades.stream().map(GradeJson::of).toList()
                    : List.of();
        }
    }

    static OutcomeJson of(Outcome outcome) {
        return new OutcomeJson(
                outcome.rule().code(),
                outcome.rating() == null ? null : outcome.rating().code(),
                outcome.grade() == null ? null : GradeJson.of(outcome.grade()),
                outcome.onTime().toPlainString(),
                outcome.exceeded().toPlainString(),
                outcome.late().toPlainString(),
                outcome.passedOver().stream()
                        .map(one -> new PassedOverJson(
                                GradeJson.of(one.grade()),
                                one.unmet().stream().map(Outcome.Asked::code).toList()))
                        .toList());
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}

package vn.cotmoc.web.impacts;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.cotmoc.core.impacts.Impact;
import vn.cotmoc.core.impacts.ImpactView;

/**
 * What a national release that does not hold yet would change in a plan that follows its set.
 *
 * @param asOf on which day's figures
 * @param targets of the plan
 * @param otherwise how many of them would be rated otherwise
 * @param moves the same by what they are and what they would be, the most first
 * @param flagged how many would keep their rating and be flagged or valued otherwise
 */
@Serdeable
@Schema(name = "RuleImpact")
record ImpactJson(
        UUID release,
        UUID plan,
        String planTitle,
        String planPeriod,
        LocalDate asOf,
        int targets,
        int otherwise,
        List<MoveJson> moves,
        int flagged) {

    static ImpactJson of(Impact impact) {
        List<MoveJson> moves = impact.moves().entrySet().stream()
                .sorted(Comparator.<Map.Entry<Impact.Move, Integer>>comparingInt(Map.Entry::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(move -> new MoveJson(
                        move.getKey().from().code(), move.getKey().to().code(), move.getValue()))
                .toList();
        return new ImpactJson(
                impact.release(),
                impact.plan(),
                impact.planTitle(),
                impact.planPeriod().toString(),
                impact.asOf(),
                impact.targets(),
                moves.stream().mapToInt(MoveJson::targets).sum(),
                moves,
                impact.flagged());
    }

    /** @param targets how many move so */
    @Serdeable
    @Schema(name = "RatingMove")
    record MoveJson(String from, String to, int targets) {}

    /** The same of a province whose plan is published. */
    @Serdeable
    @Schema(name = "RuleImpactOfProvince")
    record OfProvinceJson(String province, String name, String nameEn, boolean simulated, ImpactJson impact) {

        static OfProvinceJson of(ImpactView.OfProvince found) {
            return new OfProvinceJson(
                    found.province(), found.name(), found.nameEn(), found.simulated(), ImpactJson.of(found.impact()));
        }
    }
}

package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.util.Optional;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.thresholds.CutPoints;

/** The band of the attainment, decided on exact decimals; half-open, without gap. */
public enum EndBand implements Coded {
    EXCEEDED,
    FULL,
    NEARLY,
    BELOW,
    /** There is no ratio: a rank, a condition, a target of zero. */
    NO_RATIO;

    static EndBand of(Optional<Ratio> attainment, CutPoints cut) {
        return attainment.map(ratio -> of(ratio, cut)).orElse(NO_RATIO);
    }

    private static EndBand of(Ratio attainment, CutPoints cut) {
        if (attainment.reaches(cut.exceededFrom())) {
            return EXCEEDED;
        }
        if (attainment.reaches(BigDecimal.ONE)) {
            return FULL;
        }
        return attainment.reaches(cut.nearlyFrom()) ? NEARLY : BELOW;
    }
}

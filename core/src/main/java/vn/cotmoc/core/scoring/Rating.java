package vn.cotmoc.core.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;

/**
 * What a target's state is called, and how much of its aim that is worth: own design, in points of 100. What lacks data has none,
 * which is neither success nor failure.
 */
public enum Rating implements Coded {
    /** Vượt. */
    EXCEEDED(100),
    /** Đạt. */
    MET(100),
    /** Xấp xỉ đạt. */
    NEARLY_MET(80),
    /** Không đạt. */
    MISSED(0),
    /** Đúng tiến độ. */
    ON_TRACK(100),
    /** Chậm tiến độ. */
    BEHIND(50),
    /** Có nguy cơ không đạt. */
    AT_RISK(20),
    /** Chưa đủ số liệu. */
    INSUFFICIENT_DATA(null);

    /** Own design; what lacks data is no success, so it comes before each of them. */
    public static final List<Rating> WORST_FIRST =
            List.of(MISSED, AT_RISK, BEHIND, INSUFFICIENT_DATA, NEARLY_MET, ON_TRACK, MET, EXCEEDED);

    private final @Nullable Integer score;

    Rating(@Nullable Integer score) {
        this.score = score;
    }

    /** 0 to 100; null without data. */
    public @Nullable Integer score() {
        return score;
    }
}

package vn.cotmoc.core.areas;

import vn.cotmoc.core.measure.Coded;

/** How areas end, and how many follow how many. */
public enum SuccessionKind implements Coded {
    /** Nhập: several become one. */
    MERGED,
    /** Chia, tách: one becomes several. */
    SPLIT,
    /** Đổi tên: one becomes one. */
    RENAMED,
    /** Giải thể, kết thúc hoạt động: nothing follows. */
    ABOLISHED;

    boolean fits(int predecessors, int successors) {
        return switch (this) {
            case MERGED -> predecessors >= 2 && successors == 1;
            case SPLIT -> predecessors == 1 && successors >= 2;
            case RENAMED -> predecessors == 1 && successors == 1;
            case ABOLISHED -> predecessors >= 1 && successors == 0;
        };
    }
}

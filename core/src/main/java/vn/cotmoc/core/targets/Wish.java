package vn.cotmoc.core.targets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.instruments.Instrument;

/** A revision before it is recorded. */
record Wish(
        int number,
        Aim aim,
        String wording,
        String source,
        @Nullable String reason,
        @Nullable LocalDate decidedOn,
        @Nullable Instrument instrument) {}

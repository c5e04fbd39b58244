package vn.cotmoc.core.targets;

import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Language;

/** Who set the target; several may set one indicator at once. */
public enum Authority implements Coded {
    PARTY,
    COUNCIL,
    GOVERNMENT,
    COMMITTEE;

    public String said(Language language) {
        return switch (this) {
            case PARTY -> language.of("Tỉnh ủy", "the Party committee");
            case COUNCIL -> language.of("Hội đồng nhân dân", "the council");
            case GOVERNMENT -> language.of("Chính phủ", "the Government");
            case COMMITTEE -> language.of("Ủy ban nhân dân", "the People's Committee");
        };
    }
}

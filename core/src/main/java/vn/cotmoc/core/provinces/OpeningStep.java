package vn.cotmoc.core.provinces;

import java.util.Arrays;
import java.util.List;
import vn.cotmoc.core.measure.Coded;

/** How far an opening has come; each step is done when it is stored. */
public enum OpeningStep implements Coded {
    REQUESTED,
    /** Its organization and the groups of its roles exist. */
    ORGANIZATION,
    /** Its first administrator exists and belongs to it. */
    ADMINISTRATOR,
    /** It has its first rows and its administrator a password. */
    OPEN;

    /** @return codes of the steps before this one */
    List<String> before() {
        return Arrays.stream(values())
                .filter(step -> step.compareTo(this) < 0)
                .map(OpeningStep::code)
                .toList();
    }
}

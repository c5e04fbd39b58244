package vn.cotmoc.core.scoring;

import java.util.List;
import java.util.UUID;

/**
 * What a rule set says of one target.
 *
 * @param fired the rules that matched, in the rule set's order
 */
public record Verdict(UUID target, Rating rating, List<Flag> flags, List<String> fired) {

    public Verdict {
        flags = List.copyOf(flags);
        fired = List.copyOf(fired);
    }
}

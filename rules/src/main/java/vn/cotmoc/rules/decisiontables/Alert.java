package vn.cotmoc.rules.decisiontables;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.RuleSet.Sentence;

/**
 * One warning beside the rating: it stands alone, whatever the table says. Of several that raise the same flag the first that
 * matches does.
 *
 * @param rule its id; findings refer to it
 * @param when one condition for each fact that it asks, at least one, in the order of the facts
 * @param says what the rule tells people
 */
public record Alert(String rule, Map<Fact, Condition.OneOf> when, Flag flag, Sentence says) {

    public Alert {
        if (when.isEmpty()) {
            throw new IllegalArgumentException("The alert %s must ask at least one fact.".formatted(rule));
        }
        when = Collections.unmodifiableMap(new EnumMap<>(when));
        Row.code("rule", rule);
        Row.code("flag", flag.code());
        Placeholder.check(rule, says.vi());
        Placeholder.check(rule, says.en());
    }
}

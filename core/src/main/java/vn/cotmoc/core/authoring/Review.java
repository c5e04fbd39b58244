package vn.cotmoc.core.authoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.RuleSet;

/**
 * @param remarks in the order of the model's text
 * @param ruleSet null while the model cannot be read; one that can may still be blocked, by a gap for instance
 */
public record Review(List<Remark> remarks, @Nullable RuleSet ruleSet) {

    public Review {
        remarks = List.copyOf(remarks);
    }

    public boolean isBlocked() {
        return remarks.stream().anyMatch(remark -> remark.weight() == Remark.Weight.BLOCKS);
    }
}

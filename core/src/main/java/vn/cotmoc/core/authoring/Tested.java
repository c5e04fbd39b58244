package vn.cotmoc.core.authoring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param unreached ids of rows and alerts that speak in no case, in the model's order */
public record Tested(List<Result> results, List<String> unreached) {

    public Tested {
        results = List.copyOf(results);
        unreached = List.copyOf(unreached);
    }

    public boolean passed() {
        return results.stream().allMatch(Result::passed);
    }

    /**
     * @param found null where the case itself cannot be read or can never be; the remarks say why, at pointers into the case
     */
    public record Result(
            String id, boolean passed, @Nullable Found found, List<Remark> remarks) {

        public Result {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * @param facts all of them, words by facts
     * @param fired rows and alerts, as in a verdict
     */
    public record Found(Map<String, String> facts, String rating, List<String> flags, List<String> fired) {

        public Found {
            facts = Map.copyOf(facts);
            flags = List.copyOf(flags);
            fired = List.copyOf(fired);
        }
    }
}

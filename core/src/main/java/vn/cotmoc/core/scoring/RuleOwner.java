package vn.cotmoc.core.scoring;

/** Whose a released rule set is. */
public sealed interface RuleOwner {

    /** Of the nation, for every province that chooses it. */
    record Nation() implements RuleOwner {

        @Override
        public String toString() {
            return "nation";
        }
    }

    /** @param id of the province, e.g. {@code lao-cai} */
    record Province(String id) implements RuleOwner {

        @Override
        public String toString() {
            return "province " + id;
        }
    }
}

package vn.cotmoc.rules.seals;

/** Whose a published model is. */
public sealed interface Owner {

    /** Of the house, for every province that chose no other. */
    record Nation() implements Owner {

        @Override
        public String toString() {
            return "nation";
        }
    }

    /** @param id of the province, e.g. {@code lao-cai} */
    record Province(String id) implements Owner {

        @Override
        public String toString() {
            return "province " + id;
        }
    }
}

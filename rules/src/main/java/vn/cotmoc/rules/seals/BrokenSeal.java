package vn.cotmoc.rules.seals;

/** Something is not what this installation sealed; the sentence says what and what to do. */
public final class BrokenSeal extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenSeal(String reason) {
        super(reason);
    }
}

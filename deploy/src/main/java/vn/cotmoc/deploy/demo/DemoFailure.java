package vn.cotmoc.deploy.demo;

/** A load that stopped: one sentence with the row and the answer. Loading again continues where it stopped. */
public final class DemoFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    DemoFailure(String sentence) {
        super(sentence);
    }

    DemoFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package vn.cotmoc.tenants.onboarding;

/** The login server did not do what it was asked. */
final class KeycloakFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String sentence;

    KeycloakFailure(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    KeycloakFailure(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** Vietnamese, for people, without secrets. */
    String sentence() {
        return sentence;
    }
}

package vn.cotmoc.tenants.onboarding;

/** The login server did not do what it was asked. */
final class KeycloakFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String sentence;
    private final int status;

    KeycloakFailure(String sentence) {
        this(sentence, 0);
    }

    /** @param status it answered with, 0 for none */
    KeycloakFailure(String sentence, int status) {
        super(sentence);
        this.sentence = sentence;
        this.status = status;
    }

    KeycloakFailure(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
        this.status = 0;
    }

    /** Of two calls at once that make the same row Keycloak answers one with 400, until the other is done. */
    boolean mayBeACollision() {
        return status == 400;
    }

    /** Vietnamese, for people, without secrets. */
    String sentence() {
        return sentence;
    }
}

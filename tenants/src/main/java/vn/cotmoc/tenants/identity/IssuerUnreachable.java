package vn.cotmoc.tenants.identity;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;

/**
 * What only the login server knows cannot be had, e.g. the keys that tokens are checked by, so nobody can be told from a
 * stranger: 503, try again.
 */
public final class IssuerUnreachable extends HttpStatusException {

    private static final long serialVersionUID = 1;

    public IssuerUnreachable(Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "The login server cannot be reached; please try again.");
        initCause(cause);
    }
}

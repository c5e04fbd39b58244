package vn.cotmoc.web.traffic;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Carries the trace id to the log lines of whichever thread works for the request. */
record Trace(String id) implements ThreadPropagatedContextElement<@Nullable String> {

    private static final String KEY = "traceId";

    @Override
    public @Nullable String updateThreadContext() {
        String before = MDC.get(KEY);
        MDC.put(KEY, id);
        return before;
    }

    @Override
    public void restoreThreadContext(@Nullable String before) {
        if (before == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, before);
        }
    }
}

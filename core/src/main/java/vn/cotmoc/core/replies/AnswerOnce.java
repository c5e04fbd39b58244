package vn.cotmoc.core.replies;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.refusals.Refusal;

/** Runs a creating call and keeps its answer, in one transaction: both are there or neither. */
@Singleton
public class AnswerOnce {

    private final ReplyStore store;
    private final CurrentActor actor;
    private final Clock clock;

    AnswerOnce(ReplyStore store, CurrentActor actor, Clock clock) {
        this.store = store;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param key the caller's own, unique among that user's calls
     * @param operation method and path
     * @param sha256 of the request's body
     */
    public record Call(String key, String operation, String sha256) {}

    /** The answer given before, if this very call was made before. @throws Refusal {@code idempotency-key-reused} */
    @Transactional
    public Optional<Reply> given(Call call) {
        return store.findByKeyActorAndKeyReplyKey(actor.username(), call.key()).map(row -> {
            if (!row.operation().equals(call.operation())
                    || !row.requestSha256().equals(call.sha256())) {
                throw Refusal.conflict("idempotency-key-reused", "key", call.key());
            }
            return row.toReply();
        });
    }

    /** Fails on a unique key if the same call is being answered at this moment; then {@link #given} tells its answer. */
    @Transactional
    public Reply answer(Call call, Supplier<Reply> work) {
        Reply reply = work.get();
        store.save(new ReplyRow(
                null,
                new ReplyRow.Key(actor.username(), call.key()),
                call.operation(),
                call.sha256(),
                reply.status(),
                reply.location(),
                reply.etag(),
                reply.body(),
                clock.instant()));
        return reply;
    }
}

package vn.cotmoc.core.statements;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import vn.cotmoc.core.refusals.Refusal;

/** Mends what was copied wrongly from a source, or tied to another thing than the one it speaks of. */
@Singleton
public class CorrectStatement {

    private final StatementView view;
    private final StatementStore store;
    private final QuoteStatement entry;

    CorrectStatement(StatementView view, StatementStore store, QuoteStatement entry) {
        this.view = view;
        this.store = store;
        this.entry = entry;
    }

    /** @param right the whole of it, under its code, as the version that was seen */
    public record Command(Statement right, String reason) {}

    /** @throws Refusal {@code unknown-statement}, {@code statement-changed}, {@code correction-none}, or as {@link QuoteStatement} says of ties */
    @Transactional
    public Statement correct(Command command) {
        Statement right = command.right();
        Statement was = view.find(right.code())
                .orElseThrow(() -> Refusal.unknown("unknown-statement", "statement", right.code()));
        if (was.version() != right.version()) {
            throw changed(was.version());
        }
        entry.requireTies(right, was.observations());
        Statement corrected = store.correct(was, right, command.reason());
        if (corrected == null) {
            throw changed(was.version() + 1);
        }
        return corrected;
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("statement-changed", "version", newest);
    }
}

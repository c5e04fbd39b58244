package vn.cotmoc.core.sheets;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.submissions.EnterFigures;
import vn.cotmoc.core.submissions.Submission;

/** Stores an uploaded sheet's rows into its report: exactly those that were confirmed, in one transaction, or nothing. */
@Singleton
public class ConfirmImport {

    private final ImportStore store;
    private final ImportView view;
    private final EnterFigures enterFigures;

    ConfirmImport(ImportStore store, ImportView view, EnterFigures enterFigures) {
        this.store = store;
        this.view = view;
        this.enterFigures = enterFigures;
    }

    /** What is to be stored. */
    public enum Accept implements Coded {
        /** The whole sheet; nothing if a single row is wrong. */
        ALL,
        /** The rows that are right; the others are given back. */
        GOOD
    }

    /** @param readings addresses of doubtful figures that were seen and are read as they are meant */
    public record Command(UUID id, Accept accept, Set<String> readings) {}

    /**
     * @throws Refusal {@code unknown-import}; {@code import-reading}, {@code import-refused}, {@code import-interrupted},
     *     {@code import-confirmed}; {@code unknown-reading}; {@code import-not-right}, {@code import-empty}; and what
     *     {@link EnterFigures} refuses, a report that was changed meanwhile among them
     */
    @Transactional
    public Import confirm(Command command) {
        Import found = view.require(command.id());
        requireRead(found);
        if (!store.confirm(found.id())) {
            throw confirmedBefore();
        }
        List<Import.Reading> right = view.readings(found.id());
        requireDoubtful(right, command.readings());
        List<Import.Reading> taken = right.stream()
                .filter(row -> !row.doubtful() || command.readings().contains(row.at()))
                .toList();
        int faulty = view.counts(found.id()).faulty();
        int unconfirmed = right.size() - taken.size();
        if (command.accept() == Accept.ALL && faulty + unconfirmed > 0) {
            throw Refusal.conflict("import-not-right", "faulty", faulty, "doubtful", unconfirmed);
        }
        if (taken.isEmpty()) {
            throw Refusal.conflict("import-empty");
        }
        Submission became = enterFigures.enter(new EnterFigures.Command(
                found.submission(),
                found.version(),
                taken.stream().map(Import.Reading::written).toList()));
        store.accept(found.id(), taken.stream().map(Import.Reading::number).toList(), became.version());
        return view.require(found.id());
    }

    private static void requireRead(Import found) {
        switch (found.status()) {
            case READING -> throw Refusal.conflict("import-reading");
            case REFUSED -> throw Refusal.conflict("import-refused");
            case INTERRUPTED -> throw Refusal.conflict("import-interrupted");
            case CONFIRMED -> throw confirmedBefore();
            case READ -> {}
        }
    }

    private static Refusal confirmedBefore() {
        return Refusal.conflict("import-confirmed");
    }

    private static void requireDoubtful(List<Import.Reading> rows, Set<String> readings) {
        Set<String> unknown = new HashSet<>(readings);
        rows.stream().filter(Import.Reading::doubtful).map(Import.Reading::at).forEach(unknown::remove);
        unknown.stream().findFirst().ifPresent(address -> {
            throw Refusal.invalid("unknown-reading", "/readings", "address", address);
        });
    }
}

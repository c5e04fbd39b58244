package vn.cotmoc.core.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.cases.Case;
import vn.cotmoc.core.statements.Statement;

/**
 * What a unit has to do for a plan.
 *
 * @param unit which does it
 * @param dueOn the last day
 * @param agreedIn the {@link Case} in which it was agreed, if any
 * @param statement code of the {@link Statement} that it carries out, if any
 * @param progress 0 to 100
 * @param version 1, 2, … of its status and progress
 */
public record Task(
        UUID id,
        UUID plan,
        String title,
        @Nullable String detail,
        UUID unit,
        LocalDate dueOn,
        @Nullable UUID agreedIn,
        @Nullable String statement,
        TaskStatus status,
        int progress,
        int version,
        Instant recordedAt,
        String recordedBy) {

    /**
     * @param number 1, 2, …
     * @param status what it made of the task
     * @param progress 0 to 100
     */
    public record Progress(
            int number, TaskStatus status, int progress, String note, Instant recordedAt, String recordedBy) {}

    public boolean isOverdueOn(LocalDate day) {
        return status == TaskStatus.OPEN && dueOn.isBefore(day);
    }

    Task at(TaskStatus other, int reached) {
        return new Task(
                id,
                plan,
                title,
                detail,
                unit,
                dueOn,
                agreedIn,
                statement,
                other,
                reached,
                version + 1,
                recordedAt,
                recordedBy);
    }
}

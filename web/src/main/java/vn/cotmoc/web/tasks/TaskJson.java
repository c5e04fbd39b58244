package vn.cotmoc.web.tasks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.tasks.AddTask;
import vn.cotmoc.core.tasks.ReportProgress;
import vn.cotmoc.core.tasks.Task;
import vn.cotmoc.core.tasks.TaskView;
import vn.cotmoc.web.targets.AimedJson;
import vn.cotmoc.web.wire.Reads;

/**
 * What a unit has to do for a plan, as sent.
 *
 * @param dueOn the last day
 * @param overdue whether it is open and that day has passed
 * @param agreedIn the case in which it was agreed, if any
 * @param statement code of the statement that it carries out, if any
 * @param progress 0 to 100
 * @param targets that it serves
 * @param version also the ETag
 */
@Serdeable
@Schema(name = "Task")
record TaskJson(
        UUID id,
        UUID plan,
        String planTitle,
        String title,
        @Nullable String detail,
        LinkJson unit,
        List<LinkJson> coordinators,
        LocalDate dueOn,
        boolean overdue,
        @Nullable UUID agreedIn,
        @Nullable String statement,

        @Schema(allowableValues = {"open", "done", "dropped"})
        String status,

        int progress,
        List<AimedJson> targets,
        Instant recordedAt,
        String recordedBy,
        int version) {

    static TaskJson of(TaskView.Line line, LocalDate today) {
        Task task = line.task();
        return new TaskJson(
                task.id(),
                task.plan(),
                line.planTitle(),
                task.title(),
                task.detail(),
                LinkJson.of(line.unit()),
                line.coordinators().stream().map(LinkJson::of).toList(),
                task.dueOn(),
                task.isOverdueOn(today),
                task.agreedIn(),
                task.statement(),
                task.status().code(),
                task.progress(),
                line.targets().stream().map(AimedJson::of).toList(),
                task.recordedAt(),
                task.recordedBy(),
                task.version());
    }

    /** A unit. */
    @Serdeable
    @Schema(name = "TaskLink")
    record LinkJson(UUID id, String name, String nameEn) {

        static LinkJson of(TaskView.Link link) {
            return new LinkJson(link.id(), link.name(), link.nameEn());
        }
    }

    /** A task with every report of its progress, oldest first. */
    @Serdeable
    @Schema(name = "TaskDetails")
    record DetailsJson(TaskJson task, List<ReportedJson> reports) {

        static DetailsJson of(TaskView.Line line, LocalDate today, List<Task.Progress> reports) {
            return new DetailsJson(
                    TaskJson.of(line, today),
                    reports.stream()
                            .map(report -> new ReportedJson(
                                    report.number(),
                                    report.status().code(),
                                    report.progress(),
                                    report.note(),
                                    report.recordedAt(),
                                    report.recordedBy()))
                            .toList());
        }
    }

    /** @param status what the report made of the task */
    @Serdeable
    @Schema(name = "TaskReport")
    record ReportedJson(
            int number,

            @Schema(allowableValues = {"open", "done", "dropped"})
            String status,

            int progress,
            String note,
            Instant recordedAt,
            String recordedBy) {}

    /**
     * A task as received.
     *
     * @param agreedIn a case of the plan; its target is linked by itself
     * @param statement code of one that is a task
     */
    @Serdeable
    @Schema(name = "NewTask")
    record AddJson(
            String plan,
            String title,
            @Nullable String detail,
            String unit,
            @Nullable List<String> coordinators,
            String dueOn,
            @Nullable String agreedIn,
            @Nullable String statement,
            @Nullable List<String> targets) {

        AddTask.Command toCommand() {
            return new AddTask.Command(
                    Reads.id(plan, "/plan"),
                    Reads.text(title, "/title", 500),
                    Reads.textOrNull(detail, "/detail", 4000),
                    Reads.id(unit, "/unit"),
                    Reads.each(coordinators, "/coordinators", Reads::id),
                    Reads.day(dueOn, "/dueOn"),
                    Reads.idOrNull(agreedIn, "/agreedIn"),
                    Reads.textOrNull(statement, "/statement", 60),
                    Reads.each(targets, "/targets", Reads::id));
        }
    }

    /** @param progress 0 to 100; at 100 the task is done */
    @Serdeable
    @Schema(name = "TaskProgress")
    record ProgressJson(int progress, String note) {

        ReportProgress.Command toCommand(UUID task, int expectedVersion) {
            return new ReportProgress.Command(task, expectedVersion, progress, Reads.text(note, "/note", 2000));
        }
    }

    @Serdeable
    @Schema(name = "TaskWithdrawal")
    record DropJson(String reason) {}
}

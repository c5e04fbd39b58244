package vn.cotmoc.web.tasks;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.tasks.AddTask;
import vn.cotmoc.core.tasks.ReportProgress;
import vn.cotmoc.core.tasks.Task;
import vn.cotmoc.core.tasks.TaskStatus;
import vn.cotmoc.core.tasks.TaskView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** Tasks and measures: given by who leads, reported by units. */
@Controller("/api/v1/tasks")
@Tag(name = "tasks")
final class TaskController {

    private final TaskView view;
    private final AddTask addTask;
    private final ReportProgress reportProgress;
    private final CreateOnce createOnce;
    private final Clock clock;

    TaskController(TaskView view, AddTask addTask, ReportProgress reportProgress, CreateOnce createOnce, Clock clock) {
        this.view = view;
        this.addTask = addTask;
        this.reportProgress = reportProgress;
        this.createOnce = createOnce;
        this.clock = clock;
    }

    @Get
    @Operation(operationId = "listTasks", summary = "Tasks, in the order in which they were entered")
    @ProvinceReaders
    Page<TaskJson> list(
            @QueryValue @Nullable String plan,
            @QueryValue @Nullable String target,
            @QueryValue @Nullable String unit,
            @QueryValue @Nullable String agreedIn,
            @QueryValue @Nullable String status,
            @QueryValue @Nullable String only,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<TaskView.Line> found = view.list(new TaskView.Query(
                Reads.idOrNull(plan, "plan"),
                Reads.idOrNull(target, "target"),
                Reads.idOrNull(unit, "unit"),
                Reads.idOrNull(agreedIn, "agreedIn"),
                Reads.wordOrNull(TaskStatus.class, status, "status"),
                Reads.wordOrNull(TaskView.Only.class, only, "only"),
                Reads.idOrNull(after, "after"),
                most + 1));
        LocalDate today = LocalDate.now(clock);
        return Page.of(found, most, line -> line.task().id().toString(), line -> TaskJson.of(line, today));
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "addTask", summary = "Gives a unit a task; in a case, this is how action is agreed")
    @Secured({Role.APPROVER, Role.PROVINCE_ADMIN})
    HttpResponse<TaskJson> add(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body TaskJson.AddJson body) {
        return createOnce.create(request, idempotencyKey, body, TaskJson.class, () -> {
            Task task = addTask.add(body.toCommand());
            return new CreateOnce.Made<>("/api/v1/tasks/" + task.id(), task.version(), json(task));
        });
    }

    @Get("/{task}")
    @Operation(operationId = "getTask", summary = "One task with every report of its progress")
    @ProvinceReaders
    HttpResponse<TaskJson.DetailsJson> get(@PathVariable String task) {
        TaskView.Line line = view.require(Reads.id(task, "task"));
        return HttpResponse.ok(TaskJson.DetailsJson.of(
                        line, LocalDate.now(clock), view.progress(line.task().id())))
                .header("ETag", Tags.of(line.task().version()));
    }

    @Post("/{task}/progress")
    @Operation(operationId = "reportProgress", summary = "Says how far a task has come, by the unit which does it")
    @Secured(Role.OFFICER)
    HttpResponse<TaskJson> report(
            @PathVariable String task, @Header("If-Match") @Nullable String ifMatch, @Body TaskJson.ProgressJson body) {
        return answer(reportProgress.report(body.toCommand(Reads.id(task, "task"), Tags.expected(ifMatch))));
    }

    @Post("/{task}/withdrawal")
    @Operation(operationId = "dropTask", summary = "Gives a task up; it stays readable")
    @Secured({Role.APPROVER, Role.PROVINCE_ADMIN})
    HttpResponse<TaskJson> drop(
            @PathVariable String task, @Header("If-Match") @Nullable String ifMatch, @Body TaskJson.DropJson body) {
        return answer(reportProgress.drop(
                Reads.id(task, "task"), Tags.expected(ifMatch), Reads.text(body.reason(), "/reason", 2000)));
    }

    private HttpResponse<TaskJson> answer(Task task) {
        return HttpResponse.ok(json(task)).header("ETag", Tags.of(task.version()));
    }

    private TaskJson json(Task task) {
        return TaskJson.of(view.require(task.id()), LocalDate.now(clock));
    }
}

package vn.cotmoc.web.sheets;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.MethodBasedRouteMatch;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.names.NameView;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.web.problems.Problems;
import vn.cotmoc.web.wire.Download;
import vn.cotmoc.web.wire.Listing;
import vn.cotmoc.web.wire.Page;

/**
 * Any list as a spreadsheet: who asks for its address with {@code Accept:} {@value Download#XLSX} gets all its pages in one file, by the
 * same operation, so with the same rights and filters. A new list joins by itself.
 */
@ServerFilter(patterns = "/api/v1/**", methods = HttpMethod.GET)
final class ListSheets implements Ordered {

    private static final String WANTED = "cotmoc.list-as-sheet";
    private static final int MOST_ROWS = 100_000;
    private static final int PAGE = 200;

    /** Rows that are held before they are written. */
    private static final int HELD = 500;

    private final JsonMapper json;
    private final NameView names;

    ListSheets(JsonMapper json, NameView names) {
        this.json = json;
        this.names = names;
    }

    /** Lists speak JSON; operations that make spreadsheets themselves are found all the same. */
    @PreMatching
    @RequestFilter
    void readAsList(HttpRequest<?> request) {
        boolean wanted = request.getHeaders().accept().stream()
                .anyMatch(type -> type.getName().equals(Download.XLSX));
        if (wanted && request.getHeaders() instanceof MutableHttpHeaders headers) {
            headers.set(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON + ", " + Download.XLSX);
            request.setAttribute(WANTED, true);
        }
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> answer(HttpRequest<?> request, HttpResponse<?> response) throws IOException {
        Object body = response.body();
        if (request.getAttribute(WANTED).isEmpty()
                || response.status() != HttpStatus.OK
                || body instanceof StreamedFile) {
            return response;
        }
        MethodBasedRouteMatch<?, ?> match = request.getAttribute(
                        "micronaut.http.route.match", MethodBasedRouteMatch.class)
                .orElse(null);
        if (match == null || !(body instanceof Listing<?> first)) {
            return Problems.answer(request, HttpStatus.NOT_ACCEPTABLE.getCode(), "not-acceptable", null, Map.of());
        }
        return Download.of(Download.XLSX, to -> {
            write(request, match, first, to);
            String path = request.getPath();
            return path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9-]", "-") + ".xlsx";
        });
    }

    private void write(HttpRequest<?> request, MethodBasedRouteMatch<?, ?> match, Listing<?> first, OutputStream to)
            throws IOException {
        SheetWords words = new SheetWords(Problems.locale(request), names::of);
        try (Workbook workbook = new Workbook(to, "Cot Moc", null)) {
            Worksheet sheet = workbook.newWorksheet(words.require("sheet"));
            List<ListColumn> columns = ListColumn.of(item(match, first));
            sheet.freezePane(0, 1);
            for (int column = 0; column < columns.size(); column++) {
                sheet.width(column, 20);
                sheet.inlineString(0, column, columns.get(column).header(words));
                sheet.style(0, column).bold().wrapText(true).set();
            }
            int row = 1;
            for (@Nullable Listing<?> page = first; page != null; page = next(request, match, page)) {
                List<JsonNode> items = new ArrayList<>();
                for (Object item : page.rows()) {
                    items.add(json.writeValueToTree(item));
                }
                words.learn(items);
                for (JsonNode item : items) {
                    if (row > MOST_ROWS) {
                        throw Refusal.invalid("export-long", "Accept", "most", MOST_ROWS);
                    }
                    for (int column = 0; column < columns.size(); column++) {
                        columns.get(column).write(sheet, row, column, item, words);
                    }
                    row++;
                    if (row % HELD == 0) {
                        sheet.flush();
                    }
                }
            }
        }
    }

    /** The type of what is listed: a page's is the operation's. */
    private static Class<?> item(MethodBasedRouteMatch<?, ?> match, Listing<?> answer) {
        if (answer instanceof Page<?>) {
            Argument<?> returned = match.getReturnType().asArgument();
            Argument<?> page = returned.getType() == Page.class
                    ? returned
                    : returned.getFirstTypeVariable().orElseThrow();
            return page.getFirstTypeVariable().orElseThrow().getType();
        }
        return listed(answer.getClass());
    }

    /** What an answer lists that is no page. */
    static Class<?> listed(Class<?> answer) {
        return Arrays.stream(answer.getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(type -> type.getRawType() == Listing.class)
                .map(type -> (Class<?>) type.getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Listing<?> next(
            HttpRequest<?> request, MethodBasedRouteMatch<?, ?> match, Listing<?> page) {
        String after = page.next();
        if (after == null) {
            return null;
        }
        Object[] arguments = Arrays.stream(match.getArguments())
                .map(argument -> argument(request, match, argument, after))
                .toArray();
        // The match itself would not pass on what is left out.
        Object answer = ((MethodBasedRouteInfo<?, ?>) match.getRouteInfo())
                .getTargetMethod()
                .invoke(arguments);
        return (Listing<?>) (answer instanceof HttpResponse<?> response ? response.body() : answer);
    }

    private static @Nullable Object argument(
            HttpRequest<?> request, MethodBasedRouteMatch<?, ?> match, Argument<?> argument, String after) {
        if (HttpRequest.class.isAssignableFrom(argument.getType())) {
            return request;
        }
        if (argument.isAnnotationPresent(PathVariable.class)) {
            String name = argument.getAnnotationMetadata()
                    .stringValue(PathVariable.class)
                    .orElse(argument.getName());
            return match.getVariableValues().get(name);
        }
        return switch (argument.getName()) {
            case "after" -> after;
            case "limit" -> PAGE;
            default ->
                ConversionService.SHARED
                        .convert(request.getParameters().get(argument.getName()), argument)
                        .orElse(null);
        };
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.LAST.order();
    }
}

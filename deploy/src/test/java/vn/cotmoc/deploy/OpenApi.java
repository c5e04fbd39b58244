package vn.cotmoc.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The API by its own description: operations, their parameters, every field of their bodies. */
final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** JSON by the line: one line is a good request already. */
    static final String LINES = "application/x-ndjson";

    private final Map<?, ?> document;
    private final Map<String, Operation> operations = new TreeMap<>();
    private final Set<String> lists = new TreeSet<>();

    /** Where something stands in a request. */
    enum In {
        PATH,
        QUERY,
        HEADER,
        BODY
    }

    /**
     * @param name of the parameter; of a body's field its JSON pointer, e.g. {@code /baseline/amount}
     * @param type string, integer, number, boolean or array; of an array its first element, e.g. {@code /predecessors/0}, is a
     *     position too, or each field of that element
     */
    record Position(In in, String name, String type, boolean required) {

        @Override
        public String toString() {
            return in.name().toLowerCase(Locale.ROOT) + " " + name;
        }
    }

    /**
     * @param path with placeholders, e.g. {@code /api/v1/plans/{plan}}
     * @param statuses that are described, e.g. 201
     * @param anonymous whether the description says that no token is needed
     */
    record Operation(
            String id,
            String method,
            String path,
            List<Position> positions,
            boolean hasBody,
            boolean anonymous,
            Set<String> statuses) {

        Stream<Position> in(In in) {
            return positions.stream().filter(position -> position.in() == in);
        }

        boolean isGet() {
            return method.equals("GET");
        }

        boolean takes(String parameter) {
            return positions.stream().anyMatch(position -> position.name().equals(parameter));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    private OpenApi(Map<?, ?> document) {
        this.document = document;
        map(document, "paths")
                .forEach((path, methods) -> ((Map<?, ?>) methods).forEach((method, operation) -> {
                    if (METHODS.contains(String.valueOf(method))) {
                        add(String.valueOf(path), String.valueOf(method), (Map<?, ?>) operation);
                    }
                }));
    }

    /** As the running application serves it. */
    static OpenApi of(Stack stack) {
        String text = stack.call("GET", "/openapi.yml", null, Map.of(), null).body();
        return new OpenApi(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    List<Operation> operations() {
        return List.copyOf(operations.values());
    }

    Operation operation(String id) {
        return Optional.ofNullable(operations.get(id)).orElseThrow();
    }

    Set<String> ids() {
        return operations.keySet();
    }

    /** Operations that read, and whose answer lists things, whatever else it says. */
    Set<String> lists() {
        return Set.copyOf(lists);
    }

    private boolean isList(Map<?, ?> operation) {
        Map<?, ?> content = map(map(map(operation, "responses"), "200"), "content");
        Map<?, ?> answer = resolved(map(map(content, "application/json"), "schema"));
        return type(answer).equals("array")
                || map(answer, "properties").values().stream()
                        .map(property -> resolved((Map<?, ?>) property))
                        .anyMatch(property -> type(property).equals("array")
                                && type(resolved(map(property, "items"))).equals("object"));
    }

    private void add(String path, String method, Map<?, ?> operation) {
        String id = String.valueOf(operation.get("operationId"));
        if (method.equals("get") && isList(operation)) {
            lists.add(id);
        }
        var positions = new ArrayList<Position>();
        for (Object one : list(operation, "parameters")) {
            Map<?, ?> parameter = resolved((Map<?, ?>) one);
            positions.add(new Position(
                    In.valueOf(String.valueOf(parameter.get("in")).toUpperCase(Locale.ROOT)),
                    String.valueOf(parameter.get("name")),
                    type(map(parameter, "schema")),
                    Boolean.TRUE.equals(parameter.get("required"))));
        }
        Map<?, ?> body = map(operation, "requestBody");
        if (!body.isEmpty()) {
            Map<?, ?> contents = map(body, "content");
            if (Set.of(Set.of("multipart/form-data"), Set.of("application/zip")).contains(contents.keySet())) {
                body = Map.of(); // a file is no JSON to be broken: EvidenceIT and ArchiveIT send the bad ones
            } else if (contents.keySet().equals(Set.of(LINES))) {
                fields(map(map(contents, LINES), "schema"), id, "", positions);
            } else if (contents.keySet().equals(Set.of("application/json"))) {
                fields(map(map(contents, "application/json"), "schema"), id, "", positions);
            } else {
                throw new IllegalStateException(
                        "%s takes %s; these tests know JSON only.".formatted(id, contents.keySet()));
            }
        }
        Operation before = operations.put(
                id,
                new Operation(
                        id,
                        method.toUpperCase(Locale.ROOT),
                        path,
                        List.copyOf(positions),
                        !body.isEmpty(),
                        operation.get("security") instanceof List<?> needed && needed.isEmpty(),
                        map(operation, "responses").keySet().stream()
                                .map(String::valueOf)
                                .collect(Collectors.toUnmodifiableSet())));
        if (before != null) {
            throw new IllegalStateException("Two operations are called %s.".formatted(id));
        }
    }

    private void fields(Map<?, ?> written, String operation, String at, List<Position> positions) {
        Map<?, ?> schema = resolved(written);
        List<?> required = list(schema, "required");
        map(schema, "properties").forEach((name, property) -> {
            String pointer = at + "/" + name;
            Map<?, ?> field = resolved((Map<?, ?>) property);
            String type = type(field);
            switch (type) {
                case "object" -> {
                    if (map(field, "properties").isEmpty()) {
                        throw new IllegalStateException(
                                "%s takes any field in %s; these tests cannot put identifiers there."
                                        .formatted(operation, pointer));
                    }
                    fields(field, operation, pointer, positions);
                }
                case "string", "integer", "number", "boolean" ->
                    positions.add(new Position(In.BODY, pointer, type, required.contains(name)));
                case "array" -> {
                    positions.add(new Position(In.BODY, pointer, type, required.contains(name)));
                    elements(resolved(map(field, "items")), operation, pointer + "/0", positions);
                }
                default ->
                    throw new IllegalStateException(
                            "%s takes %s in %s, which these tests cannot fill.".formatted(operation, type, pointer));
            }
        });
    }

    private void elements(Map<?, ?> element, String operation, String pointer, List<Position> positions) {
        switch (type(element)) {
            case "string" -> positions.add(new Position(In.BODY, pointer, "string", false));
            case "object" -> fields(element, operation, pointer, positions);
            default ->
                throw new IllegalStateException("%s takes %s in %s, which these tests cannot fill."
                        .formatted(operation, type(element), pointer));
        }
    }

    /** Without the {@code null} of what may be left out. */
    private static String type(Map<?, ?> schema) {
        return schema.get("type") instanceof List<?> types
                ? types.stream()
                        .map(String::valueOf)
                        .filter(type -> !type.equals("null"))
                        .collect(Collectors.joining())
                : String.valueOf(schema.get("type"));
    }

    /** The schema itself, whether it is referred to, or one of several of which the other is {@code null}. */
    private Map<?, ?> resolved(Map<?, ?> schema) {
        if (schema.get("$ref") instanceof String reference) {
            Map<?, ?> found = document;
            for (String step : reference.substring(2).split("/")) {
                found = map(found, step);
            }
            return resolved(found);
        }
        var merged = new LinkedHashMap<Object, Object>(schema);
        for (String several : List.of("allOf", "anyOf", "oneOf")) {
            list(schema, several).stream()
                    .map(part -> resolved((Map<?, ?>) part))
                    .filter(part -> !type(part).equals("null"))
                    .forEach(merged::putAll);
        }
        return merged;
    }

    private static Map<?, ?> map(Map<?, ?> from, String key) {
        return from.get(key) instanceof Map<?, ?> found ? found : Map.of();
    }

    private static List<?> list(Map<?, ?> from, String key) {
        return from.get(key) instanceof List<?> found ? found : List.of();
    }

    @Override
    public String toString() {
        return operations.values().stream().map(Operation::id).collect(Collectors.joining(", "));
    }
}

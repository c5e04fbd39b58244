import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Lifts the generated API description from OpenAPI 3.0 to 3.1, where what may be null has the type {@code null} beside its own.
 * The generator's own 3.1 says "string, null or object" of a nullable text and leaves a nullable reference without any value.
 *
 * <p>Argument: the YAML file, which is rewritten.
 */
class OpenApi31 {

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        Map<String, Object> api = new Yaml().load(Files.readString(file));
        if (!String.valueOf(api.get("openapi")).startsWith("3.0")) {
            return;
        }
        api.put("openapi", "3.1.0");
        Object lifted = lift(api);
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        try (Writer writer = Files.newBufferedWriter(file)) {
            new Yaml(options).dump(lifted, writer);
        }
    }

    private static Object lift(Object node) {
        if (node instanceof List<?> list) {
            return new ArrayList<>(list.stream().map(OpenApi31::lift).toList());
        }
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        Map<String, Object> lifted = new LinkedHashMap<>();
        map.forEach((key, value) -> lifted.put(String.valueOf(key), lift(value)));
        // An annotation of the framework that no OpenAPI knows; the same values stand under "enum".
        lifted.remove("allowableValues");
        if (Boolean.TRUE.equals(lifted.remove("nullable"))) {
            allowNull(lifted);
        }
        return lifted;
    }

    private static void allowNull(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type) {
            schema.put("type", List.of(type, "null"));
            if (schema.get("enum") instanceof List<?> values) {
                List<Object> withNull = new ArrayList<>(values);
                withNull.add(null);
                schema.put("enum", withNull);
            }
        } else if (schema.remove("allOf") instanceof List<?> all) {
            List<Object> either = new ArrayList<>(all);
            either.add(Map.of("type", "null"));
            schema.put("anyOf", either);
        }
    }
}

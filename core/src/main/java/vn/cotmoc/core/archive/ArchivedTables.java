package vn.cotmoc.core.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Table;
import vn.cotmoc.core.tables.DefaultSchema;
import vn.cotmoc.core.tables.Tables;

/** Every table with a province's rows, read from the generated schema: a new table joins by itself. */
final class ArchivedTables {

    /** Of the platform, good for a retry of minutes only, how the house's own work stands, or what this installation vouches for. */
    private static final Set<String> LEFT_OUT = Set.of(
            Tables.TENANT.getName(),
            Tables.OPENING.getName(),
            Tables.IDEMPOTENT_REPLY.getName(),
            Tables.OUTBOX.getName(),
            Tables.RESCORING.getName(),
            Tables.RULE_IMPACT.getName(),
            Tables.RELEASE_SEAL.getName(),
            Tables.RULE_CODE.getName());

    /** What a foreign key points to comes first. */
    static final List<Table<?>> IN_ORDER = inOrder();

    private ArchivedTables() {}

    private static List<Table<?>> inOrder() {
        List<Table<?>> waiting = DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> table.field("tenant_id") != null && !LEFT_OUT.contains(table.getName()))
                .sorted(Comparator.comparing(Table::getName))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Table<?>> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Table<?> next = waiting.stream()
                    .filter(table -> table.getReferences().stream()
                            .map(key -> key.getKey().getTable())
                            .noneMatch(pointed -> !pointed.equals(table) && waiting.contains(pointed)))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("Foreign keys run in a circle: %s.".formatted(waiting)));
            ordered.add(next);
            waiting.remove(next);
        }
        return List.copyOf(ordered);
    }

    /** All but the province itself, in the order of the table. */
    static List<Field<?>> columns(Table<?> table) {
        return Arrays.stream(table.fields())
                .filter(field -> !field.getName().equals("tenant_id"))
                .toList();
    }

    /** The columns that point to another row of the same table, without the province; empty for most tables. */
    static List<Field<?>> pointingToItself(Table<?> table) {
        return table.getReferences().stream()
                .filter(key -> key.getKey().getTable().equals(table))
                .map(ForeignKey::getFields)
                .flatMap(List::stream)
                .<Field<?>>map(field -> field)
                .filter(field -> !field.getName().equals("tenant_id"))
                .toList();
    }

    /** Of all names and types: two houses with the same keep the same tables. */
    static String schema() {
        String description = IN_ORDER.stream()
                .map(table -> table.getName()
                        + columns(table).stream()
                                .map(field -> field.getName() + " "
                                        + field.getDataType().getTypeName())
                                .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(sha256().digest(description.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

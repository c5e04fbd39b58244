package vn.cotmoc.web.sheets;

import io.micronaut.json.tree.JsonNode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.web.wire.Page;

/**
 * A column of a list's spreadsheet: a field of what the API sends, or of a record in it. Days and moments are written as such, amounts as
 * numbers where a spreadsheet keeps all their digits; lists are told in one cell.
 *
 * @param path names of fields, from the outermost
 */
record ListColumn(List<String> path, Class<?> type) {

    private static final int DEEPEST = 3;

    /** Digits that a spreadsheet keeps of a number. */
    private static final int KEPT = 15;

    /** Fields whose texts are exact decimals; other texts of digits are codes and periods. */
    private static final Pattern DECIMALS = Pattern.compile(
            "(?i).*(amount|amountHigh|percent|share|value|expected|weight|decimal)|.*From|tolerance|lowest|highest"
                    + "|low|middle|high|probability|best|earlier|most");

    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private static final ZoneId HOUSE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);

    /** Of a record that the API sends; identifiers, which are for programs, come last. */
    static List<ListColumn> of(Class<?> item) {
        List<ListColumn> columns = new ArrayList<>();
        add(item, List.of(), columns);
        columns.sort(Comparator.comparing(column -> column.type() == UUID.class));
        return columns;
    }

    private static void add(Class<?> item, List<String> before, List<ListColumn> columns) {
        for (RecordComponent component : item.getRecordComponents()) {
            List<String> path = new ArrayList<>(before);
            path.add(component.getName());
            if (component.getType().isRecord() && path.size() < DEEPEST) {
                add(component.getType(), path, columns);
            } else {
                columns.add(new ListColumn(List.copyOf(path), component.getType()));
            }
        }
    }

    /** The list that an answer is: a page's items, a scorecard's targets; null if it is none, or has pages that nobody here can turn. */
    static @Nullable RecordComponent list(Class<?> answer) {
        if (!answer.isRecord() || answer != Page.class && component(answer, "next") != null) {
            return null;
        }
        return Stream.of("items", "targets")
                .map(name -> component(answer, name))
                .filter(component -> component != null && component.getType() == List.class)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable RecordComponent component(Class<?> answer, String name) {
        return Arrays.stream(answer.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** @param word of a field's name */
    String header(Function<String, String> word) {
        return path.stream().map(word).collect(Collectors.joining(" – "));
    }

    /** Codes of a field that have a word: {@code word.status.open} is what {@code open} is called there. */
    static String word(String field, String code) {
        return "word." + field + "." + code;
    }

    /** @param words of codes, by {@link #word}; a text that has none is written as it is */
    void write(Worksheet sheet, int row, int column, JsonNode item, UnaryOperator<@Nullable String> words) {
        JsonNode value = item;
        for (String name : path) {
            JsonNode inner = value.isObject() ? value.get(name) : null;
            if (inner == null || inner.isNull()) {
                return;
            }
            value = inner;
        }
        write(sheet, row, column, value, shown(path.getLast(), value, words));
    }

    private void write(Worksheet sheet, int row, int column, JsonNode value, String shown) {
        if (WHOLE.contains(type)) {
            sheet.value(row, column, value.getLongValue());
        } else if (type == LocalDate.class) {
            sheet.value(row, column, LocalDate.parse(shown));
            sheet.style(row, column).format("dd/mm/yyyy").set();
        } else if (type == Instant.class) {
            sheet.value(row, column, Instant.parse(shown).atZone(HOUSE).toLocalDateTime());
            sheet.style(row, column).format("dd/mm/yyyy hh:mm").set();
        } else if (isNumber(shown)) {
            sheet.value(row, column, new BigDecimal(shown));
        } else {
            // As a text it is never a formula, whatever it begins with.
            sheet.inlineString(row, column, shown);
            sheet.style(row, column).format("@").set();
        }
    }

    private boolean isNumber(String shown) {
        return DECIMALS.matcher(path.getLast()).matches()
                && DECIMAL.matcher(shown).matches()
                && new BigDecimal(shown).precision() <= KEPT;
    }

    private static String shown(String field, JsonNode value, UnaryOperator<@Nullable String> words) {
        if (value.isArray()) {
            return StreamSupport.stream(value.values().spliterator(), false)
                    .filter(one -> !one.isNull())
                    .map(one -> shown(field, one, words))
                    .collect(Collectors.joining("; "));
        }
        if (value.isObject()) {
            return StreamSupport.stream(value.entries().spliterator(), false)
                    .filter(inner -> !inner.getValue().isNull())
                    .map(inner -> shown(inner.getKey(), inner.getValue(), words))
                    .collect(Collectors.joining(", "));
        }
        String text = value.coerceStringValue();
        String said = words.apply(word(field, text));
        return said == null ? text : said;
    }
}

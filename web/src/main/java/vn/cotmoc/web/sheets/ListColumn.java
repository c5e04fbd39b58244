package vn.cotmoc.web.sheets;

import io.micronaut.json.tree.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.names.NameView;

/**
 * A column of a list's spreadsheet: a field of a line, or of a record in it. Days and moments are written as such, amounts as
 * numbers where a spreadsheet keeps all their digits; lists are told in one cell. What the API knows by an identifier is written
 * by its name, and the identifier, which is for programs, in a column at the end.
 *
 * @param path from the outermost
 */
record ListColumn(List<Field> path, Shown shown) {

    private static final int DEEPEST = 3;

    /** Digits that a spreadsheet keeps of a number. */
    private static final int KEPT = 15;

    /** Fields whose texts are exact decimals; other texts of digits are codes and periods. */
    private static final Pattern DECIMALS = Pattern.compile(
            "(?i).*(amount|amountHigh|percent|share|value|expected|weight|decimal)|.*From|tolerance|lowest|highest"
                    + "|low|middle|high|probability|best|earlier|most|figure|against|allowed|jumpMost|partsTolerance");

    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private static final ZoneId HOUSE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Set<Type> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);

    private static final String OWN_ID = "id";
    private static final String CODE_OF_INDICATOR = "indicator";

    /** What of a field is written. */
    enum Shown {
        VALUE,
        NAME,
        IDENTIFIER
    }

    /** @param owner of which record, as the API's description calls it */
    record Field(String owner, String name, Type type) {

        static Field of(RecordComponent component) {
            return new Field(calls(component.getDeclaringRecord()), component.getName(), component.getGenericType());
        }

        private static String calls(Class<?> item) {
            Schema schema = item.getAnnotation(Schema.class);
            return schema == null || schema.name().isEmpty() ? item.getSimpleName() : schema.name();
        }

        boolean isIdentifier() {
            return type == UUID.class;
        }

        /** From the most to the least special. */
        List<String> words() {
            return List.of(owner + "." + name, name);
        }

        /** {@code word.Case.status.open} or {@code word.status.open} is what {@code open} is called there. */
        List<String> words(String code) {
            return words().stream().map(field -> "word." + field + "." + code).toList();
        }
    }

    /** Of a record that is listed; identifiers come last. */
    static List<ListColumn> of(Class<?> item) {
        List<ListColumn> columns = new ArrayList<>();
        add(item, List.of(), columns);
        columns.sort(Comparator.comparing(column -> column.shown() == Shown.IDENTIFIER));
        return columns;
    }

    private static void add(Class<?> item, List<Field> before, List<ListColumn> columns) {
        for (RecordComponent component : item.getRecordComponents()) {
            Field field = Field.of(component);
            List<Field> path = Stream.concat(before.stream(), Stream.of(field)).toList();
            if (component.getType().isRecord() && path.size() < DEEPEST) {
                add(component.getType(), path, columns);
                continue;
            }
            if (!field.isIdentifier()) {
                columns.add(new ListColumn(path, Shown.VALUE));
            }
            if (isNamed(item, component)) {
                columns.add(new ListColumn(path, Shown.NAME));
            }
            if (field.isIdentifier()) {
                columns.add(new ListColumn(path, Shown.IDENTIFIER));
            }
        }
    }

    /** Whether its name is to be looked up: an identifier of something else, or an indicator's code, without the name beside it. */
    private static boolean isNamed(Class<?> item, RecordComponent component) {
        String name = component.getName();
        Set<String> beside = Arrays.stream(item.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        return component.getType() == UUID.class
                ? !name.equals(OWN_ID)
                        && Stream.of(name + "Name", name + "Title").noneMatch(beside::contains)
                        && !(beside.contains("name") && !beside.contains(OWN_ID))
                : component.getType() == String.class && name.equals(CODE_OF_INDICATOR) && !beside.contains("name");
    }

    /** What the spreadsheet says in the reader's language. */
    interface Words {

        /** A header or the word of a code; null if there is none. */
        @Nullable
        String word(String key);

        /** What a thing is called by its identifier or code; null if nobody knows. */
        @Nullable
        String name(String key);

        /** Whether texts that are there in both languages are read in English. */
        boolean english();

        /** The first word that there is. */
        default @Nullable String first(List<String> keys) {
            return keys.stream()
                    .map(this::word)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Keys of the words of its header, each from the most to the least special. */
    List<List<String>> headers() {
        List<List<String>> headers =
                new ArrayList<>(path.stream().map(Field::words).toList());
        Field last = path.getLast();
        if (shown == Shown.IDENTIFIER && !last.name().equals(OWN_ID)) {
            headers.add(List.of(OWN_ID));
        }
        if (shown == Shown.NAME && !last.isIdentifier()) {
            headers.add(List.of("name"));
        }
        return headers;
    }

    String header(Words words) {
        return headers().stream()
                .map(keys -> Objects.requireNonNull(words.first(keys), keys.toString()))
                .collect(Collectors.joining(" – "));
    }

    void write(Worksheet sheet, int row, int column, JsonNode item, Words words) {
        JsonNode value = item;
        for (Field field : path) {
            JsonNode inner = value.isObject() ? value.get(field.name()) : null;
            if (inner == null || inner.isNull()) {
                return;
            }
            value = inner;
        }
        Field last = path.getLast();
        switch (shown) {
            case VALUE -> writeValue(sheet, row, column, value, said(last, last.type(), value, words));
            case IDENTIFIER -> writeText(sheet, row, column, value.getStringValue());
            case NAME -> {
                String name = words.name(value.getStringValue());
                if (name != null) {
                    writeText(sheet, row, column, name);
                }
            }
        }
    }

    private void writeValue(Worksheet sheet, int row, int column, JsonNode value, String said) {
        Type type = path.getLast().type();
        if (WHOLE.contains(type)) {
            sheet.value(row, column, value.getLongValue());
        } else if (type == LocalDate.class) {
            sheet.value(row, column, LocalDate.parse(value.getStringValue()));
            sheet.style(row, column).format("dd/mm/yyyy").set();
        } else if (type == Instant.class) {
            sheet.value(
                    row,
                    column,
                    Instant.parse(value.getStringValue()).atZone(HOUSE).toLocalDateTime());
            sheet.style(row, column).format("dd/mm/yyyy hh:mm").set();
        } else if (isNumber(said)) {
            sheet.value(row, column, new BigDecimal(said));
        } else {
            writeText(sheet, row, column, said);
        }
    }

    /** As a text it is never a formula, whatever it begins with. */
    private static void writeText(Worksheet sheet, int row, int column, String text) {
        sheet.inlineString(row, column, text);
        sheet.style(row, column).format("@").set();
    }

    private boolean isNumber(String said) {
        return DECIMALS.matcher(path.getLast().name()).matches()
                && DECIMAL.matcher(said).matches()
                && new BigDecimal(said).precision() <= KEPT;
    }

    private static String said(Field field, Type type, JsonNode value, Words words) {
        if (value.isArray()) {
            Type each = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : String.class;
            return StreamSupport.stream(value.values().spliterator(), false)
                    .filter(one -> !one.isNull())
                    .map(one -> said(field, each, one, words))
                    .filter(one -> !one.isEmpty())
                    .collect(Collectors.joining("; "));
        }
        if (value.isObject()) {
            return type instanceof Class<?> item && item.isRecord()
                    ? saidOfRecord(item, value, words)
                    : saidByName(field, value, words);
        }
        if (value.isBoolean()) {
            return Objects.requireNonNull(words.word(value.getBooleanValue() ? "yes" : "no"));
        }
        String text = value.coerceStringValue();
        String word = words.first(field.words(text));
        String name = word == null && NameView.isIdentifier(text) ? words.name(text) : null;
        return word != null ? word : name != null ? name : text;
    }

    /** One after the other: what stands there in both languages in the reader's, and no identifier beside a name. */
    private static String saidOfRecord(Class<?> item, JsonNode value, Words words) {
        return Arrays.stream(item.getRecordComponents())
                .filter(component -> isSaid(component.getName(), value, words))
                .map(component -> {
                    JsonNode inner = value.get(component.getName());
                    return inner == null || inner.isNull()
                            ? ""
                            : said(Field.of(component), component.getGenericType(), inner, words);
                })
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static boolean isSaid(String name, JsonNode value, Words words) {
        boolean named = isThere(value, name.equals("name") ? "label" : name + "Name");
        boolean identifies = isThere(value, "name") && isIdentifier(value.get(name));
        if (name.equals(OWN_ID) || named || identifies) {
            return false;
        }
        if (name.equals("vi") || name.equals("en")) {
            return name.equals("en") == words.english();
        }
        return words.english() ? !isThere(value, name + "En") : !name.endsWith("En");
    }

    private static boolean isThere(JsonNode value, String name) {
        JsonNode inner = value.get(name);
        return inner != null && !inner.isNull();
    }

    private static boolean isIdentifier(@Nullable JsonNode value) {
        return value != null && value.isString() && NameView.isIdentifier(value.getStringValue());
    }

    /** Each with what it is; an identifier that nobody can name is left out. */
    private static String saidByName(Field field, JsonNode value, Words words) {
        return StreamSupport.stream(value.entries().spliterator(), false)
                .filter(inner -> !inner.getValue().isNull() && isSaid(inner.getKey(), value, words))
                .map(inner -> {
                    String code = inner.getKey();
                    // What stands there in both languages is called what it is, in either.
                    String what = code.replaceFirst("En$", "");
                    String label =
                            words.first(Stream.of(field.words(what), List.of(what), field.words(code), List.of(code))
                                    .flatMap(List::stream)
                                    .toList());
                    String said =
                            said(new Field(field.name(), code, String.class), String.class, inner.getValue(), words);
                    return NameView.isIdentifier(said) ? "" : (label == null ? code : label) + ": " + said;
                })
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** Everything in a line that a name may be known of. */
    static Set<String> keys(JsonNode item) {
        if (item.isArray()) {
            return StreamSupport.stream(item.values().spliterator(), false)
                    .flatMap(one -> keys(one).stream())
                    .collect(Collectors.toSet());
        }
        if (item.isObject()) {
            return StreamSupport.stream(item.entries().spliterator(), false)
                    .flatMap(inner -> {
                        JsonNode value = inner.getValue();
                        return inner.getKey().equals(CODE_OF_INDICATOR) && value.isString()
                                ? Stream.of(value.getStringValue())
                                : keys(value).stream();
                    })
                    .collect(Collectors.toSet());
        }
        return isIdentifier(item) ? Set.of(item.getStringValue()) : Collections.emptySet();
    }
}

package vn.cotmoc.web.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Texts;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Reads the texts of a request into the domain's values, or refuses them naming their place: a JSON pointer such as
 * {@code /amount}, or a parameter's name.
 */
public final class Reads {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final int LONGEST_LIST = 500;
    private static final int MOST_POSITION = 999_999;
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,6}");

    private Reads() {}

    public static Amount amount(@Nullable String text, String at) {
        try {
            return Amount.parse(present(text, at));
        } catch (IllegalArgumentException wrong) {
            throw Refusal.invalid("amount-form", at, "value", shown(text));
        }
    }

    public static @Nullable Amount amountOrNull(@Nullable String text, String at) {
        return text == null ? null : amount(text, at);
    }

    public static BigDecimal decimal(@Nullable String text, String at) {
        return amount(text, at).value();
    }

    public static @Nullable BigDecimal decimalOrNull(@Nullable String text, String at) {
        return text == null ? null : decimal(text, at);
    }

    public static Period period(@Nullable String text, String at) {
        try {
            return Period.parse(present(text, at));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw Period.meant(present(text, at))
                    .map(period -> Refusal.invalid("period-spelling", at, "value", shown(text), "spelling", period))
                    .orElseGet(() -> Refusal.invalid("period-form", at, "value", shown(text)));
        }
    }

    public static @Nullable Period periodOrNull(@Nullable String text, String at) {
        return text == null ? null : period(text, at);
    }

    /** Civil if it was left out. */
    public static Calendar calendar(@Nullable String text, String at) {
        return text == null ? Calendar.CIVIL : word(Calendar.class, text, at);
    }

    public static LocalDate day(@Nullable String text, String at) {
        try {
            LocalDate day = LocalDate.parse(present(text, at));
            if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
                throw Refusal.invalid("day-range", at, "value", day, "first", FIRST_DAY, "last", LAST_DAY);
            }
            return day;
        } catch (DateTimeException wrong) {
            throw Refusal.invalid("day-form", at, "value", shown(text));
        }
    }

    public static @Nullable LocalDate dayOrNull(@Nullable String text, String at) {
        return text == null ? null : day(text, at);
    }

    public static UUID id(@Nullable String text, String at) {
        try {
            UUID id = UUID.fromString(present(text, at));
            if (!id.toString().equalsIgnoreCase(text)) {
                throw Refusal.invalid("id-form", at, "value", shown(text));
            }
            return id;
        } catch (IllegalArgumentException wrong) {
            throw Refusal.invalid("id-form", at, "value", shown(text));
        }
    }

    public static @Nullable UUID idOrNull(@Nullable String text, String at) {
        return text == null ? null : id(text, at);
    }

    /** A position in a list, 0 to 999,999; 0 if it was left out. */
    public static int position(@Nullable String text, String at) {
        if (text == null) {
            return 0;
        }
        if (!POSITION.matcher(text).matches()) {
            throw Refusal.invalid("number-form", at, "value", shown(text), "most", MOST_POSITION);
        }
        return Integer.parseInt(text);
    }

    public static <E extends Enum<E> & Coded> E word(Class<E> words, @Nullable String text, String at) {
        return Coded.find(words, present(text, at))
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-word",
                        at,
                        "value",
                        shown(text),
                        "allowed",
                        Arrays.stream(words.getEnumConstants()).map(Coded::code).collect(Collectors.joining(", "))));
    }

    public static <E extends Enum<E> & Coded> @Nullable E wordOrNull(Class<E> words, @Nullable String text, String at) {
        return text == null ? null : word(words, text, at);
    }

    /** {@linkplain Texts#clean Clean}, not empty, at most so many characters, none of them {@linkplain Texts#isForbidden forbidden}. */
    public static String text(@Nullable String text, String at, int most) {
        String clean = Texts.clean(present(text, at));
        if (clean.isEmpty()) {
            throw Refusal.invalid("text-empty", at);
        }
        if (clean.length() > most) {
            throw Refusal.invalid("text-long", at, "length", clean.length(), "most", most);
        }
        if (Texts.hasForbidden(clean)) {
            throw Refusal.invalid("text-control", at);
        }
        return clean;
    }

    public static @Nullable String textOrNull(@Nullable String text, String at, int most) {
        return text == null || Texts.clean(text).isEmpty() ? null : text(text, at, most);
    }

    /**
     * Each value of a list, read with its own place, e.g. {@code /areas/0}. A list that was left out is empty.
     *
     * @throws Refusal {@code list-long}, and whatever is refused of its values
     */
    public static <S, T> List<T> each(@Nullable List<S> values, String at, BiFunction<S, String, T> read) {
        return each(values, at, LONGEST_LIST, read);
    }

    /** Like {@link #each(List, String, BiFunction)}, of a list that may be longer, or must be shorter, than others. */
    public static <S, T> List<T> each(@Nullable List<S> values, String at, int most, BiFunction<S, String, T> read) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > most) {
            throw Refusal.invalid("list-long", at, "length", values.size(), "most", most);
        }
        List<T> found = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String place = at + "/" + i;
            found.add(read.apply(present(values.get(i), place), place));
        }
        return found;
    }

    /**
     * Like {@link #each}, of a list that says something: one that was left out is read as empty.
     *
     * @throws Refusal {@code missing-field} if nothing is in it, and as {@link #each}
     */
    public static <S, T> List<T> some(@Nullable List<S> values, String at, BiFunction<S, String, T> read) {
        return each(values == null || values.isEmpty() ? present(null, at) : values, at, read);
    }

    /** @throws Refusal {@code missing-field} if it was left out or is null */
    public static <T> T present(@Nullable T value, String at) {
        if (value == null) {
            throw Refusal.invalid("missing-field", at, "field", at.startsWith("/") ? at.substring(1) : at);
        }
        return value;
    }

    /** What is echoed of a wrong value: short, and without control characters. */
    private static String shown(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String clean = text.codePoints()
                .map(character -> Character.isISOControl(character) || Texts.isForbidden(character) ? '?' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() <= 60 ? clean : clean.substring(0, 60) + "…";
    }
}

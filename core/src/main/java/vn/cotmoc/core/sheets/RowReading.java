package vn.cotmoc.core.sheets;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.measure.Texts;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.submissions.EnterFigures;
import vn.cotmoc.core.submissions.SubmissionView;

/**
 * Makes of a row what its author means, or says what is wrong, cell by cell. A row without figure, reason and note says nothing, and
 * leaves the report's cell as it is: a lost or merged cell empties nothing.
 */
final class RowReading {

    private static final Pattern KEY = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int LONGEST_UNIT = 60;
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_NOTE = 2000;
    private static final String PERCENT = "%";

    private final Language language;
    private final EnterFigures enterFigures;
    private final IndicatorStore indicators;

    /** Those that rows before measured: asked for once, not for every row. */
    private final Map<String, Indicator> measured = new HashMap<>();

    /** By cell, the row before that named it first. */
    private final Map<Integer, Naming> named = new HashMap<>();

    /** By number, those of them whose cell another row named too. */
    private final Map<Integer, Naming> twice = new HashMap<>();

    RowReading(Language language, EnterFigures enterFigures, IndicatorStore indicators) {
        this.language = language;
        this.enterFigures = enterFigures;
        this.indicators = indicators;
    }

    /** A row that names a cell. @param faults of the row, which grow where others name the cell too */
    private record Naming(int row, List<Fault> faults) {}

    /** What a figure cell holds. @param doubtful whether its author must confirm it */
    private record Figure(@Nullable Amount amount, boolean doubtful) {

        static final Figure NONE = new Figure(null, false);
    }

    /** @return empty if it says nothing */
    static boolean saysNothing(SheetReader.Found row) {
        return isBlank(row, Column.FIGURE) && isBlank(row, Column.MISSING) && isBlank(row, Column.NOTE);
    }

    /** The report's cell that a row names. */
    static Optional<Integer> key(SheetReader.Found row) {
        String key = switch (content(row, Column.CELL)) {
            case Content.Number(BigDecimal value, Content.Shape _, String _)
            when value.precision() - (long) value.scale() <= 9 ->
                value.stripTrailingZeros().scale() <= 0 ? value.toPlainString() : "";
            case Content.Text text -> NumberReading.stripped(text.shown());
            case Content.Number _, Content.Formula _, Content.Other _ -> "";
        };
        String whole = key.replaceFirst("\\.0+$", "");
        return KEY.matcher(whole).matches() ? Optional.of(Integer.parseInt(whole)) : Optional.empty();
    }

    /** @param lines the report's cells that this row and its neighbours name, by number */
    Import.Row read(SheetReader.Found row, Map<Integer, SubmissionView.Line> lines) {
        List<Fault> faults = new ArrayList<>();
        Optional<Integer> key = key(row);
        SubmissionView.Line line = key.map(lines::get).orElse(null);
        whole(row, key, line, faults);
        String unit = unit(row, line, faults);
        Figure figure =
                Objects.requireNonNullElse(noting(faults, row, Column.FIGURE, () -> figure(row, unit)), Figure.NONE);
        ObservationStatus status = noting(faults, row, Column.STATUS, () -> status(row));
        String missing = noting(faults, row, Column.MISSING, () -> text(row, Column.MISSING, LONGEST_REASON));
        String note = noting(faults, row, Column.NOTE, () -> text(row, Column.NOTE, LONGEST_NOTE));
        if (faults.isEmpty()) {
            rules(row, Objects.requireNonNull(line), Objects.requireNonNull(status), figure, unit, missing, note)
                    .ifPresent(faults::add);
        }
        return new Import.Row(
                row.number(),
                line == null ? null : line.cell().number(),
                row.contents().stream()
                        .map(Content::shown)
                        .map(RowReading::kept)
                        .toList(),
                status,
                figure.amount(),
                figure.amount() == null ? null : unit,
                missing,
                note,
                List.copyOf(faults),
                List.of(),
                faults.isEmpty() && figure.doubtful(),
                false);
    }

    /** What rows before could not know: that a later one names their cell too. */
    List<Import.Mark> twice() {
        return twice.values().stream()
                .map(naming -> new Import.Mark(naming.row(), List.copyOf(naming.faults()), List.of()))
                .toList();
    }

    /** Whether the row is one of the report, this once, and still where it was. */
    private void whole(
            SheetReader.Found row, Optional<Integer> key, SubmissionView.@Nullable Line line, List<Fault> faults) {
        String at = Column.CELL.address(row.number());
        noting(faults, row, Column.CELL, () -> {
            int cell = key.orElseThrow(() -> Refusal.invalid("sheet-key", at));
            if (line == null) {
                throw Refusal.invalid("unknown-cell", at, "cell", cell);
            }
            Naming first = named.putIfAbsent(cell, new Naming(row.number(), faults));
            if (first != null) {
                // Which of them is meant, nobody can tell; not even where they say the same.
                twice.put(first.row(), first);
                String there = Column.CELL.address(first.row());
                first.faults().add(Fault.of(there, namedTwice(there, cell, row.number())));
                throw namedTwice(at, cell, first.row());
            }
            requireSame(row, Column.INDICATOR, line.cell().indicator());
            requireSame(row, Column.AREA, line.area());
            requireSame(row, Column.SUBGROUP, line.cell().subgroup());
            requireSame(row, Column.PERIOD, line.cell().period().toString());
            return cell;
        });
    }

    private static Refusal namedTwice(String at, int cell, int other) {
        return Refusal.invalid("sheet-row-twice", at, "cell", cell, "other", other);
    }

    private static void requireSame(SheetReader.Found row, Column column, String expected) {
        String found = NumberReading.stripped(content(row, column).shown());
        if (!Normalizer.normalize(found, Normalizer.Form.NFC)
                .equals(Normalizer.normalize(expected, Normalizer.Form.NFC).strip())) {
            throw Refusal.invalid(
                    "sheet-row-moved", column.address(row.number()), "found", shown(found), "expected", expected);
        }
    }

    /** As the indicator calls it, where the sheet says it in its own language. */
    private String unit(SheetReader.Found row, SubmissionView.@Nullable Line line, List<Fault> faults) {
        String written = noting(faults, row, Column.UNIT, () -> text(row, Column.UNIT, LONGEST_UNIT));
        if (line == null) {
            return Objects.requireNonNullElse(written, "");
        }
        return written == null || written.equals(language.of(line.unit(), line.unitEn())) ? line.unit() : written;
    }

    private Figure figure(SheetReader.Found row, String unit) {
        String at = Column.FIGURE.address(row.number());
        return switch (content(row, Column.FIGURE)) {
            case Content.Text(String text) when NumberReading.stripped(text).isEmpty() -> Figure.NONE;
            case Content.Text(String text) -> {
                NumberReading read = NumberReading.of(text, language)
                        .orElseThrow(() -> Refusal.invalid(
                                "sheet-number",
                                at,
                                "value",
                                shown(text),
                                "groups",
                                Character.toString(language.groups()),
                                "point",
                                Character.toString(language.point())));
                if (read.percent() && !unit.equals(PERCENT)) {
                    throw Refusal.invalid("sheet-percent", at, "value", shown(text), "unit", unit);
                }
                yield new Figure(amount(read.value(), at, text), read.doubtful());
            }
            case Content.Number(BigDecimal value, Content.Shape shape, String shown) ->
                switch (shape) {
                    case NUMBER -> new Figure(amount(value, at, shown), false);
                    case PERCENT -> {
                        // Whoever types 8,5% has 0.085 in the cell, and sees 8,5%.
                        if (!unit.equals(PERCENT)) {
                            throw Refusal.invalid("sheet-percent", at, "value", shown(shown), "unit", unit);
                        }
                        yield new Figure(amount(value.movePointRight(2), at, shown), true);
                    }
                    case DATE -> throw Refusal.invalid("sheet-date", at, "value", shown(shown));
                };
            case Content.Formula(String formula) -> throw Refusal.invalid("sheet-formula", at, "value", shown(formula));
            case Content.Other(String other) -> throw Refusal.invalid("sheet-no-value", at, "value", shown(other));
        };
    }

    /** Never rounded. */
    private static Amount amount(BigDecimal value, String at, String written) {
        // A power of ten of ten digits would not fit the arithmetic of what follows.
        boolean small = value.signum() == 0 || Math.abs((long) value.precision() - value.scale()) <= 40;
        if (!small || !Amount.fits(value)) {
            throw Refusal.invalid("sheet-digits", at, "value", shown(written));
        }
        return new Amount(value);
    }

    private ObservationStatus status(SheetReader.Found row) {
        String word = Objects.requireNonNullElse(text(row, Column.STATUS, LONGEST_UNIT), "");
        return StatusWords.find(word, language)
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-word",
                        Column.STATUS.address(row.number()),
                        "value",
                        shown(word),
                        "allowed",
                        StatusWords.all(language, ", ")));
    }

    private static @Nullable String text(SheetReader.Found row, Column column, int most) {
        String at = column.address(row.number());
        String text = switch (content(row, column)) {
            case Content.Text(String shown) -> Texts.clean(shown);
            case Content.Number(BigDecimal _, Content.Shape _, String shown) -> shown;
            case Content.Formula(String formula) -> throw Refusal.invalid("sheet-formula", at, "value", shown(formula));
            case Content.Other(String other) -> throw Refusal.invalid("sheet-no-value", at, "value", shown(other));
        };
        if (text.length() > most) {
            throw Refusal.invalid("text-long", at, "length", text.length(), "most", most);
        }
        if (Texts.hasForbidden(text)) {
            throw Refusal.invalid("text-control", at);
        }
        return text.isEmpty() ? null : text;
    }

    /** What the report itself would refuse of the row. */
    private Optional<Fault> rules(
            SheetReader.Found row,
            SubmissionView.Line line,
            ObservationStatus status,
            Figure figure,
            String unit,
            @Nullable String missing,
            @Nullable String note) {
        String at = Column.FIGURE.address(row.number());
        try {
            if (figure.amount() == null && missing == null) {
                throw Refusal.invalid("sheet-note-alone", at);
            }
            enterFigures.check(
                    new EnterFigures.Written("", line.cell().number(), status, figure.amount(), unit, missing, note),
                    line.cell(),
                    indicator(line));
            return Optional.empty();
        } catch (Refusal refusal) {
            Column column = switch (Objects.requireNonNullElse(refusal.at(), "")) {
                case "/unit" -> Column.UNIT;
                case "/missing" -> Column.MISSING;
                case "/status" -> Column.STATUS;
                default -> Column.FIGURE;
            };
            return Optional.of(Fault.of(column.address(row.number()), refusal));
        }
    }

    private Indicator indicator(SubmissionView.Line line) {
        return measured.computeIfAbsent(line.cell().indicator(), code -> indicators.requireInUse(code, "/indicator"));
    }

    private interface CellReader<T> {
        @Nullable
        T read();
    }

    private static <T> @Nullable T noting(
            List<Fault> faults, SheetReader.Found row, Column column, CellReader<T> reader) {
        try {
            return reader.read();
        } catch (Refusal refusal) {
            String at = refusal.at();
            faults.add(Fault.of(at == null ? column.address(row.number()) : at, refusal));
            return null;
        }
    }

    private static Content content(SheetReader.Found row, Column column) {
        return row.contents().get(column.ordinal());
    }

    private static boolean isBlank(SheetReader.Found row, Column column) {
        return content(row, column) instanceof Content.Text(String text)
                && NumberReading.stripped(text).isEmpty();
    }

    /** What the database takes of it, to be shown and given back; a text that is longer is refused anyway. */
    private static String kept(String text) {
        String shown = text.length() <= Content.LONGEST_SHOWN ? text : text.substring(0, Content.LONGEST_SHOWN) + "…";
        return shown.chars().anyMatch(Texts::isForbidden)
                ? shown.replaceAll("[\\p{Cntrl}&&[^\n\r\t]]|[\u202A-\u202E\u2066-\u2069]", "\uFFFD")
                : shown;
    }

    private static String shown(String text) {
        String kept = kept(text);
        return kept.length() <= 60 ? kept : kept.substring(0, 60) + "…";
    }
}

package vn.cotmoc.core.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** What stands in a cell of a spreadsheet. */
public sealed interface Content {

    /** What is shown of a cell that says more. */
    int LONGEST_SHOWN = 4000;

    /** As it stands in the file; empty for nothing. */
    String shown();

    record Text(String shown) implements Content {}

    /** @param value as the spreadsheet shows it at its most exact: it keeps 15 digits, and writes what its binary number adds behind them */
    record Number(BigDecimal value, Shape shape, String shown) implements Content {}

    /** A formula, whatever it last gave. */
    record Formula(String shown) implements Content {}

    /** True, false, or an error such as {@code #N/A}. */
    record Other(String shown) implements Content {}

    /** What the cell's format makes of its number on the screen. */
    enum Shape {
        NUMBER,
        /** A hundred times it. */
        PERCENT,
        /** A day or a time of day. */
        DATE;

        static Shape of(@Nullable String format) {
            // Quoted words, colours and conditions, single characters that are shown or left room for.
            String bare = format == null ? "" : format.replaceAll("\"[^\"]*\"|\\[[^]]*]|[\\\\_*].", "");
            if (bare.contains("%")) {
                return PERCENT;
            }
            return bare.matches("(?is).*[dmyhs].*") ? DATE : NUMBER;
        }
    }

    /** Digits that a spreadsheet keeps of a number. */
    MathContext KEPT = new MathContext(15);

    static Content of(@Nullable Cell cell) {
        if (cell == null) {
            return new Text("");
        }
        String raw = Objects.requireNonNullElse(cell.getRawValue(), "");
        String shown = raw.length() <= LONGEST_SHOWN ? raw : raw.substring(0, LONGEST_SHOWN) + "…";
        return switch (cell.getType()) {
            case EMPTY -> new Text("");
            case STRING -> new Text(raw);
            case NUMBER -> new Number(cell.asNumber().round(KEPT), Shape.of(cell.getDataFormatString()), shown);
            case FORMULA -> new Formula("=" + Objects.requireNonNullElse(cell.getFormula(), shown));
            case BOOLEAN, ERROR -> new Other(shown);
        };
    }
}

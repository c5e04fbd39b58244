package vn.cotmoc.rules.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Remark.Code;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.sheets.Content;
import vn.cotmoc.core.sheets.Grid;
import vn.cotmoc.rules.decisiontables.RuleModel;

/** A decision table in a sheet: a header, then a row a rule. Formulas are not asked what they last gave. */
final class SheetTable {

    /** Lines that are counted; a sheet of more is said to have so many. */
    private static final int MOST_LINES = 20_000;

    private SheetTable() {}

    /** Null, with a remark, if there is none. */
    static @Nullable Foreign read(byte[] file, Remarks remarks) {
        Grid grid;
        try {
            grid = Grid.read(file, MOST_LINES);
        } catch (Refusal unreadable) {
            remarks.add(why(unreadable), "", null);
            return null;
        }
        if (grid.lines().size() < 2) {
            remarks.add(Code.NO_TABLE, "", null);
            return null;
        }
        Grid.Line header = grid.lines().getFirst();
        List<Foreign.Head> heads = new ArrayList<>();
        for (int column = 0; column < header.contents().size(); column++) {
            heads.add(new Foreign.Head(
                    header.address(column),
                    header.contents().get(column).shown().strip()));
        }
        while (!heads.isEmpty() && heads.getLast().name().isEmpty()) {
            heads.removeLast();
        }
        int rules = grid.lines().size() - 1;
        if (rules > RuleModel.MOST_ROWS) {
            remarks.add(Code.TOO_MANY, "", null, rules, RuleModel.MOST_ROWS);
            return null;
        }
        List<List<Foreign.Entry>> rows = new ArrayList<>();
        for (Grid.Line line : grid.lines().subList(1, grid.lines().size())) {
            rows.add(row(line, heads, remarks));
        }
        return new Foreign(false, heads, rows);
    }

    private static Code why(Refusal unreadable) {
        return switch (unreadable.code()) {
            case "sheet-type" -> Code.FILE_NO_WORKBOOK;
            case "sheet-links" -> Code.FILE_LINKED;
            case "sheet-large", "sheet-text" -> Code.FILE_TOO_LARGE;
            default -> Code.FILE_UNREADABLE;
        };
    }

    private static List<Foreign.Entry> row(Grid.Line line, List<Foreign.Head> heads, Remarks remarks) {
        List<Foreign.Entry> row = new ArrayList<>();
        for (int column = 0; column < Math.max(heads.size(), line.contents().size()); column++) {
            String at = line.address(column);
            Content content = column < line.contents().size() ? line.contents().get(column) : new Content.Text("");
            String text = content.shown().strip();
            if (column >= heads.size()) {
                if (!text.isEmpty()) {
                    remarks.add(Code.HEADER_MISSING, at, null, text);
                }
                continue;
            }
            switch (content) {
                case Content.Text words -> {}
                case Content.Formula formula -> remarks.add(Code.FORMULA, at, null, formula.shown());
                case Content.Number number ->
                    remarks.add(Code.NUMBER_FOR_WORD, at, null, number.shown(), Conversion.known(heads.get(column)));
                case Content.Other other -> remarks.add(Code.EXPRESSION_UNKNOWN, at, null, other.shown());
            }
            List<String> words = text.equals("-")
                    ? List.of()
                    : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
            row.add(new Foreign.Entry(at, words, false, text));
        }
        return row;
    }
}

package vn.cotmoc.core.sheets;

import vn.cotmoc.core.measure.Language;

/** The columns of a report's sheet, in their order. */
public enum Column {
    /** The key: the cell's number in the report. */
    CELL("Ô số", "Cell", 7),
    /** With area, sub-group and period, the check that the row is still the one that its key says. */
    INDICATOR("Mã chỉ tiêu", "Indicator code", 22),
    NAME("Chỉ tiêu", "Indicator", 46),
    AREA("Địa bàn", "Area", 24),
    SUBGROUP("Phân tổ", "Sub-group", 16),
    PERIOD("Kỳ", "Period", 11),
    UNIT("Đơn vị tính", "Unit", 14),
    FIGURE("Số liệu", "Figure", 20),
    STATUS("Loại số liệu", "Kind of figure", 17),
    MISSING("Chưa có số liệu vì…", "No figure because…", 30),
    NOTE("Ghi chú", "Note", 30);

    private final String vi;
    private final String en;
    private final int width;

    Column(String vi, String en, int width) {
        this.vi = vi;
        this.en = en;
        this.width = width;
    }

    String header(Language language) {
        return language.of(vi, en);
    }

    /** In characters. */
    int width() {
        return width;
    }

    /** Whether a unit fills it in. */
    boolean isFilledIn() {
        return ordinal() >= UNIT.ordinal();
    }

    /**
     * As spreadsheets write it, e.g. {@code H12}.
     *
     * @param row 1, 2, …
     */
    public String address(int row) {
        return Character.toString('A' + ordinal()) + row;
    }
}

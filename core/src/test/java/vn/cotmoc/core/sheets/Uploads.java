package vn.cotmoc.core.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.measure.Language;

/** Sheets that are brought for a report by who acts now. */
public final class Uploads {

    private Uploads() {}

    /** With that figure in the first cell. */
    public static Import filled(UUID report, int figure) {
        return upload(report, new FilledSheet(sheet(report)).set("H2", figure).bytes());
    }

    /** Its second row comes twice, so that it cannot be read to its end. */
    public static Import brokenInTheMiddle(UUID report) {
        return upload(
                report,
                Unzipped.with(
                        new FilledSheet(sheet(report)).set("H2", 5).bytes(),
                        "xl/worksheets/sheet1.xml",
                        xml -> xml.replace(
                                "</sheetData>",
                                xml.substring(xml.indexOf("<row r=\"2\""), xml.indexOf("</sheetData>"))
                                        + "</sheetData>")));
    }

    static Import upload(UUID report, byte[] content) {
        return House.get(ReadSheet.class)
                .read(new ReadSheet.Command(report, "báo cáo.xlsx"), new ByteArrayInputStream(content));
    }

    static byte[] sheet(UUID report) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try {
            House.get(WriteSheet.class).write(report, Language.VI, to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return to.toByteArray();
    }
}

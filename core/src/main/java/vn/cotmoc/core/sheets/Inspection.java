package vn.cotmoc.core.sheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.evidence.FileType;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Looks through a whole workbook once, as a stream, before the library reads it. That one believes a file: it would unpack without
 * end, make room for a column that a cell claims to be in, or for strings up to the number that a cell names.
 */
final class Inspection {

    /** Unpacked, of all parts together and of the one that is kept in memory; the widest report of 100,000 rows has some 60 MB. */
    private static final long MOST_BYTES = 400_000_000;

    private static final long MOST_BYTES_OF_STRINGS = 50_000_000;

    private static final int MOST_PARTS = 500;
    private static final int MOST_ROWS = 100_001;

    /** Formulas that spread over others are compared with every cell. */
    private static final int MOST_SPREADING_FORMULAS = 100;

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,6}");

    private static final XMLInputFactory XML = xml();

    private long bytes;
    private int rows;
    private final Map<String, Integer> rowsByPart = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final Map<String, String> parts = new HashMap<>();
    private int spreadingFormulas;

    private Inspection() {}

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * @return how many rows there are in the sheets that are shown
     * @throws Refusal {@code sheet-type} if it is no workbook without macros, {@code sheet-links} if it points to others,
     *     {@code sheet-large}, {@code sheet-broken}
     */
    static int rows(Path file) throws IOException {
        if (FileType.of(file).filter(FileType.XLSX::equals).isEmpty()) {
            throw Refusal.invalid("sheet-type", "file");
        }
        Inspection inspection = new Inspection();
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS
                    || parts.stream().map(ZipArchiveEntry::getName).distinct().count() < parts.size()) {
                throw SheetReader.broken();
            }
            for (ZipArchiveEntry part : parts) {
                inspection.look(zip, part);
            }
        } catch (XMLStreamException | RuntimeException broken) {
            throw broken instanceof Refusal refusal ? refusal : SheetReader.broken();
        }
        return inspection.shown();
    }

    /** A sheet that nobody sees is one that its author does not know of. */
    private int shown() {
        Set<String> unseen = hidden.stream().map(parts::get).collect(Collectors.toSet());
        return rowsByPart.entrySet().stream()
                .filter(part -> !unseen.contains(part.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private void look(ZipFile zip, ZipArchiveEntry part) throws IOException, XMLStreamException {
        String name = part.getName();
        if (name.contains("externalLinks/")) {
            throw Refusal.invalid("sheet-links", "file");
        }
        long most =
                Math.min(MOST_BYTES, bytes + (name.endsWith("sharedStrings.xml") ? MOST_BYTES_OF_STRINGS : MOST_BYTES));
        try (InputStream content = counted(zip.getInputStream(part), most)) {
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                int before = rows;
                look(XML.createXMLStreamReader(content), name.endsWith("workbook.xml.rels"));
                rowsByPart.put(name.substring(name.lastIndexOf('/') + 1), rows - before);
            } else {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** @param workbooks whether what it relates to are the workbook's sheets */
    private void look(XMLStreamReader xml, boolean workbooks) throws XMLStreamException {
        boolean names = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw SheetReader.broken();
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "sheet" -> {
                            String state = xml.getAttributeValue(null, "state");
                            if (state != null && !state.equals("visible")) {
                                hidden.add(String.valueOf(xml.getAttributeValue(RELATIONS, "id")));
                            }
                        }
                        case "Relationship" -> {
                            String target = String.valueOf(xml.getAttributeValue(null, "Target"));
                            if (workbooks) {
                                parts.put(
                                        String.valueOf(xml.getAttributeValue(null, "Id")),
                                        target.substring(target.lastIndexOf('/') + 1));
                            }
                        }
                        case "row" -> require(++rows <= MOST_ROWS);
                        case "c" -> {
                            require(fits(ADDRESS, xml.getAttributeValue(null, "r")));
                            names = "s".equals(xml.getAttributeValue(null, "t"));
                        }
                        case "v" -> require(!names || fits(POSITION, xml.getElementText()));
                        case "f" ->
                            require(xml.getAttributeValue(null, "ref") == null
                                    || ++spreadingFormulas <= MOST_SPREADING_FORMULAS);
                        default -> {}
                    }
                }
                default -> {}
            }
        }
    }

    private static boolean fits(Pattern form, @Nullable String text) {
        return text == null || form.matcher(text).matches();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw SheetReader.broken();
        }
    }

    /** What was really unpacked, whatever the file says of itself. */
    private InputStream counted(InputStream content, long most) {
        return new FilterInputStream(content) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                bytes += Math.max(read, 0);
                if (bytes > most) {
                    throw Refusal.invalid("sheet-large", "file", "most", MOST_ROWS - 1);
                }
                return read;
            }
        };
    }
}

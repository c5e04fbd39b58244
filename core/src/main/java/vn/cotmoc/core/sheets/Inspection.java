package vn.cotmoc.core.sheets;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
 * end, make room for a column that a cell claims to be in, for a text of any length, or for strings up to the number that a cell names.
 * Both read by the same parser, and a part that would be no XML by its name is one that the library is not told to read.
 */
final class Inspection {

    /** Unpacked, of all parts together; the widest report of 100,000 rows has some 60 MB. */
    private static final long MOST_BYTES = 400_000_000;

    /** What the library keeps in memory of strings, formats and parts: their characters, and so much more for each of them. */
    private static final long MOST_KEPT = 50_000_000;

    private static final int KEPT_FOR_EACH = 50;
    private static final Set<String> KEPT =
            Set.of("si", "xf", "numFmt", "sheet", "definedName", "Relationship", "Override");

    private static final int MOST_PARTS = 500;
    private static final int MOST_ROWS = 100_001;

    /** As spreadsheets themselves have it: columns of a sheet, characters of a cell. */
    private static final int MOST_CELLS_OF_A_ROW = 16_384;

    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_ROW = 1_000_000;

    /** Bytes up to the next element: of the longest text, each of its characters written as a number. */
    private static final int FARTHEST_ELEMENT = 1_000_000;

    /** Bytes of an element's own, its attributes among them; conditional formats list some hundreds of ranges. */
    private static final int LONGEST_ELEMENT = 100_000;

    /** Of an element; the parser compares each with those before. A pivot table, which has the most, has some sixty. */
    private static final int MOST_ATTRIBUTES = 100;

    private static final int DEEPEST = 100;

    /** Of elements and attributes, in a part: the parser keeps each; a spreadsheet knows some hundreds. */
    private static final int MOST_NAMES = 2_000;

    /** Formulas that spread over others are compared with every cell. */
    private static final int MOST_SPREADING_FORMULAS = 100;

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,6}");

    private static final Pattern RELATIONS_OF_THE_WORKBOOK =
            Pattern.compile("xl/_rels/[^/]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORKBOOK = Pattern.compile("/?xl/[^/]+", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "US-ASCII", "ISO-8859-1");

    private static final XMLInputFactory XML = xml();

    private final long mostBytes;
    private long bytes;
    private long kept;
    private int rows;
    private final Map<String, Integer> rowsByPart = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final Map<String, String> parts = new HashMap<>();
    private int spreadingFormulas;

    private Inspection(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * @return how many rows there are in the sheets that are shown
     * @throws Refusal {@code sheet-type} if it is no workbook without macros, {@code sheet-links} if it points to others,
     *     {@code sheet-large}, {@code sheet-text} if a cell has more than a spreadsheet takes, {@code sheet-broken}
     */
    static int rows(Path file) throws IOException {
        return rows(file, MOST_BYTES);
    }

    /** The same of a file that may unpack to so much only. */
    static int rows(Path file, long mostBytes) throws IOException {
        if (FileType.of(file).filter(FileType.XLSX::equals).isEmpty()) {
            throw Refusal.invalid("sheet-type", "file");
        }
        Inspection inspection = new Inspection(mostBytes);
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
        String lowered = name.toLowerCase(Locale.ROOT);
        boolean read = lowered.endsWith(".xml") || lowered.endsWith(".rels");
        try (InputStream content = counted(zip.getInputStream(part), read)) {
            if (read) {
                int before = rows;
                new Part(
                                XML.createXMLStreamReader(content),
                                RELATIONS_OF_THE_WORKBOOK.matcher(name).matches())
                        .look();
                rowsByPart.put(name.substring(name.lastIndexOf('/') + 1), rows - before);
            } else {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** One of the workbook's parts, on the way through it. */
    private final class Part {

        private final XMLStreamReader xml;

        /** Whether what it relates to are the workbook's sheets. */
        private final boolean workbooks;

        private final Set<String> names = new HashSet<>();
        private int depth;
        private boolean inRow;
        private boolean inCell;
        private boolean inString;

        /** Where a cell says which of the shared strings is meant. */
        private boolean inPosition;

        private boolean isNaming;
        private final StringBuilder position = new StringBuilder();

        private int cellsOfRow;
        private int textOfRow;

        /** Characters of the cell or the shared string. */
        private int text;

        Part(XMLStreamReader xml, boolean workbooks) {
            this.xml = xml;
            this.workbooks = workbooks;
        }

        void look() throws XMLStreamException {
            require(xml.getEncoding() == null || ENCODINGS.contains(xml.getEncoding()));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    // An entity or a marked section may hide how long a text is; no spreadsheet writes one.
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.CDATA ->
                        throw SheetReader.broken();
                    case XMLStreamConstants.START_ELEMENT -> begin(xml.getLocalName());
                    case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> take(xml.getTextLength());
                    default -> {}
                }
            }
        }

        private void begin(String element) {
            require(++depth <= DEEPEST);
            names.add(element);
            names.add(Objects.requireNonNullElse(xml.getPrefix(), ""));
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                names.add(xml.getAttributeLocalName(i));
            }
            require(names.size() <= MOST_NAMES);
            if (KEPT.contains(element)) {
                keep();
            }
            switch (element) {
                case "sheet" -> {
                    String state = xml.getAttributeValue(null, "state");
                    if (state != null && !state.equals("visible")) {
                        hidden.add(String.valueOf(xml.getAttributeValue(RELATIONS, "id")));
                    }
                }
                case "Override" -> {
                    String name = requireXml(xml.getAttributeValue(null, "PartName"));
                    require(!String.valueOf(xml.getAttributeValue(null, "ContentType"))
                                    .endsWith("main+xml")
                            || WORKBOOK.matcher(name).matches());
                }
                case "Relationship" -> {
                    if (workbooks) {
                        String target = requireXml(xml.getAttributeValue(null, "Target"));
                        parts.put(
                                String.valueOf(xml.getAttributeValue(null, "Id")),
                                target.substring(target.lastIndexOf('/') + 1));
                    }
                }
                case "si" -> {
                    require(!inString);
                    inString = true;
                    text = 0;
                }
                case "row" -> {
                    require(!inRow && ++rows <= MOST_ROWS);
                    inRow = true;
                    cellsOfRow = 0;
                    textOfRow = 0;
                }
                case "c" -> {
                    require(!inCell
                            && ++cellsOfRow <= MOST_CELLS_OF_A_ROW
                            && fits(ADDRESS, xml.getAttributeValue(null, "r")));
                    inCell = true;
                    text = 0;
                    isNaming = "s".equals(xml.getAttributeValue(null, "t"));
                }
                case "v" -> {
                    inPosition = isNaming;
                    position.setLength(0);
                }
                case "f" ->
                    require(xml.getAttributeValue(null, "ref") == null
                            || ++spreadingFormulas <= MOST_SPREADING_FORMULAS);
                default -> {}
            }
        }

        private void end(String element) {
            depth--;
            switch (element) {
                case "row" -> inRow = false;
                case "c" -> inCell = false;
                case "si" -> inString = false;
                case "v" -> {
                    require(!inPosition || fits(POSITION, position.toString()));
                    inPosition = false;
                }
                default -> {}
            }
        }

        private void keep() {
            long more = KEPT_FOR_EACH;
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                more += xml.getAttributeValue(i).length();
            }
            keep(more);
        }

        private void keep(long more) {
            kept += more;
            if (kept > MOST_KEPT) {
                throw large();
            }
        }

        private void take(int length) {
            text += length;
            if (inCell || inString) {
                requireShort(text <= LONGEST_TEXT);
            }
            if (inCell) {
                textOfRow += length;
                requireShort(textOfRow <= LONGEST_ROW);
            } else {
                keep(length);
            }
            if (inPosition) {
                position.append(xml.getText());
            }
        }
    }

    /** The library takes what it is told to be a sheet, or strings, whatever it is called. */
    private static String requireXml(@Nullable String part) {
        String name = Objects.requireNonNullElse(part, "");
        require(name.toLowerCase(Locale.ROOT).endsWith(".xml"));
        return name;
    }

    private static boolean fits(Pattern form, @Nullable String text) {
        return text == null || form.matcher(text).matches();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw SheetReader.broken();
        }
    }

    private static void requireShort(boolean holds) {
        if (!holds) {
            throw Refusal.invalid("sheet-text", "file", "most", LONGEST_TEXT);
        }
    }

    private static Refusal large() {
        return Refusal.invalid("sheet-large", "file", "most", MOST_ROWS - 1);
    }

    /**
     * What was really unpacked, whatever the file says of itself.
     *
     * @param xml whether nothing may be beyond measure that the parser takes in one piece, an element with its attributes or a text;
     *     in the encodings that are taken, what makes an element is the same bytes
     */
    private InputStream counted(InputStream content, boolean xml) {
        return new FilterInputStream(content) {

            private int sinceTheLastElement;
            private boolean inElement;

            /** The mark that ends the value of an attribute, or 0 outside of one. */
            private byte quote;

            private int attributes;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                bytes += Math.max(read, 0);
                if (bytes > mostBytes) {
                    throw large();
                }
                for (int i = offset; xml && i < offset + read; i++) {
                    take(buffer[i]);
                }
                return read;
            }

            private void take(byte next) {
                require(next != 0);
                sinceTheLastElement = next == '<' ? 0 : sinceTheLastElement + 1;
                if (next == '<') {
                    inElement = true;
                    quote = 0;
                    attributes = 0;
                } else if (inElement && quote != 0) {
                    quote = next == quote ? 0 : quote;
                } else if (inElement) {
                    inElement = next != '>';
                    quote = next == '"' || next == '\'' ? next : 0;
                    attributes += next == '=' ? 1 : 0;
                }
                require(attributes <= MOST_ATTRIBUTES);
                requireShort(sinceTheLastElement <= (inElement ? LONGEST_ELEMENT : FARTHEST_ELEMENT));
            }
        };
    }
}

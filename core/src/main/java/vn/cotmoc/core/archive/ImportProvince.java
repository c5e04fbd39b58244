package vn.cotmoc.core.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.annotation.Value;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.evidence.Evidence;
import vn.cotmoc.core.evidence.EvidenceView;
import vn.cotmoc.core.evidence.RestoreEvidence;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.rulesets.ReleaseRules;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.tables.Tables;
import vn.cotmoc.core.tenancy.CurrentTenant;

/**
 * Takes an archive into the current province, which has nothing yet: everything in one transaction, and only if what is there
 * afterwards has the very sums that the archive states.
 */
@Singleton
public class ImportProvince {

    /** A manifest is some kilobytes, and eighty bytes more for each attached file. */
    private static final int LARGEST_MANIFEST = 10_000_000;

    private final ArchiveStore store;
    private final ArchiveView view;
    private final EvidenceView evidence;
    private final RestoreEvidence restoreEvidence;
    private final ReleaseRules releaseRules;
    private final CurrentTenant currentTenant;
    private final ObjectMapper json;
    private final Trail trail;
    private final long mostBytes;

    ImportProvince(
            ArchiveStore store,
            ArchiveView view,
            EvidenceView evidence,
            RestoreEvidence restoreEvidence,
            ReleaseRules releaseRules,
            CurrentTenant currentTenant,
            ObjectMapper json,
            Trail trail,
            @Value("${cotmoc.archive.most-bytes:8589934592}") long mostBytes) {
        this.store = store;
        this.view = view;
        this.evidence = evidence;
        this.restoreEvidence = restoreEvidence;
        this.releaseRules = releaseRules;
        this.currentTenant = currentTenant;
        this.json = json;
        this.trail = trail;
        this.mostBytes = mostBytes;
    }

    /**
     * @throws Refusal {@code province-not-empty}; {@code archive-unreadable} for what is no archive of ours,
     *     {@code archive-other-schema} for one of another version of the house, {@code archive-table} naming the table whose
     *     rows are not as the archive states or that the database does not take, {@code archive-file} naming the attached file
     *     whose bytes are not as its row states, {@code archive-large} for one that is larger than this house takes
     */
    @Transactional
    public Manifest read(Path archive) {
        store.waitForOthers();
        if (!view.isEmpty()) {
            throw Refusal.conflict("province-not-empty", "province", currentTenant.get());
        }
        try (ZipFile zip = new ZipFile(archive.toFile(), UTF_8)) {
            Manifest manifest = manifest(zip);
            for (Table<?> table : ArchivedTables.IN_ORDER) {
                take(zip, table);
            }
            for (Table<?> table : ArchivedTables.IN_ORDER) {
                Manifest.Sum sum = view.write(table, OutputStream.nullOutputStream());
                if (!sum.equals(manifest.tables().get(table.getName()))) {
                    throw wrong(table);
                }
            }
            takeFiles(zip, manifest);
            sealReleases();
            trail.added(
                    "archive",
                    currentTenant.get(),
                    Map.of(
                            "province", manifest.province(),
                            "exportedAt", manifest.exportedAt().toString(),
                            "rows", Long.toString(manifest.rows()),
                            "files", Integer.toString(manifest.files().size())));
            return manifest;
        } catch (ZipException broken) {
            throw unreadable();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(ExportProvince.MANIFEST);
        if (entry == null || entry.getSize() > LARGEST_MANIFEST) {
            throw unreadable();
        }
        Manifest manifest = manifest(zip.getInputStream(entry).readNBytes(LARGEST_MANIFEST));
        if (manifest.format() != Manifest.FORMAT || !manifest.schema().equals(ArchivedTables.schema())) {
            throw Refusal.invalid("archive-other-schema", "archive");
        }
        var expected = ArchivedTables.IN_ORDER.stream()
                .map(ExportProvince::entry)
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add(ExportProvince.MANIFEST);
        manifest.files().keySet().stream().map(ExportProvince::entry).forEach(expected::add);
        if (!zip.stream()
                .map(ZipEntry::getName)
                .collect(Collectors.toCollection(TreeSet::new))
                .equals(expected)) {
            throw unreadable();
        }
        long unpacked = zip.stream().mapToLong(ZipEntry::getSize).sum();
        if (unpacked > mostBytes) {
            throw Refusal.invalid("archive-large", "archive", "megabytes", unpacked >> 20, "most", mostBytes >> 20);
        }
        return manifest;
    }

    private Manifest manifest(byte[] bytes) {
        try {
            return json.readValue(bytes, Manifest.class);
        } catch (IOException noManifest) {
            throw unreadable();
        }
    }

    private void take(ZipFile zip, Table<?> table) throws IOException {
        List<String> columns =
                ArchivedTables.columns(table).stream().map(Field::getName).toList();
        ZipEntry entry = zip.getEntry(ExportProvince.entry(table));
        try (InputStream bytes = zip.getInputStream(entry);
                PatientReader text = new PatientReader(new InputStreamReader(bytes, UTF_8), entry.getSize());
                CSVParser lines = CSVParser.parse(text, ArchiveView.FORMAT)) {
            Iterator<CSVRecord> all = lines.iterator();
            if (!all.hasNext() || !all.next().toList().equals(columns)) {
                throw wrong(table);
            }
            store.add(table, counted(all, text));
        } catch (DataAccessException
                | IllegalArgumentException
                | ArrayIndexOutOfBoundsException
                | UncheckedIOException notTaken) {
            throw wrong(table);
        }
    }

    private void takeFiles(ZipFile zip, Manifest manifest) throws IOException {
        Collection<Evidence> files = files(manifest);
        for (Evidence file : files) {
            try (InputStream content = zip.getInputStream(zip.getEntry(ExportProvince.entry(file.sha256())))) {
                if (!restoreEvidence.restore(file, content)) {
                    throw Refusal.invalid("archive-file", "archive", "file", file.name());
                }
            }
        }
    }

    private void sealReleases() {
        try {
            releaseRules.sealImported();
        } catch (EngineFailure unreadable) {
            throw wrong(Tables.RULE_SET);
        }
    }

    /** By the rows that were taken, which must be those of the manifest. */
    private Collection<Evidence> files(Manifest manifest) {
        try {
            Collection<Evidence> files = evidence.contents().values();
            if (files.stream()
                    .collect(Collectors.toMap(Evidence::sha256, Evidence::bytes))
                    .equals(manifest.files())) {
                return files;
            }
        } catch (IllegalArgumentException typeUnknownHere) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static Iterator<CSVRecord> counted(Iterator<CSVRecord> lines, PatientReader text) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public CSVRecord next() {
                text.rowEnded();
                return lines.next();
            }
        };
    }

    private static Refusal unreadable() {
        return Refusal.invalid("archive-unreadable", "archive");
    }

    private static Refusal wrong(Table<?> table) {
        return Refusal.invalid("archive-table", "archive", "table", table.getName());
    }
}

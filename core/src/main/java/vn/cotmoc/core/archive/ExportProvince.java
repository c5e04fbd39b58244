package vn.cotmoc.core.archive;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jooq.Table;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.evidence.Evidence;
import vn.cotmoc.core.evidence.EvidenceView;
import vn.cotmoc.core.evidence.OpenEvidence;
import vn.cotmoc.core.provinces.OpenProvinces;
import vn.cotmoc.core.provinces.Province;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.CurrentTenant;

/** Writes everything that the current province has, as of one moment, into one file. */
@Singleton
public class ExportProvince {

    static final String MANIFEST = "manifest.json";

    private final ArchiveView view;
    private final EvidenceView evidence;
    private final OpenEvidence openEvidence;
    private final OpenProvinces provinces;
    private final CurrentTenant currentTenant;
    private final ObjectMapper json;
    private final Trail trail;
    private final Clock clock;

    ExportProvince(
            ArchiveView view,
            EvidenceView evidence,
            OpenEvidence openEvidence,
            OpenProvinces provinces,
            CurrentTenant currentTenant,
            ObjectMapper json,
            Trail trail,
            Clock clock) {
        this.view = view;
        this.evidence = evidence;
        this.openEvidence = openEvidence;
        this.provinces = provinces;
        this.currentTenant = currentTenant;
        this.json = json;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A zip with {@code manifest.json}, a CSV a table and the attached files. Who took it stands on the trail, which the archive
     * does not hold yet.
     *
     * @param to is left open
     * @throws Refusal {@code evidence-damaged} rather than leaving a file out
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Manifest write(OutputStream to) {
        try {
            ZipOutputStream zip = new ZipOutputStream(to);
            Map<String, Manifest.Sum> sums = new TreeMap<>();
            for (Table<?> table : ArchivedTables.IN_ORDER) {
                zip.putNextEntry(new ZipEntry(entry(table)));
                sums.put(table.getName(), view.write(table, zip));
                zip.closeEntry();
            }
            Map<String, Long> files = new TreeMap<>();
            for (Evidence file : evidence.contents().values()) {
                zip.putNextEntry(new ZipEntry(entry(file.sha256())));
                try (InputStream content = openEvidence.open(file).content()) {
                    content.transferTo(zip);
                }
                zip.closeEntry();
                files.put(file.sha256(), file.bytes());
            }
            Province province = provinces.find(currentTenant.get()).orElseThrow();
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    ArchivedTables.schema(),
                    province.id().value(),
                    province.name(),
                    clock.instant(),
                    sums,
                    files);
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(json.writeValueAsBytes(manifest));
            zip.closeEntry();
            zip.finish();
            trail.added("archive", province.id(), Map.of("rows", Long.toString(manifest.rows())));
            return manifest;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String entry(Table<?> table) {
        return "tables/" + table.getName() + ".csv";
    }

    /** @param sha256 of an attached file */
    static String entry(String sha256) {
        return "files/" + sha256;
    }
}

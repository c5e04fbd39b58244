package vn.cotmoc.core.sheets;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.evidence.FileName;
import vn.cotmoc.core.evidence.FileType;
import vn.cotmoc.core.evidence.Sha256;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.observations.RecordReport;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.submissions.EnterFigures;
import vn.cotmoc.core.submissions.OwnReport;
import vn.cotmoc.core.submissions.Submission;
import vn.cotmoc.core.submissions.SubmissionView;
import vn.cotmoc.core.tenancy.CurrentTenant;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.tenancy.TenantScope;

/**
 * Takes a filled-in sheet and reads it in the background, some rows a transaction, so that its progress is seen. Nothing of it goes into
 * the report; that is {@link ConfirmImport}'s.
 */
@Singleton
public class ReadSheet {

    private static final Logger LOG = LoggerFactory.getLogger(ReadSheet.class);

    private static final int HEADERS = 1;

    /** Rows that are read, checked and written at once. */
    private static final int CHUNK = 1000;

    /** Or so many characters, if they come sooner: texts are longer than rows are many. */
    private static final int CHUNK_TEXT = 1_000_000;

    private final SubmissionView submissions;
    private final OwnReport ownReport;
    private final EnterFigures enterFigures;
    private final IndicatorStore indicators;
    private final ImportStore store;
    private final ImportView view;
    private final SheetReaders readers;
    private final CurrentTenant currentTenant;
    private final TenantScope tenantScope;
    private final CurrentActor actor;
    private final Identifiers identifiers;
    private final Clock clock;
    private final Duration patience;

    /** @param patience how long an upload waits for its reading to end, so that small sheets are answered as read */
    ReadSheet(
            SubmissionView submissions,
            OwnReport ownReport,
            EnterFigures enterFigures,
            IndicatorStore indicators,
            ImportStore store,
            ImportView view,
            SheetReaders readers,
            CurrentTenant currentTenant,
            TenantScope tenantScope,
            CurrentActor actor,
            Identifiers identifiers,
            Clock clock,
            @Value("${cotmoc.sheets.patience:PT2S}") Duration patience) {
        this.submissions = submissions;
        this.ownReport = ownReport;
        this.enterFigures = enterFigures;
        this.indicators = indicators;
        this.store = store;
        this.view = view;
        this.readers = readers;
        this.currentTenant = currentTenant;
        this.tenantScope = tenantScope;
        this.actor = actor;
        this.identifiers = identifiers;
        this.clock = clock;
        this.patience = patience;
    }

    /** @param name of the file as it was sent */
    public record Command(UUID submission, String name) {}

    /**
     * @return what is being read, or was, where it is small
     * @throws Refusal {@code unknown-submission}; {@code sheet-type}, {@code sheet-links}, {@code sheet-large}, {@code sheet-text},
     *     {@code sheet-broken}, {@code sheet-unsigned}, {@code sheet-columns}; {@code sheet-of-another} report, {@code sheet-old}
     *     if the report has changed since it was made; what {@link OwnReport} refuses;
     *     {@code imports-busy}
     */
    public Import read(Command command, InputStream content) {
        Submission report = submissions.require(command.submission());
        try {
            Path file = Files.createTempFile("cotmoc-sheet-", null);
            boolean handedOver = false;
            try {
                Import read = read(command, report, content, file);
                handedOver = true;
                return read;
            } finally {
                if (!handedOver) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Import read(Command command, Submission report, InputStream content, Path file) throws IOException {
        DigestInputStream digested = new DigestInputStream(content, Sha256.digest());
        Files.copy(digested, file, StandardCopyOption.REPLACE_EXISTING);
        int rows = Math.max(Inspection.rows(file) - HEADERS, 0);
        Signature signature;
        try (SheetReader sheet = new SheetReader(file)) {
            signature = sheet.signature();
        }
        if (!signature.submission().equals(command.submission())) {
            throw Refusal.invalid("sheet-of-another", "file");
        }
        ownReport.requireOpen(command.submission(), report.version());
        if (signature.version() != report.version()) {
            throw Refusal.stale("sheet-old", "made", signature.version(), "version", report.version());
        }
        Import added = new Import(
                identifiers.next(),
                command.submission(),
                signature.version(),
                signature.language(),
                FileName.of(command.name(), FileType.XLSX),
                Sha256.text(digested.getMessageDigest().digest()),
                ImportStatus.READING,
                rows,
                0,
                null,
                null,
                clock.instant(),
                actor.username());
        TenantId tenant = currentTenant.get();
        readers.run(
                () -> store.add(added),
                () -> tenantScope.within(tenant, () -> {
                    read(added, file);
                    return added;
                }),
                patience);
        return view.require(added.id());
    }

    private void read(Import added, Path file) {
        try (SheetReader sheet = new SheetReader(file)) {
            Chunk chunk = new Chunk(added);
            sheet.read(chunk::take);
            chunk.store();
            store.mark(added.id(), chunk.reading.twice());
            store.mark(added.id(), together(added));
            store.read(added.id());
        } catch (Refusal refusal) {
            store.refuse(added.id(), Fault.of("", refusal));
        } catch (IOException | RuntimeException failure) {
            LOG.error("The sheet {} could not be read on.", added.id(), failure);
            store.refuse(added.id(), Fault.of("", SheetReader.broken()));
        } finally {
            forget(file);
        }
    }

    /** What is to be said of the right rows' figures, with each other and with what the report says already. */
    private List<Import.Mark> together(Import added) {
        Map<Integer, Import.Reading> right =
                view.readings(added.id()).stream().collect(Collectors.toMap(Import.Reading::cell, Function.identity()));
        return enterFigures
                .weigh(
                        added.submission(),
                        right.values().stream().map(Import.Reading::written).toList())
                .stream()
                .map(weighed -> mark(Objects.requireNonNull(right.get(weighed.cell())), weighed))
                .toList();
    }

    private static Import.Mark mark(Import.Reading row, RecordReport.Weighed weighed) {
        return new Import.Mark(
                row.number(),
                Stream.ofNullable(weighed.refusal())
                        .map(refusal -> Fault.of(row.at(), refusal))
                        .toList(),
                weighed.warnings().stream()
                        .map(warning -> Fault.of(row.at(), warning))
                        .toList());
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.warn("The file {} could not be removed.", file, failure);
        }
    }

    /** Rows on their way from the file into the table. */
    private final class Chunk {

        private final Import added;
        private final RowReading reading;
        private final List<SheetReader.Found> found = new ArrayList<>();
        private int read;
        private long characters;

        Chunk(Import added) {
            this.added = added;
            this.reading = new RowReading(added.language(), enterFigures, indicators);
        }

        void take(SheetReader.Found row) {
            read++;
            if (!RowReading.saysNothing(row)) {
                found.add(row);
                characters += row.contents().stream()
                        .mapToLong(content -> content.shown().length())
                        .sum();
            }
            if (read % CHUNK == 0 || characters > CHUNK_TEXT) {
                store();
            }
        }

        void store() {
            List<Integer> cells = found.stream()
                    .flatMap(row -> RowReading.key(row).stream())
                    .distinct()
                    .toList();
            Map<Integer, SubmissionView.Line> lines = submissions.lines(added.submission(), cells).stream()
                    .collect(Collectors.toMap(line -> line.cell().number(), Function.identity()));
            store.add(
                    added.id(),
                    found.stream().map(row -> reading.read(row, lines)).toList(),
                    read);
            found.clear();
            characters = 0;
        }
    }
}

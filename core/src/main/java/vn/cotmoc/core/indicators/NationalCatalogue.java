package vn.cotmoc.core.indicators;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Brings the national catalogue into the database, again whenever {@code catalogue.csv} has changed. It inserts and amends; an
 * indicator that is no longer listed stays, for provinces may measure it.
 */
public final class NationalCatalogue implements JavaMigration {

    /** Columns of the file in the order of the statement's parameters. */
    private static final List<String> COLUMNS = List.of(
            "code",
            "name_vi",
            "name_en",
            "unit_vi",
            "unit_en",
            "decimals",
            "direction",
            "kind",
            "time_aggregation",
            "area_aggregation",
            "numerator",
            "denominator",
            "price_basis",
            "formula",
            "group",
            "cadence",
            "definition_vi",
            "source_vi");

    private static final String UPSERT = """
            insert into national_indicator
                (code, name_vi, name_en, unit_vi, unit_en, decimals, direction, kind, time_aggregation, area_aggregation,
                 numerator_code, denominator_code, price_basis, formula, group_code, cadence, definition, source)
            values (?, ?, ?, ?, ?, ?::smallint, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (code) do update set
                name_vi = excluded.name_vi, name_en = excluded.name_en, unit_vi = excluded.unit_vi,
                unit_en = excluded.unit_en, decimals = excluded.decimals, direction = excluded.direction,
                kind = excluded.kind, time_aggregation = excluded.time_aggregation,
                area_aggregation = excluded.area_aggregation, numerator_code = excluded.numerator_code,
                denominator_code = excluded.denominator_code, price_basis = excluded.price_basis,
                formula = excluded.formula, group_code = excluded.group_code, cadence = excluded.cadence,
                definition = excluded.definition, source = excluded.source
            """;

    private final String csv;

    public NationalCatalogue() {
        this(bundled());
    }

    NationalCatalogue(String csv) {
        this.csv = csv;
    }

    private static String bundled() {
        try (InputStream file = NationalCatalogue.class.getResourceAsStream("catalogue.csv")) {
            if (file == null) {
                throw new IllegalStateException("catalogue.csv is missing beside NationalCatalogue.");
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void migrate(Context context) throws IOException, SQLException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = format.parse(new StringReader(csv));
                var upsert = context.getConnection().prepareStatement(UPSERT)) {
            for (CSVRecord row : rows) {
                for (int i = 0; i < COLUMNS.size(); i++) {
                    upsert.setString(i + 1, cell(row.get(COLUMNS.get(i))));
                }
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static @Nullable String cell(String written) {
        return written.isEmpty() ? null : written;
    }

    /** None: it is repeated. */
    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "national catalogue";
    }

    @Override
    public Integer getChecksum() {
        var checksum = new CRC32();
        checksum.update(csv.getBytes(UTF_8));
        return (int) checksum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    /** Adds it to the migrations that run with the owner's connection, {@code flyway.datasources.migration}. */
    @Singleton
    @Named("migration")
    static final class AmongMigrations implements FlywayConfigurationCustomizer {

        @Override
        public String getName() {
            return "migration";
        }

        @Override
        public void customizeFluentConfiguration(FluentConfiguration configuration) {
            configuration.javaMigrations(new NationalCatalogue());
        }
    }
}

package vn.cotmoc.core.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.measure.Coded;

class CatalogueFileTest {

    private static final Set<String> GROUPS = Set.of(
            "economy", "budget", "investment", "society", "environment", "new-rural", "digital", "administration");
    private static final Set<String> CADENCES = Set.of("month", "quarter", "year");

    private final List<CSVRecord> rows = read();

    @Test
    void codesAreUniqueAndWellFormed() {
        assertThat(rows)
                .extracting(row -> row.get("code"))
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).matches("[A-Z][A-Z0-9_]{1,59}"));
    }

    @Test
    void noCellIsEmptyButThoseOfRatiosAndFormulas() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.toMap().entrySet())
                        .allMatch(cell -> !cell.getValue().isEmpty()
                                || Set.of("numerator", "denominator", "formula").contains(cell.getKey())));
    }

    @Test
    void formulasAndRatiosNameIndicatorsOfTheFile() throws Exception {
        Set<String> codes = rows.stream().map(row -> row.get("code")).collect(Collectors.toSet());
        for (CSVRecord row : rows) {
            if (!row.get("formula").isEmpty()) {
                assertThat(codes).containsAll(Formula.parse(row.get("formula")).codes());
            }
            if (row.get("area_aggregation").equals("ratio")) {
                assertThat(codes).contains(row.get("numerator"), row.get("denominator"));
            }
        }
    }

    @Test
    void namesAreUniqueInBothLanguages() {
        assertThat(rows).extracting(row -> row.get("name_vi")).doesNotHaveDuplicates();
        assertThat(rows).extracting(row -> row.get("name_en")).doesNotHaveDuplicates();
    }

    @Test
    void everyWordOfTheDomainIsKnown() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(Coded.find(Direction.class, row.get("direction")))
                    .as(row.get("code"))
                    .isPresent();
            assertThat(Coded.find(MeasureKind.class, row.get("kind")))
                    .as(row.get("code"))
                    .isPresent();
            assertThat(Coded.find(Summation.InTime.class, row.get("time_aggregation")))
                    .as(row.get("code"))
                    .isPresent();
            assertThat(Coded.find(Summation.OverAreas.class, row.get("area_aggregation")))
                    .as(row.get("code"))
                    .isPresent();
            assertThat(Coded.find(PriceBasis.class, row.get("price_basis")))
                    .as(row.get("code"))
                    .isPresent();
            assertThat(GROUPS).as(row.get("code")).contains(row.get("group"));
            assertThat(CADENCES).as(row.get("code")).contains(row.get("cadence"));
            assertThat(Integer.parseInt(row.get("decimals")))
                    .as(row.get("code"))
                    .isBetween(0, 6);
        });
    }

    @Test
    void ranksAreBestWhenLowAndReductionsWhenHigh() {
        assertThat(rows).allSatisfy(row -> {
            switch (row.get("kind")) {
                case "rank" -> assertThat(row.get("direction")).isEqualTo("lower-is-better");
                case "reduction" -> assertThat(row.get("direction")).isEqualTo("higher-is-better");
                default -> assertThat(row.get("direction")).isNotEmpty();
            }
        });
    }

    @Test
    void whatIsDefinedDifferentlyIsAnotherIndicator() {
        assertThat(rows)
                .extracting(row -> row.get("code"))
                .contains("POVERTY_RATE", "POVERTY_RATE_GSO", "POVERTY_RATE_2016_2020")
                .contains("GRDP_PER_CAPITA", "INCOME_PER_CAPITA")
                .contains("BORDER_TRADE", "TRADE_GOODS_SERVICES")
                .contains("TRAINED_LABOUR_RATE", "TRAINED_EMPLOYED_GSO")
                .contains("NTM_COMMUNES", "COMMUNES_TOTAL", "NTM_COMMUNE_SHARE");
    }

    @Test
    void itsTextsAreComposed() {
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(row.toList()).allMatch(cell -> Normalizer.isNormalized(cell, Normalizer.Form.NFC)));
    }

    private static List<CSVRecord> read() {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var text = new InputStreamReader(
                        Objects.requireNonNull(CatalogueFileTest.class.getResourceAsStream("catalogue.csv")),
                        StandardCharsets.UTF_8);
                var records = format.parse(text)) {
            return records.getRecords();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package vn.cotmoc.core.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cotmoc.core.areas.Area;
import vn.cotmoc.core.areas.AreaLevel;
import vn.cotmoc.core.areas.RecordSuccession;
import vn.cotmoc.core.areas.SuccessionKind;
import vn.cotmoc.core.evidence.About;
import vn.cotmoc.core.evidence.AttachEvidence;
import vn.cotmoc.core.evidence.Evidence;
import vn.cotmoc.core.evidence.EvidenceView;
import vn.cotmoc.core.evidence.OpenEvidence;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Measures;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.indicators.AddIndicator;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.ScorePlan;
import vn.cotmoc.core.targets.AmendTarget;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.thresholds.SetThreshold;

/** Everything a province has leaves it in one file and is the same elsewhere, to the last digit. */
class ArchiveIT {

    @TempDir
    private Path folder;

    private static final String REPORT = "Thu 120 tỷ đồng";
    private static final String REPORT_SHA256 = "2c0d29b676279b3120f07c342d572052e080cf1032e109ed466a069b0267f0e3";

    private final TenantId province = House.province();

    @Test
    void anotherProvinceHasTheSameAfterwards() {
        House.in(province, ArchiveIT::life);
        Export there = export(province);
        TenantId other = House.emptyProvince();
        Manifest taken = House.in(other, () -> House.get(ImportProvince.class).read(file(there.bytes())));
        assertThat(taken).isEqualTo(there.manifest());
        Map<String, Manifest.Sum> here = new HashMap<>(export(other).manifest().tables());
        Map<String, Manifest.Sum> expected = new HashMap<>(there.manifest().tables());
        assertThat(rows(here, "change"))
                .as("that it was taken stands on the trail besides")
                .isEqualTo(rows(expected, "change") + 1);
        here.remove("change");
        expected.remove("change");
        assertThat(here).isEqualTo(expected);
        assertThat(rows(expected, "observation")).isEqualTo(2);
        assertThat(rows(expected, "target_revision")).isEqualTo(2);
        assertThat(rows(expected, "evidence")).isEqualTo(2);
        assertThat(taken.files()).as("the same bytes once").containsExactly(Map.entry(REPORT_SHA256, (long)
                REPORT.getBytes(UTF_8).length));
        House.in(other, () -> {
            Evidence file = Objects.requireNonNull(
                    House.get(EvidenceView.class).contents().get(REPORT_SHA256));
            assertThat(House.get(OpenEvidence.class).open(file).content()).hasContent(REPORT);
            return file;
        });
    }

    @Test
    void ofTwoAtOnceTheSecondIsToldThatTheProvinceIsNotEmptyAnyMore() {
        Path archive = file(export(province).bytes());
        TenantId other = House.emptyProvince();
        assertThat(AtOnce.refused(other, () -> House.get(ImportProvince.class).read(archive))
                        .code())
                .isEqualTo("province-not-empty");
    }

    private static long rows(Map<String, Manifest.Sum> tables, String table) {
        return Objects.requireNonNull(tables.get(table)).rows();
    }

    @Test
    void everyTableWithAProvincesRowsIsInIt() {
        List<String> tables = House.asSuperuser("""
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'tenant_id'
                  and table_name not in ('tenant', 'opening', 'idempotent_reply', 'outbox', 'rescoring', 'rule_impact',
                  'release_seal', 'rule_code')""");
        assertThat(export(province).manifest().tables().keySet()).containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void nothingOfAnotherProvinceIsInIt() {
        TenantId other = House.province();
        House.in(other, () -> Story.area("Xã CỦA TỈNH KHÁC", AreaLevel.COMMUNE, "77"));
        assertThat(texts(export(province).bytes()).values()).noneMatch(text -> text.contains("TỈNH KHÁC"));
        assertThat(texts(export(other).bytes()).values()).anyMatch(text -> text.contains("TỈNH KHÁC"));
    }

    @Test
    void aChangedDigitIsNoticedAndNothingIsTaken() {
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "7.5"));
        byte[] tampered = changed(
                export(province).bytes(), "tables/observation.csv", text -> text.replace("7.500000", "8.500000"));
        TenantId other = House.emptyProvince();
        Refusal refusal = refused(other, tampered);
        assertThat(refusal.code()).isEqualTo("archive-table");
        assertThat(refusal.values()).containsEntry("table", "observation");
        assertThat(House.asSuperuser("select code from indicator where tenant_id = '%s'".formatted(other)))
                .isEmpty();
    }

    @Test
    void anAttachedFileThatIsMissingOrAnotherIsNoticedAndNothingIsTaken() {
        House.in(province, ArchiveIT::life);
        byte[] good = export(province).bytes();
        String file = "files/" + REPORT_SHA256;
        for (UnaryOperator<String> other :
                List.<UnaryOperator<String>>of(text -> text.replace("120", "121"), text -> text + "0", text -> "")) {
            assertThat(refused(House.emptyProvince(), changed(good, file, other))
                            .code())
                    .isEqualTo("archive-file");
        }
        TenantId empty = House.emptyProvince();
        assertThat(refused(empty, without(good, file)).code()).isEqualTo("archive-unreadable");
        assertThat(refused(
                                empty,
                                changed(
                                        good,
                                        "manifest.json",
                                        text -> text.replace(REPORT_SHA256, "../" + REPORT_SHA256)))
                        .code())
                .isEqualTo("archive-unreadable");
        assertThat(refused(empty, changed(good, file, text -> "0".repeat(110_000_000)))
                        .code())
                .isEqualTo("archive-large");
        assertThat(House.asSuperuser("select name from evidence where tenant_id = '%s'".formatted(empty)))
                .isEmpty();
    }

    @Test
    void aProvinceWhoseFilesAreDamagedIsNotExportedWithoutThem() throws IOException {
        House.in(province, ArchiveIT::life);
        Files.delete(House.evidence().resolve(province.value()).resolve(REPORT_SHA256));
        assertThat(catchThrowableOfType(Refusal.class, () -> export(province)).code())
                .isEqualTo("evidence-damaged");
    }

    @Test
    void rowsThatTheDatabaseOrTheirColumnsDoNotTakeAreRefused() {
        byte[] good = export(province).bytes();
        for (UnaryOperator<String> fault : List.<UnaryOperator<String>>of(
                text -> text.replace("province", "prov\u0000ince"),
                text -> text + "\"x\"\n",
                text -> "\"a\",\"b\"\n",
                text -> "",
                text -> text + "\"" + "x".repeat(5_000_000),
                text -> text.replaceFirst("\"[0-9a-f-]{36}\"", "\"no uuid\""))) {
            assertThat(refused(House.emptyProvince(), changed(good, "tables/area.csv", fault))
                            .code())
                    .isEqualTo("archive-table");
        }
    }

    @Test
    void whatIsNoArchiveOfThisHouseIsRefused() {
        byte[] good = export(province).bytes();
        assertThat(refused(House.emptyProvince(), "no zip".getBytes(UTF_8)).code())
                .isEqualTo("archive-unreadable");
        assertThat(refused(House.emptyProvince(), changed(good, "manifest.json", text -> "[1]"))
                        .code())
                .isEqualTo("archive-unreadable");
        assertThat(refused(
                                House.emptyProvince(),
                                changed(good, "manifest.json", text -> text.replace("\"format\":1", "\"format\":2")))
                        .code())
                .isEqualTo("archive-other-schema");
        assertThat(refused(House.emptyProvince(), without(good, "tables/area.csv"))
                        .code())
                .isEqualTo("archive-unreadable");
    }

    @Test
    void aProvinceThatHasSomethingTakesNoArchive() {
        assertThat(refused(House.province(), export(province).bytes()).code()).isEqualTo("province-not-empty");
    }

    /** Something in most tables, with what is easily lost: quotes, line ends, empty texts, parents younger than children. */
    private static Target life() {
        House.get(AddIndicator.class).add(Measures.communes("OWN"));
        Area commune = Story.area("Xã \"Một\",\nhai dòng", AreaLevel.COMMUNE, "1");
        House.get(RecordSuccession.class)
                .record(new RecordSuccession.Command(
                        SuccessionKind.ABOLISHED,
                        LocalDate.of(2023, 12, 31),
                        "Nghị quyết 2",
                        List.of(commune.id()),
                        List.of(),
                        List.of()));
        Plan plan = Story.plan("2023");
        Target target = Story.target(plan, "GRDP_GROWTH", "%", "8");
        House.get(AmendTarget.class).amend(Story.amendment(target.id(), 1, "8.123456"));
        Observation figure = Story.figure("GRDP_GROWTH", "%", "2023", "7.5");
        Story.figure("GRDP_GROWTH", "%", "2022", "-0.000001");
        attach(new About.Figure(figure.id()));
        attach(new About.Paper(Story.instrument("17/NQ-HĐND").id()));
        House.get(SetThreshold.class).set(Story.threshold("OWN", 0, "1.1"));
        House.get(ScorePlan.class).score(plan.id(), Story.END_OF_2023, Aims.CURRENT);
        return target;
    }

    private static void attach(About about) {
        House.get(AttachEvidence.class)
                .attach(
                        new AttachEvidence.Command(about, "báo cáo.txt"),
                        new ByteArrayInputStream(REPORT.getBytes(UTF_8)));
    }

    private record Export(Manifest manifest, byte[] bytes) {}

    private static Export export(TenantId province) {
        var bytes = new ByteArrayOutputStream();
        Manifest manifest =
                House.in(province, () -> House.get(ExportProvince.class).write(bytes));
        return new Export(manifest, bytes.toByteArray());
    }

    private Refusal refused(TenantId province, byte[] archive) {
        return catchThrowableOfType(
                Refusal.class,
                () -> House.in(province, () -> House.get(ImportProvince.class).read(file(archive))));
    }

    private Path file(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "archive", ".zip"), bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> texts(byte[] archive) {
        Map<String, String> texts = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return texts;
    }

    private static byte[] changed(byte[] archive, String entry, UnaryOperator<String> change) {
        Map<String, String> texts = texts(archive);
        String before = texts.get(entry);
        String after = change.apply(before);
        assertThat(after).as("the fault").isNotEqualTo(before);
        texts.put(entry, after);
        return zipped(texts);
    }

    private static byte[] without(byte[] archive, String entry) {
        Map<String, String> texts = texts(archive);
        texts.remove(entry);
        return zipped(texts);
    }

    private static byte[] zipped(Map<String, String> texts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes(UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}

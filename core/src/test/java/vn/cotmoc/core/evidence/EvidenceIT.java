package vn.cotmoc.core.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;

class EvidenceIT {

    private static final byte[] REPORT = "%PDF-1.7 báo cáo".getBytes(UTF_8);

    private TenantId province;
    private Observation figure;

    @BeforeEach
    void aProvinceWithAFigure() {
        province = House.province();
        figure = in(() -> Story.figure("GRDP_GROWTH", "%", "2023", "7.1"));
    }

    @Test
    void whatWasAttachedComesBackByteForByte() throws IOException {
        Evidence attached = attach(figure(), "Báo cáo.pdf", REPORT);
        assertThat(attached.type()).isEqualTo(FileType.PDF);
        assertThat(attached.bytes()).isEqualTo(REPORT.length);
        assertThat(attached.sha256()).isEqualTo(Sha256.of(REPORT));
        try (InputStream content =
                in(() -> House.get(OpenEvidence.class).open(attached.id())).content()) {
            assertThat(content.readAllBytes()).isEqualTo(REPORT);
        }
    }

    @Test
    void theSameFileTwiceIsOneOfTheSameThing() {
        Evidence first = attach(figure(), "một.pdf", REPORT);
        assertThat(attach(figure(), "hai.pdf", REPORT).id()).isEqualTo(first.id());
        assertThat(in(() -> House.get(EvidenceView.class).of(figure())))
                .extracting(Evidence::name)
                .containsExactly("một.pdf");
        Instrument paper = in(() -> Story.instrument("17/NQ-HĐND"));
        About about = new About.Paper(paper.id());
        assertThat(attach(about, "ba.pdf", REPORT).id()).isNotEqualTo(first.id());
        assertThat(in(() -> House.get(EvidenceView.class).of(about)))
                .extracting(Evidence::name)
                .containsExactly("ba.pdf");
    }

    @Test
    void whatIsTooLargeOrNoDocumentIsRefusedAndNothingIsKept() {
        byte[] large = new byte[20 * 1024 * 1024 + 1];
        System.arraycopy(REPORT, 0, large, 0, REPORT.length);
        refused("evidence-large", () -> attach(figure(), "lớn.pdf", large));
        refused("evidence-type", () -> attach(figure(), "chạy.pdf", new byte[] {'M', 'Z', 0, 1}));
        assertThat(in(() -> House.get(EvidenceView.class).of(figure()))).isEmpty();
    }

    @Test
    void whatIsUnknownOrAnotherProvincesIsUnknownAlike() {
        Evidence attached = attach(figure(), "một.pdf", REPORT);
        TenantId other = House.province();
        for (About about : new About[] {figure(), new About.Figure(new UUID(0, 1))}) {
            refused(
                    "unknown-observation",
                    () -> House.in(other, () -> House.get(EvidenceView.class).of(about)));
            refused("unknown-observation", () -> House.in(other, () -> store(about, "một.pdf", REPORT)));
        }
        refused("unknown-instrument", () -> attach(new About.Paper(figure.id()), "một.pdf", REPORT));
        for (UUID id : new UUID[] {attached.id(), new UUID(0, 1)}) {
            refused(
                    "unknown-evidence",
                    () -> House.in(other, () -> House.get(OpenEvidence.class).open(id)));
        }
    }

    /** Known to both provinces by its hash, and yet each has only its own. */
    @Test
    void bytesOfAnotherProvinceAreNotReachedByTheirHash() throws IOException {
        Evidence attached = attach(figure(), "một.pdf", REPORT);
        TenantId other = House.province();
        assertThat(House.in(other, () -> {
                    try {
                        return House.get(EvidenceStorage.class).open(attached.sha256());
                    } catch (IOException failure) {
                        throw new IllegalStateException(failure);
                    }
                }))
                .isEmpty();
    }

    @Test
    void bytesThatWereChangedOrLostAreNotGivenOut() throws IOException {
        Evidence attached = attach(figure(), "một.pdf", REPORT);
        Path kept = House.evidence().resolve(province.value()).resolve(attached.sha256());
        Files.write(kept, "%PDF-1.7 khác".getBytes(UTF_8));
        refused("evidence-damaged", () -> in(() -> House.get(OpenEvidence.class).open(attached.id())));
        Files.delete(kept);
        refused("evidence-damaged", () -> in(() -> House.get(OpenEvidence.class).open(attached.id())));
    }

    private About figure() {
        return new About.Figure(figure.id());
    }

    private Evidence attach(About about, String name, byte[] content) {
        return in(() -> store(about, name, content));
    }

    private static Evidence store(About about, String name, byte[] content) {
        return House.get(AttachEvidence.class)
                .attach(new AttachEvidence.Command(about, name), new ByteArrayInputStream(content));
    }

    private static void refused(String code, Supplier<?> work) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(work::get).withMessageStartingWith(code);
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }
}

package vn.cotmoc.core.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "Báo cáo tháng 10.pdf,               Báo cáo tháng 10.pdf",
        "Nghị quyết số 17-NQ-HĐND.PDF,       Nghị quyết số 17-NQ-HĐND.PDF",
        "../../etc/passwd,                   passwd.pdf",
        "C:\\Tài liệu\\Phụ lục.pdf,          Phụ lục.pdf",
        "..,                                 minh-chung.pdf",
        ".bashrc,                            bashrc.pdf",
        "xem.html,                           xem.html.pdf",
        "a<b>:c|d?e*f\"g%h.pdf,              abcdefgh.pdf"
    })
    void whatIsLeftIsSafeAndKeepsItsLetters(String sent, String name) {
        assertThat(FileName.of(sent, FileType.PDF)).isEqualTo(name);
    }

    @Test
    void whatTurnsTheDirectionOfWritingIsTakenOut() {
        assertThat(FileName.of("hóa đơn\u202Efdp.exe", FileType.PDF)).isEqualTo("hóa đơnfdp.exe.pdf");
        assertThat(FileName.of("a\u0000b\u200Bc\u2066.pdf", FileType.PDF)).isEqualTo("abc.pdf");
    }

    @Test
    void lettersSentInPartsAreComposed() {
        assertThat(FileName.of("Ba\u0301o ca\u0301o.pdf", FileType.PDF)).isEqualTo("Báo cáo.pdf");
    }

    @Test
    void ofALongNameTheEndIsKept() {
        assertThat(FileName.of("ệ".repeat(500) + ".pdf", FileType.PDF))
                .endsWith("ệ.pdf")
                .satisfies(name -> assertThat(name.getBytes(UTF_8).length).isLessThan(255));
    }

    @Property
    void whateverIsSent(@ForAll("anything") String sent) {
        for (FileType type : FileType.values()) {
            String name = FileName.of(sent, type);
            assertThat(name)
                    .isNotBlank()
                    .doesNotContain("/", "\\", "\"", "%", "\n")
                    .doesNotStartWith(".");
            assertThat(name.codePoints()
                            .map(Character::getType)
                            .noneMatch(kind -> kind == Character.CONTROL
                                    || kind == Character.FORMAT
                                    || kind == Character.SURROGATE))
                    .isTrue();
            assertThat(name.getBytes(UTF_8).length).isLessThan(255);
            assertThat(FileName.of(name, type)).as("safe names stay").isEqualTo(name);
        }
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings()
                .withChars("./\\ \t\u0000\u202e\u200f%\"<>|aAđĐệƯ😀")
                .withCharRange('\u0000', '\uffff')
                .ofMaxLength(300);
    }
}

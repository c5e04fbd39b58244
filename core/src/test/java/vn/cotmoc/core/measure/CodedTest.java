package vn.cotmoc.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import vn.cotmoc.core.targets.Comparator;

class CodedTest {

    @Test
    void aWordIsFoundByItsHyphenatedNameOnly() {
        assertThat(Comparator.K_OF_N.code()).isEqualTo("k-of-n");
        assertThat(Coded.find(Comparator.class, "k-of-n")).contains(Comparator.K_OF_N);
        assertThat(Coded.find(Comparator.class, "K_OF_N")).isEmpty();
        assertThat(Coded.find(Comparator.class, "")).isEmpty();
    }

    @Test
    void everyWordIsReadBack() {
        for (Comparator comparator : Comparator.values()) {
            assertThat(Coded.read(Comparator.class, comparator.code())).isEqualTo(comparator);
        }
    }

    @Test
    void aStoredWordThatIsUnknownIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Coded.read(Comparator.class, "most"))
                .withMessage("most is no Comparator.");
    }
}

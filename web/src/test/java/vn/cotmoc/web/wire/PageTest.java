package vn.cotmoc.web.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.core.refusals.Refusal;

class PageTest {

    @Test
    void aPageHasFiftyItemsUnlessOneTo200AreAskedFor() {
        assertThat(Page.limit(null)).isEqualTo(50);
        assertThat(Page.limit(1)).isEqualTo(1);
        assertThat(Page.limit(200)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void anyOtherLimitIsRefused(int limit) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Page.limit(limit))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("limit-range");
                    assertThat(refusal.at()).isEqualTo("limit");
                    assertThat(refusal.values()).containsEntry("limit", limit).containsEntry("most", 200);
                });
    }

    @Test
    void oneMoreThanTheLimitMeansThatThereIsANextPageAfterTheLastItemShown() {
        assertThat(page(List.of(1, 2, 3), 2)).isEqualTo(new Page<>(List.of("1!", "2!"), "2"));
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(page(List.of(1, 2), 2)).isEqualTo(new Page<>(List.of("1!", "2!"), null));
        assertThat(page(List.of(), 2)).isEqualTo(new Page<>(List.of(), null));
    }

    private static Page<String> page(List<Integer> found, int limit) {
        return Page.of(found, limit, String::valueOf, item -> item + "!");
    }
}

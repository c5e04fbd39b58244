package vn.cotmoc.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseStatusTest {

    @ParameterizedTest
    @EnumSource
    void whatPeopleDoLeadsToItsOwnStatusOrLeavesItAsItIs(CaseStatus status) {
        for (CaseAct act : status.next()) {
            CaseStatus after = act.after(status);
            if (act == CaseAct.ASSIGNED) {
                assertThat(after).isEqualTo(status);
            } else {
                assertThat(after).isNotIn(CaseStatus.OPEN, CaseStatus.CLEARED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void peopleNeitherOpenNorClearNorReopen(CaseStatus status) {
        assertThat(status.next())
                .doesNotContain(CaseAct.OPENED, CaseAct.CLEARED, CaseAct.REOPENED, CaseAct.WORSENED, CaseAct.EASED);
    }

    @Test
    void everyStatusButTheEndGoesOn() {
        assertThat(Arrays.stream(CaseStatus.values())
                        .filter(status -> status.next().isEmpty()))
                .containsExactly(CaseStatus.CLEARED);
    }

    @Test
    void onlyAnExplanationThatWasGivenIsReturned() {
        assertThat(Arrays.stream(CaseStatus.values())
                        .filter(status -> status.next().contains(CaseAct.EXPLANATION_RETURNED)))
                .containsExactly(CaseStatus.EXPLAINED);
        assertThat(Arrays.stream(CaseStatus.values())
                        .filter(status -> status.next().contains(CaseAct.EXPLAINED)))
                .containsExactly(CaseStatus.EXPLANATION_REQUESTED);
    }
}

package vn.cotmoc.core.thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;

class EditsAtOnceIT {

    private TenantId province;

    @BeforeEach
    void aProvince() {
        province = House.province();
    }

    @ParameterizedTest
    @CsvSource({", 0", "GRDP_GROWTH, 0"})
    void ofTwoEditsAtOnceExactlyOneIsStoredAndTheOtherIsTold(@Nullable String indicator, int seen) {
        Refusal told = AtOnce.refused(
                province, () -> House.get(SetThreshold.class).set(Story.threshold(indicator, seen, "1.1")));
        assertThat(told.kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(told.code()).isEqualTo("threshold-changed");
        assertThat(told.values()).containsEntry("version", seen + 1);
        assertThat(all().newest(Scope.own(indicator, null)).orElseThrow().version())
                .isEqualTo(seen + 1);
    }

    @Test
    void aVersionIsReadBackAsItWasSet() {
        Threshold set = House.in(
                province, () -> House.get(SetThreshold.class).set(Story.threshold("GRDP_GROWTH", 0, "1.123456")));
        Threshold read = all().newest(new Scope.Indicator("GRDP_GROWTH")).orElseThrow();
        assertThat(read.cutPoints()).isEqualTo(set.cutPoints());
        assertThat(read.id()).isEqualTo(set.id());
        assertThat(all().versions())
                .filteredOn(version -> !(version.scope() instanceof Scope.Nation))
                .containsExactly(read);
    }

    @Test
    void theWidestCutPointsAreKept() {
        House.in(province, () -> House.get(SetThreshold.class).set(Story.threshold(null, 0, "99.999999")));
        assertThat(all().newest(Scope.PROVINCE).orElseThrow().cutPoints().exceededFrom())
                .isEqualTo("99.999999");
    }

    @Test
    void whoChangesWhatIsNoLongerTheNewestIsTold() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        House.in(province, () -> House.get(SetThreshold.class).set(Story.threshold(null, 1, "1.1"))))
                .withMessage("threshold-changed {version=0}");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(
                        province, () -> House.get(SetThreshold.class).set(Story.threshold("NOTHING", 0, "1.1"))))
                .withMessageStartingWith("unknown-indicator");
    }

    @Test
    void aPlaceHasVersionsOfItsOwn() {
        UUID place = House.in(province, () -> House.get(AreaView.class).resolve(null, "area"));
        House.in(province, () -> House.get(SetThreshold.class).set(Story.threshold("GRDP_GROWTH", 0, "1.2")));
        House.in(province, () -> House.get(SetThreshold.class).set(Story.threshold("GRDP_GROWTH", place, 0, "1.3")));
        House.in(province, () -> House.get(SetThreshold.class).set(Story.threshold("GRDP_GROWTH", place, 1, "1.4")));
        assertThat(all().newest(new Scope.Place("GRDP_GROWTH", place))
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
        assertThat(all().on(LocalDate.of(2023, 6, 1))
                        .of("GRDP_GROWTH", place)
                        .orElseThrow()
                        .cutPoints()
                        .exceededFrom())
                .isEqualTo("1.4");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(
                        province,
                        () -> House.get(SetThreshold.class)
                                .set(Story.threshold("GRDP_GROWTH", new UUID(9, 9), 0, "1.1"))))
                .withMessageStartingWith("unknown-area");
    }

    private Thresholds all() {
        return House.in(province, () -> House.get(ThresholdView.class).all());
    }
}

package vn.cotmoc.core.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;

class InstrumentsIT {

    private static final LocalDate DAY = LocalDate.of(2022, 12, 9);

    private TenantId province;

    @BeforeEach
    void aProvince() {
        province = House.province();
    }

    @Test
    void aPaperIsEnteredOnceByItsIssuerNumberAndDay() {
        add("17/NQ-HĐND", DAY, null);
        add("17/NQ-HĐND", DAY.plusYears(1), null);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> add("17/NQ-HĐND", DAY, null))
                .withMessage(
                        "instrument-exists {number=17/NQ-HĐND, issuedOn=2022-12-09, issuer=Hội đồng nhân dân tỉnh}");
        assertThat(House.in(province, () -> House.get(InstrumentView.class).list(null, 5)))
                .extracting(Instrument::number, Instrument::issuedOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("17/NQ-HĐND", DAY),
                        org.assertj.core.groups.Tuple.tuple("17/NQ-HĐND", DAY.plusYears(1)));
    }

    @Test
    void twoCommunesNumberTheirPapersAlikeOnOneDay() {
        add("15/KH-UBND", DAY, null, "Ủy ban nhân dân xã Bắc Hà");
        add("15/KH-UBND", DAY, null, "Ủy ban nhân dân phường Sa Pa");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> add("15/KH-UBND", DAY, null, "Ủy ban nhân dân  xã BẮC HÀ"))
                .withMessageStartingWith("instrument-exists");
    }

    @Test
    void aNumberThatLooksAlikeIsTheSame() {
        add("17/NQ-HĐND", DAY, null);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> add("17/nq\u200b-hđnd", DAY, null))
                .withMessageStartingWith("instrument-exists");
    }

    @Test
    void ofTwoEqualPapersAtOnceExactlyOneIsStoredAndTheOtherIsTold() {
        Refusal told = AtOnce.refused(province, () -> Story.instrument("18/NQ-HĐND"));
        assertThat(told.code()).isEqualTo("instrument-exists");
    }

    @Test
    void noPaperIsIssuedInTheFuture() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> add("1/NQ", LocalDate.of(2199, 1, 1), null))
                .withMessageStartingWith("instrument-ahead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "ftp://x.vn/a", "https://", "https://x.vn/a b", "https://x.vn/\"a"})
    void screensLinkOnlyToTheWeb(String link) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> add("1/NQ", DAY, link))
                .withMessageStartingWith("instrument-link");
    }

    private Instrument add(String number, LocalDate issuedOn, @Nullable String link) {
        return add(number, issuedOn, link, "Hội đồng nhân dân tỉnh");
    }

    private Instrument add(String number, LocalDate issuedOn, @Nullable String link, String issuer) {
        return House.in(
                province,
                () -> House.get(AddInstrument.class)
                        .add(new AddInstrument.Command(
                                InstrumentKind.RESOLUTION, number, issuedOn, issuer, "Về kế hoạch", link)));
    }
}

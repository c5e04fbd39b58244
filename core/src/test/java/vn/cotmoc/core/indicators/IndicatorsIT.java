package vn.cotmoc.core.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.audit.Act;
import vn.cotmoc.core.audit.Change;
import vn.cotmoc.core.audit.ChangeView;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Measures;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.units.UnitKind;

class IndicatorsIT {

    private TenantId province;

    @BeforeEach
    void aProvince() {
        province = House.province();
    }

    @Test
    void theCatalogueComesWithItsSummationsPricesAndFormulas() {
        assertThat(find("NTM_COMMUNE_SHARE").summation().parts())
                .contains(new Summation.Parts("NTM_COMMUNES", "COMMUNES_TOTAL"));
        assertThat(find("GRDP_CONSTANT_2010").priceBasis()).isEqualTo(PriceBasis.CONSTANT_2010);
        assertThat(find("REVENUE_PER_CAPITA").formula()).hasToString("BUDGET_REVENUE / POPULATION");
        assertThat(find("POVERTY_REDUCTION").summation().inTime()).isEqualTo(Summation.InTime.MEAN);
    }

    @Test
    void aFormulaMustNotNeedItself() {
        in(() -> add(Measures.communes("ONE")));
        in(() -> add(Measures.calculated("TWO", "ONE / COMMUNES_TOTAL * 100")));
        in(() -> add(Measures.calculated("THREE", "TWO * 2")));
        refused("formula-cycle {indicator=FOUR}", () -> add(Measures.calculated("FOUR", "FOUR + 1")));
        Indicator two = find("TWO");
        refused("formula-cycle {indicator=TWO}", () -> correct(withFormula(two, "THREE / 2")));
        refused("unknown-indicator {indicator=NEVER}", () -> add(Measures.calculated("FIVE", "NEVER * 2")));
        refused("formula-zero {formula=ONE / (2 - 2)}", () -> add(Measures.calculated("FIVE", "ONE / (2 - 2)")));
    }

    @Test
    void aCorrectionIsAVersionAndStandsOnTheTrail() {
        in(() -> add(Measures.communes("ONE")));
        Indicator corrected = in(() -> correct(named(find("ONE"), "Số xã", 1)));
        assertThat(corrected.version()).isEqualTo(2);
        assertThat(find("ONE")).isEqualTo(corrected);
        Change change = changes("ONE").getFirst();
        assertThat(change.act()).isEqualTo(Act.CHANGED);
        assertThat(change.was()).containsEntry("nameVi", "Chỉ tiêu").containsEntry("version", "1");
        assertThat(change.became())
                .containsEntry("nameVi", "Số xã")
                .containsEntry("version", "2")
                .doesNotContainKey("unitVi");
        assertThat(changes("ONE").getLast().act()).isEqualTo(Act.ADDED);
    }

    @Test
    void whatFiguresMeanStaysOnceThereAreSome() {
        in(() -> add(Measures.communes("ONE")));
        Indicator asPeople = in(() -> correct(withUnit(find("ONE"), "người")));
        in(() -> Story.figure("ONE", "người", "2022", "7"));
        refused("indicator-in-use {indicator=ONE}", () -> correct(withUnit(asPeople, "xã")));
        assertThat(in(() -> correct(named(asPeople, "Số người", 2))).name()).isEqualTo("Số người");
    }

    @Test
    void whatALivingFormulaIsMadeOfIsNotRetired() {
        in(() -> add(Measures.communes("ONE")));
        in(() -> add(Measures.calculated("TWO", "ONE * 2")));
        refused("indicator-needed {indicator=ONE, by=[TWO]}", () -> correct(retired(find("ONE"), true, 1)));
        in(() -> correct(retired(find("TWO"), true, 1)));
        assertThat(in(() -> correct(retired(find("ONE"), true, 1))).retired()).isTrue();
        refused("indicator-retired {indicator=ONE}", () -> correct(retired(find("TWO"), false, 2)));
        refused("indicator-retired {indicator=ONE}", () -> add(Measures.calculated("THREE", "ONE * 3")));
    }

    @Test
    void whatALivingRatioIsMadeOfIsNotRetired() {
        in(() -> add(Measures.communes("ONE")));
        in(() -> add(ratio("TWO", "ONE")));
        refused("indicator-needed {indicator=ONE, by=[TWO]}", () -> correct(retired(find("ONE"), true, 1)));
        refused(
                "indicator-needed {indicator=COMMUNES_TOTAL, by=[NTM_COMMUNE_SHARE, TWO]}",
                () -> correct(retired(find("COMMUNES_TOTAL"), true, 1)));
        in(() -> correct(retired(find("TWO"), true, 1)));
        assertThat(in(() -> correct(retired(find("ONE"), true, 1))).retired()).isTrue();
        refused("indicator-retired {indicator=ONE}", () -> correct(retired(find("TWO"), false, 2)));
    }

    @Test
    void aProxyIsAnotherThatIsReportedMoreOften() {
        in(() -> add(Measures.communes("ONE")));
        in(() -> add(Measures.linked(Measures.communes("TWO"), Cadence.MONTH, null)));
        refused("proxy-itself {indicator=ONE}", () -> correct(Measures.linked(find("ONE"), Cadence.YEAR, "ONE")));
        refused(
                "unknown-indicator {indicator=NEVER}",
                () -> correct(Measures.linked(find("ONE"), Cadence.YEAR, "NEVER")));
        refused(
                "proxy-cadence {proxy=TWO, proxyCadence=MONTH, indicator=ONE, cadence=MONTH}",
                () -> correct(Measures.linked(find("ONE"), Cadence.MONTH, "TWO")));
        refused(
                "proxy-cadence {proxy=POPULATION, proxyCadence=YEAR, indicator=THREE, cadence=YEAR}",
                () -> add(Measures.linked(Measures.communes("THREE"), Cadence.YEAR, "POPULATION")));
        in(() -> correct(retired(find("TWO"), true, 1)));
        refused("indicator-retired {indicator=TWO}", () -> correct(Measures.linked(find("ONE"), Cadence.YEAR, "TWO")));
        in(() -> correct(retired(find("TWO"), false, 2)));
        in(() -> correct(Measures.linked(find("ONE"), Cadence.YEAR, "TWO")));
        assertThat(find("ONE").proxy()).isEqualTo("TWO");
        assertThat(changes("ONE").getFirst().became()).containsEntry("proxyCode", "TWO");
        in(() -> correct(Measures.linked(find("ONE"), Cadence.YEAR, null)));
        assertThat(find("ONE").proxy()).isNull();
        assertThat(changes("ONE").getFirst().was()).containsEntry("proxyCode", "TWO");
    }

    /** It says nothing of what figures mean, so it may be linked while there are some. */
    @Test
    void whatCameFromTheCatalogueHasAProxyTooEvenWithFigures() {
        in(() -> Story.figure("GRDP_GROWTH", "%", "2022", "7"));
        Indicator growth = find("GRDP_GROWTH");
        in(() -> correct(Measures.linked(growth, growth.cadence(), "INDUSTRIAL_PRODUCTION_INDEX")));
        assertThat(find("GRDP_GROWTH").proxy()).isEqualTo("INDUSTRIAL_PRODUCTION_INDEX");
        assertThat(find("GRDP_GROWTH").nationalCode()).isEqualTo("GRDP_GROWTH");
    }

    /** Each is reported oftener than the one before, so links end and never come back. */
    @Test
    void aProxyMayHaveOneOfItsOwn() {
        in(() -> add(Measures.linked(Measures.communes("THREE"), Cadence.MONTH, null)));
        in(() -> add(Measures.linked(Measures.communes("TWO"), Cadence.QUARTER, "THREE")));
        in(() -> add(Measures.linked(Measures.communes("ONE"), Cadence.YEAR, "TWO")));
        refused(
                "proxy-cadence {proxy=ONE, proxyCadence=YEAR, indicator=THREE, cadence=MONTH}",
                () -> correct(Measures.linked(find("THREE"), Cadence.MONTH, "ONE")));
    }

    @Test
    void aProxyOfALivingIndicatorIsNeitherRetiredNorReportedMoreSeldom() {
        in(() -> add(Measures.linked(Measures.communes("TWO"), Cadence.MONTH, null)));
        in(() -> add(Measures.linked(Measures.communes("ONE"), Cadence.YEAR, "TWO")));
        refused("indicator-needed {indicator=TWO, by=[ONE]}", () -> correct(retired(find("TWO"), true, 1)));
        refused(
                "proxy-cadence {proxy=TWO, proxyCadence=YEAR, indicator=ONE, cadence=YEAR}",
                () -> correct(Measures.linked(find("TWO"), Cadence.YEAR, null)));
        in(() -> correct(Measures.linked(find("TWO"), Cadence.QUARTER, null)));
        in(() -> correct(retired(find("ONE"), true, 1)));
        in(() -> correct(retired(find("TWO"), true, 2)));
        refused("indicator-retired {indicator=TWO}", () -> correct(retired(find("ONE"), false, 2)));
    }

    @Test
    void anIndicatorIsNotRetiredWhileSomebodyMakesItAProxy() {
        in(() -> add(Measures.linked(Measures.communes("TWO"), Cadence.MONTH, null)));
        in(() -> add(Measures.communes("ONE")));
        Indicator one = Measures.linked(find("ONE"), Cadence.YEAR, "TWO");
        Indicator two = retired(find("TWO"), true, 1);
        assertThat(AtOnce.refused(province, () -> correct(one), () -> correct(two)))
                .hasMessage("indicator-needed {indicator=TWO, by=[ONE]}");
        in(() -> correct(Measures.linked(find("ONE"), Cadence.YEAR, null)));
        Indicator again = Measures.linked(find("ONE"), Cadence.YEAR, "TWO");
        assertThat(AtOnce.refused(province, () -> correct(two), () -> correct(again)))
                .hasMessage("indicator-retired {indicator=TWO}");
    }

    @Test
    void itIsLedByAUnitOfTheProvince() {
        in(() -> add(Measures.communes("ONE")));
        in(() -> Story.unit("SKH", UnitKind.DEPARTMENT, null));
        House.in(House.province(), () -> Story.unit("SYT", UnitKind.DEPARTMENT, null));
        in(() -> correct(led(find("ONE"), "SKH")));
        assertThat(find("ONE").leadUnit()).isEqualTo("SKH");
        refused("unknown-unit {unit=SYT}", () -> correct(led(find("ONE"), "SYT")));
        in(() -> correct(led(find("ONE"), null)));
        assertThat(find("ONE").leadUnit()).isNull();
    }

    /** A ratio is calculated too, where nobody reports it. */
    @Test
    void aRatioNeverNeedsItself() {
        in(() -> add(ratio("ONE", "NTM_COMMUNES")));
        in(() -> add(Measures.calculated("TWO", "ONE * 2")));
        refused("formula-cycle {indicator=ONE}", () -> correct(ratio("ONE", "TWO")));
        refused("formula-cycle {indicator=ONE}", () -> correct(ratio("ONE", "ONE")));
    }

    @Test
    void ofTwoCorrectionsAtOnceExactlyOneIsStoredAndTheOtherIsTold() {
        in(() -> add(Measures.communes("ONE")));
        Refusal told = AtOnce.refused(province, () -> correct(named(find("ONE"), "Số xã", 1)));
        assertThat(told.code()).isEqualTo("indicator-changed");
        assertThat(told.kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(find("ONE").version()).isEqualTo(2);
    }

    @Test
    void ofTwoFormulasAtOnceThatNeedEachOtherOneIsRefused() {
        in(() -> add(Measures.calculated("ONE", "COMMUNES_TOTAL * 1")));
        in(() -> add(Measures.calculated("TWO", "COMMUNES_TOTAL * 2")));
        Indicator one = withFormula(find("ONE"), "TWO + 1");
        Indicator two = withFormula(find("TWO"), "ONE + 1");
        Refusal told = AtOnce.refused(province, () -> correct(one), () -> correct(two));
        assertThat(told.code()).isEqualTo("formula-cycle");
        assertThat(find("TWO").formula()).hasToString("COMMUNES_TOTAL * 2");
    }

    @Test
    void aRetiredOrCalculatedIndicatorTakesNoFigures() {
        in(() -> add(Measures.communes("ONE")));
        in(() -> Story.figure("ONE", "xã", "2021", "6"));
        in(() -> correct(retired(find("ONE"), true, 1)));
        refused("indicator-retired {indicator=ONE}", () -> Story.figure("ONE", "xã", "2022", "7"));
        refused("indicator-retired {indicator=ONE}", () -> Story.target(Story.plan("2023"), "ONE", "xã", "7"));
        in(() -> correct(retired(find("ONE"), false, 2)));
        in(() -> Story.figure("ONE", "xã", "2022", "7"));
        in(() -> add(Measures.calculated("TWO", "ONE * 2")));
        refused("indicator-calculated {indicator=TWO, formula=ONE * 2}", () -> Story.figure("TWO", "%", "2022", "14"));
    }

    @Test
    void whatIsInTheSetCannotBeAdoptedAgain() {
        refused(
                "indicator-exists {code=GRDP_GROWTH}",
                () -> House.get(AddIndicator.class).adopt("GRDP_GROWTH"));
        refused(
                "unknown-national-indicator {indicator=NEVER}",
                () -> House.get(AddIndicator.class).adopt("NEVER"));
        assertThat(in(() -> House.get(CatalogueView.class).list(null, 200)))
                .hasSizeGreaterThan(70)
                .allMatch(CatalogueView.Line::adopted);
    }

    @Test
    void anIndicatorThatTheCatalogueGotLaterIsAdopted() {
        House.asSuperuser("delete from indicator where tenant_id = '%s' and code = 'PCI_RANK'".formatted(province));
        Indicator adopted = in(() -> House.get(AddIndicator.class).adopt("PCI_RANK"));
        assertThat(adopted.nationalCode()).isEqualTo("PCI_RANK");
        assertThat(find("PCI_RANK")).isEqualTo(adopted);
    }

    private static Indicator add(Indicator indicator) {
        return House.get(AddIndicator.class).add(indicator);
    }

    private static Indicator correct(Indicator indicator) {
        return House.get(CorrectIndicator.class).correct(indicator);
    }

    private Indicator find(String code) {
        return in(() -> House.get(IndicatorView.class).require(code));
    }

    private List<Change> changes(String key) {
        return in(() -> House.get(ChangeView.class)
                .list(new ChangeView.Query("indicator", key, null, null, null, null, null, 10)));
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }

    private void refused(String message, Supplier<?> work) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(province, work::get))
                .withMessage(message);
    }

    private static Indicator named(Indicator one, String name, int version) {
        return changed(one, name, one.unit(), one.formula(), one.retired(), version);
    }

    private static Indicator withUnit(Indicator one, String unit) {
        return changed(one, one.name(), unit, one.formula(), one.retired(), one.version());
    }

    private static Indicator retired(Indicator one, boolean retired, int version) {
        return changed(one, one.name(), one.unit(), one.formula(), retired, version);
    }

    private static Indicator withFormula(Indicator one, String formula) {
        return changed(
                one,
                one.name(),
                one.unit(),
                Measures.calculated("ANY", formula).formula(),
                one.retired(),
                one.version());
    }

    private static Indicator led(Indicator one, @Nullable String leadUnit) {
        return new Indicator(
                one.code(),
                one.nationalCode(),
                one.name(),
                one.nameEn(),
                one.unit(),
                one.unitEn(),
                one.decimals(),
                one.direction(),
                one.kind(),
                one.summation(),
                one.priceBasis(),
                one.formula(),
                one.group(),
                leadUnit,
                one.cadence(),
                one.proxy(),
                one.definition(),
                one.source(),
                one.retired(),
                one.version());
    }

    private static Indicator ratio(String code, String numerator) {
        return Measures.summed(
                code,
                "%",
                new Summation(
                        Summation.InTime.LAST,
                        Summation.OverAreas.RATIO,
                        new Summation.Parts(numerator, "COMMUNES_TOTAL")));
    }

    private static Indicator changed(
            Indicator one, String name, String unit, @Nullable Formula formula, boolean retired, int version) {
        return new Indicator(
                one.code(),
                one.nationalCode(),
                name,
                one.nameEn(),
                unit,
                one.unitEn(),
                one.decimals(),
                one.direction(),
                one.kind(),
                one.summation(),
                one.priceBasis(),
                formula,
                one.group(),
                one.leadUnit(),
                one.cadence(),
                one.proxy(),
                one.definition(),
                one.source(),
                retired,
                version);
    }
}

package vn.cotmoc.core.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static vn.cotmoc.core.house.Story.END_OF_2023;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.core.areas.AreaLevel;
import vn.cotmoc.core.areas.RecordSuccession;
import vn.cotmoc.core.areas.SuccessionKind;
import vn.cotmoc.core.audit.Act;
import vn.cotmoc.core.audit.Change;
import vn.cotmoc.core.audit.ChangeView;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Measures;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.indicators.AddIndicator;
import vn.cotmoc.core.indicators.Summation;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.indicators.Summation.OverAreas;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.observations.RecordObservation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.reconciliation.Reconciliation;
import vn.cotmoc.core.reconciliation.ReconciliationView;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.AssessPlan;
import vn.cotmoc.core.scoring.Explanation;
import vn.cotmoc.core.statements.QuoteStatement;
import vn.cotmoc.core.statements.Statement;
import vn.cotmoc.core.statements.StatementKind;
import vn.cotmoc.core.statements.StatementView;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.units.UnitKind;

class PartsIT {

    private TenantId province;
    private Plan plan;
    private Target whole;

    @BeforeEach
    void aTarget() {
        province = House.province();
        in(() -> House.get(AddIndicator.class)
                .add(Measures.summed("REVENUE", "tỷ đồng", new Summation(InTime.SUM, OverAreas.SUM, null))));
        plan = in(() -> Story.plan("2021/2025"));
        whole = in(() -> Story.target(plan, "REVENUE", "tỷ đồng", "100"));
    }

    @Test
    void partsAreSetAgainstTheWholeInTheirNewestRevisions() {
        UUID tamDuong =
                in(() -> Story.area("Tam Đường", AreaLevel.DISTRICT, "106").id());
        UUID tax = in(() -> Story.unit("CT", UnitKind.DEPARTMENT, null).id());
        Target ofDistrict = in(() -> set(new Part().in(tamDuong).of(whole.id()).command("30")));
        in(() -> set(new Part().by(tax).of(whole.id()).command("60")));
        in(() -> House.get(AmendTarget.class).amend(Story.amendment(ofDistrict.id(), 1, "45.5")));
        Reconciliation reconciled = in(() -> House.get(ReconciliationView.class).of(whole.id()));
        assertThat(reconciled.together()).hasToString("105.5");
        assertThat(reconciled.difference()).hasToString("5.5");
        assertThat(reconciled.parts())
                .extracting(part -> part.line().areaName())
                .contains("Tam Đường");
        assertThat(reconciled.parts())
                .extracting(part -> part.line().unitName())
                .contains("Sở CT");
    }

    /** Blanks of other widths, what leaves no ink, capitals. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "các\u00a0huyện nghèo",
                "các  huyện nghèo",
                "các huyện\u200b nghèo",
                "Các Huyện nghèo",
                "ca\u0301c huyện nghèo "
            })
    void partsThatLookAlikeAreOneAsWrittenFirst(String spelling) {
        in(() -> set(new Part().called("các huyện nghèo").command("30")));
        assertThat(refusal(new Part().called(spelling))).isEqualTo("target-exists null");
        in(() -> figure(spelling));
        assertThat(House.asSuperuser(
                        "select distinct subgroup from observation where tenant_id = '%s'".formatted(province)))
                .containsExactly("các huyện nghèo");
    }

    private static Observation figure(String part) {
        return House.get(RecordObservation.class)
                .record(new RecordObservation.Command(
                        "REVENUE",
                        null,
                        part,
                        Period.parse("2023"),
                        ObservationStatus.OFFICIAL,
                        Amount.of(3),
                        "tỷ đồng",
                        null,
                        "Báo cáo",
                        null));
    }

    /** "242 dự án, vốn gần 16.000 tỷ đồng"; "điều chỉnh giảm còn". */
    @Test
    void aStatementReportsSeveralFiguresAndSpeaksOfAnAmendment() {
        in(() -> House.get(AmendTarget.class).amend(Story.amendment(whole.id(), 1, "45.5")));
        UUID one = in(() -> Story.figure("REVENUE", "tỷ đồng", "2021", "5").id());
        UUID two = in(() -> Story.figure("REVENUE", "tỷ đồng", "2022", "6").id());
        Statement quoted = in(() -> quote("L16", 2, List.of(one, two)));
        assertThat(quoted.observations()).containsExactly(one, two);
        assertThat(in(() -> House.get(StatementView.class).of(List.of(whole.id()))))
                .containsExactly(quoted);
        assertThat(refused(() -> quote("L17", 3, List.of()))).isEqualTo("unknown-revision /revision");
        assertThat(refused(() -> quote("L18", 1, List.of(one, new UUID(1, 1)))))
                .isEqualTo("unknown-observation /observations/1");
    }

    private Statement quote(String code, int revision, List<UUID> figures) {
        return House.get(QuoteStatement.class)
                .quote(new Statement(
                        code,
                        StatementKind.TARGET,
                        "điều chỉnh giảm còn",
                        "Báo cáo",
                        null,
                        null,
                        null,
                        whole.id(),
                        revision,
                        1,
                        figures));
    }

    private String refused(Supplier<?> work) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> in(work));
        return refusal.code() + " " + refusal.at();
    }

    @Test
    void anEntityIsNamedOnce() {
        assertThat(refusal(new Part()
                        .called("hai huyện")
                        .naming(new Named("huyện Tam Đường", null), new Named("Huyện\u00a0Tam Đường", null))))
                .isEqualTo("named-twice /named/1/name");
    }

    @Test
    void anAmountThatItsUnitMakesTooLongIsToldAsSuch() {
        Aim aim = new Aim(Comparator.AT_LEAST, Amount.parse("99999999999999"), null, null, null);
        assertThat(refusal(new Part().of("REVENUE", "nghìn tỷ đồng").aiming(aim)))
                .isEqualTo("amount-digits /unit");
        assertThat(refusal(new Part().of("REVENUE", "xã").aiming(aim))).isEqualTo("unit-mismatch /unit");
    }

    @Test
    void whoNamesAPartAtTheSameMomentNamesItAsTheFirstDid() {
        AtOnce.inTurn(province, () -> figure("Huyện Nghèo"), () -> figure("huyện  nghèo"));
        assertThat(House.asSuperuser(
                        "select distinct subgroup from observation where tenant_id = '%s'".formatted(province)))
                .containsExactly("Huyện Nghèo");
    }

    @Test
    void theTrailOfAnAmendmentSaysWhatWasBefore() {
        in(() -> House.get(AmendTarget.class).amend(Story.amendment(whole.id(), 1, "45.5")));
        Change change = in(() -> House.get(ChangeView.class)
                        .list(new ChangeView.Query("target", whole.id().toString(), null, null, null, null, null, 1)))
                .getFirst();
        assertThat(change.act()).isEqualTo(Act.CHANGED);
        assertThat(change.was()).containsEntry("amount", "100").containsEntry("revision", "1");
        assertThat(change.became()).containsEntry("amount", "45.5").containsEntry("revision", "2");
        assertThat(change.instrument()).startsWith("2/");
    }

    @Test
    void aTargetAimsAtWhatItsIndicatorIs() {
        Aim place = new Aim(Comparator.RANK_AT_MOST, Amount.parse("3"), null, null, null);
        assertThat(refusal(new Part().called("một phần").aiming(place))).isEqualTo("comparator-kind /comparator");
        AmendTarget.Command asked = in(() -> Story.amendment(whole.id(), 1, "90"));
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> in(() -> House.get(AmendTarget.class)
                                        .amend(new AmendTarget.Command(
                                                whole.id(),
                                                1,
                                                place,
                                                asked.wording(),
                                                asked.source(),
                                                asked.reason(),
                                                asked.decidedOn(),
                                                asked.instrument()))))
                        .code())
                .isEqualTo("comparator-kind");
    }

    @ParameterizedTest
    @CsvSource({
        "NTM_COMMUNE_SHARE, %,   AT_LEAST, 100,  ''",
        "NTM_COMMUNE_SHARE, %,   AT_LEAST, 101,  figure-above-highest /amount",
        "NTM_COMMUNE_SHARE, %,   AT_LEAST, -1,   figure-below-lowest /amount",
        "NTM_COMMUNES,      xã,  AT_LEAST, 55.5, figure-not-whole /amount",
        "NTM_COMMUNES,      xã,  K_OF_N,   9,    figure-not-whole /amountHigh",
        "PCI_RANK,          hạng, RANK_AT_MOST, 0.5, rank-whole /amount",
        "PCI_RANK,          hạng, AT_LEAST, 20,  comparator-kind /comparator"
    })
    void whatNoFigureCouldBeIsNotAimedAt(
            String indicator, String unit, Comparator comparator, String amount, String refusal) {
        Amount high = comparator == Comparator.K_OF_N ? Amount.parse("9.5") : null;
        Aim aim = new Aim(comparator, Amount.parse(amount), high, null, null);
        assertThat(refusal(new Part().of(indicator, unit).aiming(aim))).isEqualTo(refusal);
    }

    /** Of several years the average number of communes need not be whole. */
    @Test
    void anAverageOfWholeNumbersNeedNotBeOne() {
        Aim aim = new Aim(Comparator.AT_LEAST, Amount.parse("4.5"), null, null, null);
        assertThat(refusal(new Part()
                        .of("NTM_COMMUNES", "xã")
                        .on(Basis.AVERAGE_PER_YEAR)
                        .aiming(aim)))
                .isEmpty();
    }

    @Test
    void aTargetIsNotDecidedInTheFutureAndStartsFromWhatWasBefore() {
        assertThat(refusal(new Part().called("x").decided(LocalDate.now().plusDays(1))))
                .isEqualTo("decided-ahead /decidedOn");
        Aim aim = new Aim(
                Comparator.AT_LEAST, Amount.of(5), null, null, new Aim.Baseline(Amount.of(4), Period.ofYear(2026)));
        assertThat(refusal(new Part().called("x").aiming(aim))).isEqualTo("baseline-late /baseline/period");
    }

    @Test
    void aTargetIsAboutAnAreaThatIsThereInItsPeriod() {
        LocalDate reform = LocalDate.of(2025, 7, 1);
        UUID ended = in(() -> Story.area("Tam Đường", AreaLevel.DISTRICT, "106").id());
        UUID late = in(() -> Story.area("Xã Mới", AreaLevel.COMMUNE, "1", LocalDate.of(2026, 3, 1))
                .id());
        in(() -> House.get(RecordSuccession.class)
                .record(new RecordSuccession.Command(
                        SuccessionKind.ABOLISHED, reform, "Nghị quyết 1", List.of(ended), List.of(), List.of())));
        Plan next = in(() -> Story.plan("2026/2030"));
        assertThat(refusal(new Part().of(next).in(ended).during("2026"))).isEqualTo("area-not-valid /area");
        assertThat(refusal(new Part()
                        .of(next)
                        .naming(new Named("Tam Đường", ended))
                        .during("2026")))
                .isEqualTo("area-not-valid /named/0/area");
        assertThat(refusal(new Part().in(late).during("2023"))).isEqualTo("area-not-yet /area");
        assertThat(refusal(new Part().in(ended).during("2025")))
                .as("half a year")
                .isEmpty();
        assertThat(refusal(new Part().of(next).in(late).during("2026"))).isEmpty();
    }

    @Test
    void aPartBelongsToATargetOfTheSameIndicatorInTheSamePlan() {
        Target growth = in(() -> Story.target(plan, "GRDP_GROWTH", "%", "8"));
        Plan other = in(() -> Story.plan("2023"));
        Target elsewhere = in(() -> Story.target(other, "REVENUE", "tỷ đồng", "20"));
        assertThat(refusal(new Part().called("một phần").of(growth.id()))).isEqualTo("part-of-other /parent");
        assertThat(refusal(new Part().called("một phần").of(elsewhere.id()))).isEqualTo("part-of-other /parent");
        assertThat(refusal(new Part().called("một phần").of(new UUID(1, 1)))).isEqualTo("unknown-target /parent");
    }

    @Test
    void figuresOfTheWholeAreNotWhatOneUnitDidOfIt() {
        UUID tax = in(() -> Story.unit("CT", UnitKind.DEPARTMENT, null).id());
        UUID tamDuong =
                in(() -> Story.area("Tam Đường", AreaLevel.DISTRICT, "106").id());
        in(() -> set(new Part().by(tax).of(whole.id()).command("60")));
        in(() -> set(new Part().by(tax).in(tamDuong).of(whole.id()).command("10")));
        in(() -> Story.figure("REVENUE", "tỷ đồng", "2021/2025", "110"));
        in(() -> Story.figure("REVENUE", "tỷ đồng", tamDuong, "2021/2025", "11"));
        assertThat(in(() -> House.get(AssessPlan.class).assess(plan.id(), LocalDate.of(2026, 1, 1), Aims.CURRENT))
                        .targets())
                .extracting(
                        Explanation::amount,
                        target -> Optional.ofNullable(target.actual())
                                .map(Explanation.Actual::amount)
                                .orElse("none"))
                .containsExactlyInAnyOrder(tuple("100", "110"), tuple("60", "none"), tuple("10", "11"));
    }

    @Test
    void partsHavePartsButOnThreeLevelsOnly() {
        Target second = in(() -> set(new Part().called("hai").of(whole.id()).command("50")));
        Target third = in(() -> set(new Part().called("ba").of(second.id()).command("20")));
        assertThat(refusal(new Part().called("bốn").of(third.id()))).isEqualTo("part-deep /parent");
    }

    @Test
    void eachUnitHasItsOwnPartAndNoneTwice() {
        UUID tax = in(() -> Story.unit("CT", UnitKind.DEPARTMENT, null).id());
        UUID customs = in(() -> Story.unit("HQ", UnitKind.DEPARTMENT, null).id());
        in(() -> set(new Part().by(tax).command("60")));
        in(() -> set(new Part().by(customs).command("30")));
        assertThat(refusal(new Part().by(tax))).isEqualTo("target-exists null");
        assertThat(refusal(new Part().by(new UUID(1, 1)))).isEqualTo("unknown-unit /assignedTo");
        assertThat(refusal(new Part())).as("without a unit it is the whole").isEqualTo("target-exists null");
    }

    @Test
    void ofTwoEqualPartsAtOnceExactlyOneIsStoredAndTheOtherIsTold() {
        Refusal told = AtOnce.refused(
                province, () -> set(new Part().called("hai").of(whole.id()).command("50")));
        assertThat(told.code()).isEqualTo("target-exists");
    }

    @Test
    void anotherBasisIsAnotherTargetAndNeedsSeveralYears() {
        in(() -> set(new Part().on(Basis.AVERAGE_PER_YEAR).command("20")));
        in(() -> set(new Part().on(Basis.EACH_YEAR).command("15")));
        assertThat(refusal(new Part().on(Basis.EACH_YEAR).during("2023"))).isEqualTo("basis-period /basis");
        Aim byDate = new Aim(Comparator.BEFORE_DATE, null, null, LocalDate.of(2023, 6, 1), null);
        assertThat(refusal(new Part().called("x").on(Basis.EACH_YEAR).aiming(byDate)))
                .isEqualTo("basis-comparator /comparator");
    }

    @Test
    void namedEntitiesComeBackInTheirOrder() {
        UUID tamDuong =
                in(() -> Story.area("Tam Đường", AreaLevel.DISTRICT, "106").id());
        Target named = in(() -> set(new Part()
                .called("2 huyện")
                .naming(new Named("huyện Than Uyên", null), new Named("huyện Tam Đường", tamDuong))
                .command("2")));
        assertThat(in(() -> House.get(TargetView.class).require(named.id())).named())
                .containsExactly(new Named("huyện Than Uyên", null), new Named("huyện Tam Đường", tamDuong));
        assertThat(refusal(
                        new Part().called("1 huyện").naming(new Named("a", tamDuong), new Named("b", new UUID(1, 1)))))
                .isEqualTo("unknown-area /named/1/area");
    }

    @Test
    void anAmendmentPointsToThePaperThatDecidedIt() {
        Instrument resolution = in(() -> Story.instrument("20/NQ-HĐND"));
        AmendTarget.Command plain = in(() -> Story.amendment(whole.id(), 1, "110"));
        in(() -> House.get(AmendTarget.class)
                .amend(new AmendTarget.Command(
                        whole.id(),
                        1,
                        plain.aim(),
                        plain.wording(),
                        plain.source(),
                        plain.reason(),
                        END_OF_2023,
                        resolution.id())));
        TargetView.Line line = in(() -> House.get(TargetView.class).require(whole.id()));
        assertThat(line.revisions()).extracting(Revision::instrument).containsExactly(null, resolution.id());
        assertThat(line.instruments()).containsExactly(java.util.Map.entry(resolution.id(), resolution));
    }

    /** A target that differs from the whole in what is said. */
    private final class Part {

        private Plan within = plan;
        private @Nullable UUID area;
        private String subgroup = "";
        private Basis basis = Basis.PERIOD;
        private @Nullable UUID parent;
        private @Nullable UUID assignedTo;
        private List<Named> named = List.of();
        private @Nullable Period period;
        private @Nullable Aim aim;
        private @Nullable LocalDate decidedOn;
        private String indicator = "REVENUE";
        private String unit = "tỷ đồng";

        Part in(UUID area) {
            this.area = area;
            return this;
        }

        Part called(String subgroup) {
            this.subgroup = subgroup;
            return this;
        }

        Part on(Basis basis) {
            this.basis = basis;
            return this;
        }

        Part of(UUID parent) {
            this.parent = parent;
            return this;
        }

        Part by(UUID unit) {
            this.assignedTo = unit;
            return this;
        }

        Part of(Plan another) {
            this.within = another;
            return this;
        }

        Part during(String period) {
            this.period = Period.parse(period);
            return this;
        }

        Part of(String indicator, String unit) {
            this.indicator = indicator;
            this.unit = unit;
            return this;
        }

        Part decided(LocalDate day) {
            this.decidedOn = day;
            return this;
        }

        Part aiming(Aim aim) {
            this.aim = aim;
            return this;
        }

        Part naming(Named... named) {
            this.named = List.of(named);
            return this;
        }

        SetTarget.Command command(String amount) {
            return new SetTarget.Command(
                    within.id(),
                    indicator,
                    area,
                    subgroup,
                    Authority.COUNCIL,
                    period == null ? within.period() : period,
                    basis,
                    parent,
                    assignedTo,
                    named,
                    Strictness.BINDING,
                    null,
                    null,
                    aim == null ? Story.atLeast(amount) : aim,
                    unit,
                    "đạt " + amount,
                    "Nghị quyết 1",
                    decidedOn,
                    null,
                    Story.COPIED);
        }
    }

    private static Target set(SetTarget.Command command) {
        return House.get(SetTarget.class).set(command);
    }

    private String refusal(Part part) {
        try {
            in(() -> set(part.command("5")));
            return "";
        } catch (Refusal refused) {
            return refused.code() + " " + refused.at();
        }
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }
}

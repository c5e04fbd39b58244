package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.cotmoc.core.house.Story.END_OF_2023;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.targets.AmendTarget;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.thresholds.SetThreshold;

class StoredScorecardIT {

    private TenantId province;
    private Plan plan;
    private Target growth;

    @BeforeEach
    void aPlanWithFigures() {
        province = House.province();
        plan = House.in(province, () -> Story.plan("2023"));
        growth = House.in(province, () -> Story.target(plan, "GRDP_GROWTH", "%", "8"));
        House.in(province, () -> Story.target(plan, "NTM_COMMUNES", "xã", "62"));
        House.in(province, () -> Story.target(plan, "NTM_COMMUNE_SHARE", "%", "57.5"));
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "8.400000"));
        House.in(province, () -> Story.figure("NTM_COMMUNES", "xã", "2023", "54"));
    }

    @Test
    void whatIsReadBackIsByteForByteWhatWasWritten() {
        Scorecard stored = score();
        Scorecard read = require(stored.id());
        assertThat(written(read)).isEqualTo(records(stored.id()));
        assertThat(written(read)).containsExactlyInAnyOrderElementsOf(written(stored));
        assertThat(written(read).getFirst())
                .contains("\"amount\":\"8\"", "\"amount\":\"8.4\"", "\"attainment\":\"1.050000\"")
                .contains("\\\"8,4\\\" %")
                .contains("\"focus\":\"5 chỉ tiêu về kinh tế\"")
                .contains("\"baseline\":null");
    }

    @Test
    void aPlanIsRatedByItsCurrentOrItsOriginalTargets() {
        House.in(province, () -> House.get(AmendTarget.class).amend(Story.amendment(growth.id(), 1, "9")));
        Scorecard current = score();
        Scorecard original =
                House.in(province, () -> House.get(ScorePlan.class).score(plan.id(), END_OF_2023, Aims.ORIGINAL));
        assertThat(current.assessment().targets().getFirst().revision()).isEqualTo(2);
        assertThat(original.assessment().targets().getFirst().revision()).isEqualTo(1);
        assertThat(original.assessment().targets().getFirst().amount()).isEqualTo("8");
        assertThat(require(original.id()).assessment().aims()).isEqualTo(Aims.ORIGINAL);
        assertThat(House.in(province, () -> House.get(ScorecardView.class).list(plan.id(), null, 10)))
                .extracting(ScorecardView.Line::aims)
                .containsExactly(Aims.CURRENT, Aims.ORIGINAL);
    }

    /** A house whose day was set back, and then again to where it was, shows that day. */
    @Test
    void theNewestRunIsOfTheDayThatTheHouseLastHad() {
        for (LocalDate day : List.of(END_OF_2023, END_OF_2023.minusMonths(3), END_OF_2023)) {
            House.in(province, () -> House.get(ScorePlan.class).keep(plan.id(), day, "schedule", null));
        }
        assertThat(House.in(province, () -> House.get(ScorecardView.class).newest(plan.id(), null, 10))
                        .run())
                .isNotNull()
                .returns(END_OF_2023, ScorecardView.Line::asOf);
    }

    @Test
    void aRecordFromBeforeThereWereBasesIsStillReadable() throws IOException {
        Explanation now = score().assessment().targets().getFirst();
        ObjectMapper json = House.get(ObjectMapper.class);
        String written = json.writeValueAsString(now);
        String before = written.replace(",\"basis\":\"period\",\"parent\":null,\"assignedTo\":null", "");
        assertThat(before).isNotEqualTo(written);
        Explanation read = json.readValue(before, Explanation.class);
        assertThat(read.basis()).isNull();
        assertThat(read.inputHash()).isEqualTo(now.inputHash());
    }

    @Test
    void aRecordFromBeforeThereWereTrajectoriesIsStillReadable() throws IOException {
        Explanation now = score().assessment().targets().getFirst();
        ObjectMapper json = House.get(ObjectMapper.class);
        String written = json.writeValueAsString(now);
        String before = withoutSignals(written).replace(",\"checkpoint\":null", "");
        assertThat(before).isNotEqualTo(written);
        Explanation read = json.readValue(before, Explanation.class);
        assertThat(read.checkpoint()).isNull();
        assertThat(read.inputHash()).isEqualTo(now.inputHash());
    }

    @Test
    void aRecordFromBeforeThereWereForecastsIsStillReadable() throws IOException {
        Explanation now = score().assessment().targets().getFirst();
        assertThat(now.signals()).isNotNull();
        ObjectMapper json = House.get(ObjectMapper.class);
        String before = withoutSignals(json.writeValueAsString(now));
        Explanation read = json.readValue(before, Explanation.class);
        assertThat(read.signals()).isNull();
        assertThat(read.facts().forecastBand()).isNull();
        assertThat(read.threshold().staleFrom()).isNull();
        assertThat(read.inputHash()).isEqualTo(now.inputHash());
    }

    private static String withoutSignals(String record) {
        String before = record.replaceFirst(",\"signals\":\\{.*}}$", "}")
                .replaceFirst(",\"forecastBand\":[^}]*}", "}")
                .replaceFirst(",\"likelyFrom\":[^}]*}", "}");
        assertThat(before).doesNotContain("signals", "forecastBand", "likelyFrom", "staleFrom", "agreement");
        return before;
    }

    @Test
    void aStoredRunComesInTheOrderOfTheLiveOne() {
        Scorecard stored = score();
        assertThat(require(stored.id()).assessment()).isEqualTo(stored.assessment());
        assertThat(stored.assessment().targets())
                .extracting(target -> target.indicator().code())
                .containsExactly("GRDP_GROWTH", "NTM_COMMUNES", "NTM_COMMUNE_SHARE");
    }

    @Test
    void scoringTwiceIsTwoRunsWithTheSameFindings() {
        Scorecard first = score();
        Scorecard second = score();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(records(second.id())).isEqualTo(records(first.id()));
        assertThat(House.in(province, () -> House.get(ScorecardView.class).list(plan.id(), null, 10)))
                .extracting(ScorecardView.Line::id)
                .containsExactly(first.id(), second.id());
    }

    @Test
    void whatChangesLaterLeavesAStoredRunAsItIs() {
        Scorecard stored = score();
        List<String> before = records(stored.id());
        House.in(province, () -> House.get(SetThreshold.class).set(Story.threshold(null, 0, "1.01")));
        House.in(province, () -> House.get(AmendTarget.class).amend(Story.amendment(growth.id(), 1, "9")));
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "7.1"));
        assertThat(records(stored.id())).isEqualTo(before);
        assertThat(written(require(stored.id()))).isEqualTo(before);
        Explanation now = score().assessment().targets().getFirst();
        assertThat(now.rating()).isEqualTo("missed");
        assertThat(now.revision()).isEqualTo(2);
        assertThat(now.threshold().exceededFrom()).isEqualTo("1.01");
    }

    @Test
    void anAmendmentHoldsFromTheDayOfItsDecision() {
        House.in(province, () -> House.get(AmendTarget.class).amend(Story.amendment(growth.id(), 1, "9")));
        assertThat(House.in(
                                province,
                                () -> House.get(AssessPlan.class)
                                        .assess(plan.id(), END_OF_2023.minusDays(1), Aims.CURRENT)
                                        .targets()
                                        .getFirst())
                        .amount())
                .isEqualTo("8");
        assertThat(score().assessment().targets().getFirst().amount()).isEqualTo("9");
    }

    @Test
    void theCountsOfARunAreThoseOfItsFindings() {
        Scorecard stored = score();
        assertThat(House.in(province, () -> House.get(ScorecardView.class).list(plan.id(), null, 10))
                        .getFirst()
                        .counts())
                .isEqualTo(stored.assessment().counts())
                .containsEntry(Rating.MET, 1)
                .containsEntry(Rating.MISSED, 1)
                .containsEntry(Rating.INSUFFICIENT_DATA, 1)
                .containsEntry(Rating.AT_RISK, 0);
    }

    @Test
    void theLargestFigureAgainstTheSmallestTargetIsStoredToo() {
        House.in(province, () -> Story.target(plan, "EXPORTS", unitOf("EXPORTS"), "0.000001"));
        House.in(province, () -> Story.figure("EXPORTS", unitOf("EXPORTS"), "2023", "99999999999999.999999"));
        Scorecard stored = score();
        assertThat(require(stored.id()).assessment().targets())
                .extracting(Explanation::attainment)
                .contains("99999999999999999999.000000");
    }

    @Test
    void beforeTheFirstThresholdNothingIsRated() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(
                        province,
                        () -> House.get(AssessPlan.class)
                                .assess(plan.id(), java.time.LocalDate.of(1999, 12, 31), Aims.CURRENT)))
                .withMessageStartingWith("no-threshold");
    }

    private String unitOf(String indicator) {
        return House.asSuperuser("select unit_vi from indicator where tenant_id = '%s' and code = '%s'"
                        .formatted(province, indicator))
                .getFirst();
    }

    private Scorecard score() {
        return House.in(province, () -> House.get(ScorePlan.class).score(plan.id(), END_OF_2023, Aims.CURRENT));
    }

    private Scorecard require(UUID id) {
        return House.in(province, () -> House.get(ScorecardView.class).require(id));
    }

    private static List<String> records(UUID scorecard) {
        return House.asSuperuser("""
                select f.record from finding f
                join target t on t.tenant_id = f.tenant_id and t.target_id = f.target_id
                join indicator i on i.tenant_id = t.tenant_id and i.code = t.indicator_code
                where f.scorecard_id = '%s' order by i.group_code collate "C", i.code collate "C"
                """.formatted(scorecard));
    }

    private static List<String> written(Scorecard scorecard) {
        return scorecard.assessment().targets().stream()
                .map(StoredScorecardIT::write)
                .toList();
    }

    private static String write(Explanation explanation) {
        try {
            return House.get(ObjectMapper.class).writeValueAsString(explanation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.cotmoc.core.impacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.authoring.Draft;
import vn.cotmoc.core.authoring.DraftView;
import vn.cotmoc.core.authoring.OpenDraft;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.impacts.Impact.Move;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.rulesets.ChooseRules;
import vn.cotmoc.core.rulesets.OfferedRules;
import vn.cotmoc.core.rulesets.Origin;
import vn.cotmoc.core.rulesets.Release;
import vn.cotmoc.core.rulesets.ReleaseRules;
import vn.cotmoc.core.rulesets.RuleChoiceView;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.scoring.ShippedRules;
import vn.cotmoc.core.tenancy.TenantId;

/** The nation's rules: written in a workspace of their own, adopted, pinned or extended by provinces, and announced before they hold. */
class NationIT {

    private static final LocalDate TODAY = LocalDate.now(House.get(Clock.class));
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final LocalDate LATER = TODAY.plusDays(30);

    private TenantId province;
    private String id;

    @BeforeEach
    void aProvinceAndASetOfTheNation() {
        province = House.province();
        id = "national-" + province.value();
    }

    @Test
    void everyProvinceMayAdoptWhatTheNationReleased() {
        Release release = release(TOMORROW);
        assertThat(in(() -> House.get(OfferedRules.class).on(TODAY))).noneMatch(this::isIt);
        assertThat(in(() -> House.get(OfferedRules.class).on(TOMORROW)))
                .filteredOn(this::isIt)
                .extracting(OfferedRules.Offered::origin)
                .containsExactly(Origin.NATION);
        assertThat(in(() -> House.get(OfferedRules.class).all()))
                .filteredOn(one -> one.release().id().equals(release.id()))
                .allSatisfy(one -> {
                    assertThat(one.whole()).isTrue();
                    assertThat(one.release().draft()).isNull();
                });
    }

    @Test
    void aReleaseOfTheNationHoldsFromTheNextDayAtTheEarliest() {
        Release release = release(TOMORROW);
        refused("release-too-soon", () -> next(TODAY));
        refused(
                "release-too-soon",
                () -> Nation.in(() -> House.get(ReleaseRules.class)
                        .rollBack(new ReleaseRules.Command(id, 1, release.sha256(), TODAY, "thử"))));
    }

    @Test
    void idsSayWhoseASetIs() {
        String from = House.get(ShippedRules.class).byDefault().sha256();
        refused(
                "rule-set-not-national",
                () -> Nation.in(() -> House.get(OpenDraft.class).open(new OpenDraft.Command("bo-rieng", from))));
        refused("rule-set-national", () -> in(() -> House.get(OpenDraft.class).open(new OpenDraft.Command(id, from))));
    }

    @Test
    void noProvinceSeesADraftOfTheNationNorTheNationOneOfAProvince() {
        String from = House.get(ShippedRules.class).byDefault().sha256();
        Draft ofNation = Nation.in(() -> House.get(OpenDraft.class).open(new OpenDraft.Command(id, from)));
        Draft ofProvince = in(() -> House.get(OpenDraft.class).open(new OpenDraft.Command("bo-rieng", from)));
        DraftView view = House.get(DraftView.class);
        assertThat(in(() -> view.list(null, 100))).containsExactly(ofProvince);
        refused("unknown-rule-draft", () -> in(() -> view.require(ofNation.id())));
        assertThat(Nation.in(() -> view.list(null, 100))).contains(ofNation).doesNotContain(ofProvince);
        refused("unknown-rule-draft", () -> Nation.in(() -> view.require(ofProvince.id())));
    }

    @Test
    void aProvinceExtendsASetOfTheNationUnderAnIdOfItsOwnAndBeginsWithItsTestCases() {
        Release release = release(TOMORROW);
        Draft extended = in(() -> House.get(OpenDraft.class).open(new OpenDraft.Command("mo-rong", release.sha256())));
        assertThat(extended.basedOn()).isEqualTo(release.sha256());
        assertThat(in(() -> House.get(DraftView.class).revision(extended.id(), 1))
                        .cases())
                .containsExactly(Nation.EXPECTED);
    }

    @Test
    void whoAdoptsFollowsAndWhoPinsStays() {
        TenantId pinning = House.province();
        release(TOMORROW);
        adopt(province, false);
        adopt(pinning, true);
        next(LATER);
        assertThat(holding(province, TOMORROW)).isEqualTo(id + " 1");
        assertThat(holding(province, LATER)).isEqualTo(id + " 2");
        assertThat(holding(pinning, LATER)).isEqualTo(id + " 1");
    }

    @Test
    void whatAnUpdateWouldChangeIsFoundBeforeItHolds() {
        Plan plan = in(() -> {
            Plan made = Story.plan(String.valueOf(TODAY.getYear() - 1));
            Story.target(made, "GRDP_GROWTH", "%", "8");
            Story.figure("GRDP_GROWTH", "%", String.valueOf(TODAY.getYear() - 1), "1");
            return made;
        });
        Release first = release(TOMORROW);
        adopt(province, false);
        Release update = next(LATER);
        Release back = Nation.in(() -> House.get(ReleaseRules.class)
                .rollBack(new ReleaseRules.Command(id, 2, first.sha256(), LATER.plusDays(1), "thử")));
        assertThat(in(() -> House.get(FindImpacts.class).find())).isPositive();
        assertThat(in(() -> House.get(ImpactView.class).own()))
                .as("against the rules of the day before, not of today")
                .filteredOn(impact -> impact.release().equals(back.id()))
                .singleElement()
                .satisfies(impact ->
                        assertThat(impact.moves()).isEqualTo(Map.of(new Move(Rating.MET, Rating.MISSED), 1)));
        assertThat(in(() -> House.get(ImpactView.class).own()))
                .filteredOn(impact -> impact.release().equals(update.id()))
                .singleElement()
                .satisfies(impact -> {
                    assertThat(impact.plan()).isEqualTo(plan.id());
                    assertThat(impact.targets()).isOne();
                    assertThat(impact.moves()).isEqualTo(Map.of(new Move(Rating.MISSED, Rating.MET), 1));
                });
        assertThat(in(() -> House.get(FindImpacts.class).find()))
                .as("once a day")
                .isZero();
        TenantId other = House.province();
        assertThat(House.in(other, () -> House.get(ImpactView.class).own())).isEmpty();
        assertThat(House.get(ImpactView.class).everywhere(update.id()))
                .as("of a plan that the ministry has no run of")
                .isEmpty();
        House.asSuperuser("update rule_impact set published = true where tenant_id = '%s'".formatted(province));
        assertThat(House.get(ImpactView.class).everywhere(update.id()))
                .extracting(ImpactView.OfProvince::province)
                .containsExactly(province.value());
        adopt(province, 1, true);
        in(() -> House.get(FindImpacts.class).find());
        assertThat(House.get(ImpactView.class).everywhere(update.id()))
                .as("of a province that stays with what it has")
                .isEmpty();
    }

    /** What holds a statement of the application back if everything above it failed. */
    @Test
    void theDatabaseTakesAReleaseOfTheNationFromNobodyElse() {
        Release release = release(TOMORROW);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> in(() -> forged(release)))
                .withMessageContaining("row-level security");
    }

    @Test
    void aReleaseOfTheNationIsBelievedByItsSeal() {
        Release release = release(TOMORROW);
        adopt(province, false);
        House.asSuperuser("update national_release set valid_from = '%s' where release_id = '%s'"
                .formatted(TODAY.minusDays(1), release.id()));
        assertThatExceptionOfType(EngineFailure.class)
                .isThrownBy(() -> holding(province, TOMORROW))
                .withMessageContaining("seal of release 1 of " + id);
    }

    @Test
    void theNationIsNoProvince() {
        assertThat(TenantId.isOfProvince("nation")).isFalse();
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> House.asSuperuser(
                        "insert into tenant values ('nation', 'x', 'x', '00', false, now()) returning tenant_id"));
    }

    /** As the application could send it. */
    private static int forged(Release release) {
        return House.transaction(() -> House.get(DSLContext.class).execute("""
                insert into national_release
                select gen_random_uuid(), rule_set_id, number + 1, set_version, sha256, model, valid_from, reason, seal, recorded_at,
                recorded_by from national_release where release_id = '%s'
                """.formatted(release.id())));
    }

    private boolean isIt(OfferedRules.Offered offered) {
        return offered.ruleSet().id().equals(id);
    }

    private Release release(LocalDate from) {
        return Nation.release(id, from);
    }

    private Release next(LocalDate from) {
        return Nation.next(id, from);
    }

    private void adopt(TenantId by, boolean pinned) {
        adopt(by, 0, pinned);
    }

    private void adopt(TenantId by, int seen, boolean pinned) {
        House.in(
                by,
                () -> House.get(ChooseRules.class)
                        .choose(new ChooseRules.Command(null, seen, id, pinned, null, TOMORROW, "Theo bộ của Bộ")));
    }

    private String holding(TenantId of, LocalDate day) {
        return House.in(of, () -> {
            var ruleSet = House.get(RuleChoiceView.class).ofProvince(day);
            return ruleSet.id() + " " + ruleSet.version();
        });
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call).returns(code, Refusal::code);
    }
}

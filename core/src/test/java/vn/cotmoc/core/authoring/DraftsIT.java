package vn.cotmoc.core.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.rulesets.ChooseRules;
import vn.cotmoc.core.rulesets.OfferedRules;
import vn.cotmoc.core.rulesets.Origin;
import vn.cotmoc.core.rulesets.Release;
import vn.cotmoc.core.rulesets.ReleaseRules;
import vn.cotmoc.core.rulesets.ReleaseView;
import vn.cotmoc.core.rulesets.RuleChoiceView;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.scoring.ShippedRules;
import vn.cotmoc.core.scoring.TryRules;
import vn.cotmoc.core.tenancy.TenantId;

class DraftsIT {

    private static final String OWN = "lao-cai-nong-thon";
    private static final LocalDate NEW_YEAR = LocalDate.of(2023, 1, 1);

    private TenantId province;

    @BeforeEach
    void aProvince() {
        province = House.province();
    }

    @Test
    void aDraftBeginsAsACopyUnderItsOwnNameAndItsFirstVersion() {
        Draft draft = open();
        assertThat(draft.setVersion()).isEqualTo("1");
        assertThat(draft.basedOn()).isEqualTo(from());
        assertThat(in(() -> view().revision(draft.id(), 1)).model()).isEqualTo(named("1", ""));
    }

    @Test
    void theNextVersionAndACopyBeginWithTheTestCasesThatWereReleased() {
        TestCase first = test("met");
        release(save(open(), named("1", ""), first), NEW_YEAR);
        String released = first();
        Draft second = in(() -> opener().open(new OpenDraft.Command(OWN, released)));
        Draft copy = in(() -> opener().open(new OpenDraft.Command("bo-khac", released)));
        assertThat(cases(second)).containsExactly(first);
        assertThat(cases(copy)).containsExactly(first);

        TestCase another = new TestCase("hai", null, Map.of(), "met", List.of(), null);
        release(save(second, named("2", ", \"a\": 1"), another), NEW_YEAR);
        in(() -> House.get(ReleaseRules.class)
                .rollBack(new ReleaseRules.Command(OWN, 2, released, NEW_YEAR, "Bản 2 chấm sai")));
        assertThat(cases(in(() -> opener().open(new OpenDraft.Command("bo-ba", released)))))
                .containsExactly(first);
        assertThat(cases(open())).as("what ships has none").isEmpty();
    }

    @Test
    void aSetHasOneDraftInHandAndNoneMayTakeAShippedName() {
        open();
        refused("draft-open", this::open);
        refused("rule-set-shipped", () -> in(() -> opener().open(new OpenDraft.Command("fake", from()))));
        refused("rule-set-national", () -> in(() -> opener().open(new OpenDraft.Command("national-x", from()))));
        refused("rule-set-id", () -> in(() -> opener().open(new OpenDraft.Command("Lào Cai", from()))));
        refused("unknown-rule-set", () -> in(() -> opener().open(new OpenDraft.Command("khac", "0".repeat(64)))));
    }

    @Test
    void everyTextStaysAndTheSecondOfTwoAuthorsIsTold() {
        Draft draft = open();
        Draft saved = save(draft, named("1", ", \"a\": 1"));
        refused("draft-changed", () -> save(draft, named("1", ", \"b\": 1")));
        assertThat(saved.revision()).isEqualTo(2);
        assertThat(in(() -> view().revision(draft.id(), 1)).model()).isEqualTo(named("1", ""));
        assertThat(in(() -> view().revision(draft.id(), 2)).model()).isEqualTo(named("1", ", \"a\": 1"));
        refused("unknown-rule-draft-revision", () -> in(() -> view().revision(draft.id(), 3)));
    }

    @Test
    void whatIsBlockedOrFailsItsCasesOrHasAnothersNameIsNotProposed() {
        Draft draft = save(open(), named("1", ", \"gap\": 1"));
        refused("draft-blocked", () -> propose(draft));
        Draft renamed = save(draft, "{\"id\": \"khac\", \"version\": \"1\"}");
        refused("draft-named", () -> propose(renamed));
        Draft tested = in(() -> House.get(SaveDraft.class)
                .save(new SaveDraft.Command(renamed.id(), renamed.version(), named("1", ""), List.of(test("missed")))));
        refused("draft-cases", () -> propose(tested));
        assertThat(in(() -> view().revision(tested.id(), tested.revision())).cases())
                .containsExactly(test("missed"));
    }

    @Test
    void whoSaysNothingOfTestCasesKeepsThem() {
        Draft tested = save(open(), named("1", ""), test("missed"));
        Draft saved = in(() -> House.get(SaveDraft.class)
                .save(new SaveDraft.Command(tested.id(), tested.version(), named("2", ""), null)));
        assertThat(cases(saved)).containsExactly(test("missed"));
        assertThat(cases(save(saved, named("2", "")))).as("emptied on purpose").isEmpty();
    }

    @Test
    void whoeverWroteOrProposedItDoesNotApproveIt() {
        Draft proposed = propose(open());
        refused("draft-own", () -> in(() -> mover().approve(move(proposed))));
        Draft approved = as("nguoi.khac", () -> mover().approve(move(proposed)));
        assertThat(approved.status()).isEqualTo(DraftStatus.APPROVED);
        refused("draft-fixed", () -> save(approved, named("1", "")));
    }

    @Test
    void whoSavedOnceIsAnAuthorForGood() {
        Draft draft = open();
        Draft theirs = as("tac.gia", () -> saver(draft, named("1", ", \"a\": 1")));
        Draft proposed = propose(theirs);
        refused("draft-own", () -> as("tac.gia", () -> mover().approve(move(proposed))));
    }

    @Test
    void enginesThatDisagreeOnALivePlanKeepItFromBeingApproved() {
        in(() -> {
            Plan plan = Story.plan("2023");
            Story.target(plan, "GRDP_GROWTH", "%", "8");
            return Story.figure("GRDP_GROWTH", "%", "2023", "1");
        });
        Draft proposed = propose(save(open(), named("1", ", \"generous\": 1")));
        refused("draft-engines", () -> as("nguoi.khac", () -> mover().approve(move(proposed))));
        assertThat(in(() -> view().require(proposed.id())).status()).isEqualTo(DraftStatus.PROPOSED);
    }

    @Test
    void aDraftGoesBackWithACommentAndKeepsItsHistory() {
        Draft proposed = propose(open());
        refused("draft-comment", () -> as("nguoi.khac", () -> mover().giveBack(move(proposed))));
        Draft back = as(
                "nguoi.khac",
                () -> mover().giveBack(
                                new MoveDraft.Command(proposed.id(), proposed.version(), "Thiếu hàng cho quý I")));
        assertThat(back.status()).isEqualTo(DraftStatus.DRAFT);
        assertThat(in(() -> view().steps(back.id())))
                .extracting(Draft.Step::status, Draft.Step::comment)
                .containsExactly(tuple(DraftStatus.PROPOSED, null), tuple(DraftStatus.DRAFT, "Thiếu hàng cho quý I"));
        refused("draft-step", () -> in(() -> mover().release(move(back), NEW_YEAR, "thử")));
    }

    @Test
    void aReleasedSetIsOfferedAndWhoeverFollowsItTakesItsNextVersionFromItsDay() {
        release(open(), NEW_YEAR);
        choose(false);
        assertThat(holding(NEW_YEAR)).isEqualTo(OWN + " 1");
        release(save(open(), named("2", ", \"a\": 1")), LocalDate.of(2023, 7, 1));
        assertThat(holding(LocalDate.of(2023, 6, 30))).isEqualTo(OWN + " 1");
        assertThat(holding(LocalDate.of(2023, 7, 1))).isEqualTo(OWN + " 2");
        Release back = in(() -> House.get(ReleaseRules.class)
                .rollBack(new ReleaseRules.Command(OWN, 2, first(), LocalDate.of(2023, 9, 1), "Bản 2 chấm sai")));
        assertThat(back.number()).isEqualTo(3);
        assertThat(holding(LocalDate.of(2023, 8, 31))).isEqualTo(OWN + " 2");
        assertThat(holding(LocalDate.of(2023, 9, 1))).isEqualTo(OWN + " 1");
    }

    @Test
    void aVersionThatWouldBeOutrankedIsNotRolledBackTo() {
        release(open(), NEW_YEAR);
        choose(false);
        release(save(open(), named("2", ", \"a\": 1")), LocalDate.of(2023, 7, 1));
        refused(
                "roll-back-outranked",
                () -> in(() -> House.get(ReleaseRules.class)
                        .rollBack(new ReleaseRules.Command(OWN, 2, first(), LocalDate.of(2023, 6, 30), "thử"))));
        in(() -> House.get(ReleaseRules.class)
                .rollBack(new ReleaseRules.Command(OWN, 2, first(), LocalDate.of(2023, 7, 1), "thử")));
        assertThat(holding(LocalDate.of(2023, 7, 1))).isEqualTo(OWN + " 1");
    }

    @Test
    void whoeverPinsASetStaysWithItsVersion() {
        release(open(), NEW_YEAR);
        choose(true);
        release(save(open(), named("2", ", \"a\": 1")), LocalDate.of(2023, 7, 1));
        assertThat(holding(LocalDate.of(2023, 12, 31))).isEqualTo(OWN + " 1");
    }

    @Test
    void anEarlierVersionMayBeKeptForGoodAndOnlyOneThatWasReleasedByThen() {
        release(open(), NEW_YEAR);
        release(save(open(), named("2", ", \"a\": 1")), LocalDate.of(2023, 7, 1));
        String second = second();
        LocalDate summer = LocalDate.of(2023, 8, 1);
        refused("rule-version-followed", () -> keep(first(), false, summer));
        refused("unknown-rule-version", () -> keep("0".repeat(64), true, summer));
        keep(first(), true, summer);
        assertThat(holding(LocalDate.of(2023, 12, 31))).isEqualTo(OWN + " 1");
        assertThat(in(() -> House.get(RuleChoiceView.class).all().newest(null))
                        .orElseThrow()
                        .sha256())
                .isNotEqualTo(second);
    }

    @Test
    void whoChoosesASetBeforeItsFirstDayIsToldThatDay() {
        LocalDate later = LocalDate.now(House.get(Clock.class)).plusDays(9);
        release(open(), later);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> choose(false)).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("rule-set-too-soon");
            assertThat(refusal.values()).containsEntry("first", later);
        });
    }

    @Test
    void whatHoldsAnywayIsNotRolledBackTo() {
        release(open(), NEW_YEAR);
        refused("roll-back-same", () -> rollBack(OWN, 1, first()));
        release(save(open(), named("2", ", \"a\": 1")), NEW_YEAR);
        refused("roll-back-same", () -> rollBack(OWN, 2, second()));
        rollBack(OWN, 2, first());
        refused("roll-back-same", () -> rollBack(OWN, 3, first()));
        assertThat(rollBack(OWN, 3, second()).number()).isEqualTo(4);
    }

    @Test
    void rollingBackAsksForTheNewestReleaseAndAVersionThatWas() {
        release(open(), NEW_YEAR);
        refused("release-changed", () -> rollBack(OWN, 7, first()));
        refused("unknown-rule-version", () -> rollBack(OWN, 1, "0".repeat(64)));
        refused("unknown-rule-release", () -> rollBack("khac", 1, first()));
    }

    @Test
    void anotherProvinceSeesNothingOfIt() {
        Draft draft = open();
        release(save(draft, named("1", "")), NEW_YEAR);
        String sha256 = first();
        TenantId other = House.province();
        refused("unknown-rule-draft", () -> House.in(other, () -> view().require(draft.id())));
        assertThat(House.in(other, () -> view().list(null, 10))).isEmpty();
        assertThat(House.in(other, () -> House.get(OfferedRules.class).find(sha256)))
                .isEmpty();
        assertThat(House.in(other, () -> House.get(OfferedRules.class).on(NEW_YEAR)))
                .noneMatch(one -> one.origin() == Origin.PROVINCE);
    }

    /** Who can write the database gets no further than that: nothing is scored by it, and everybody sees why. */
    @Test
    void aReleaseWhoseSealIsBrokenOrGoneIsNotBelieved() {
        release(open(), NEW_YEAR);
        choose(false);
        assertThat(holding(NEW_YEAR)).isEqualTo(OWN + " 1");
        House.asSuperuser(
                "update rule_release set valid_from = '2022-01-01' where tenant_id = '%s'".formatted(province));
        assertThatExceptionOfType(EngineFailure.class)
                .isThrownBy(() -> holding(NEW_YEAR))
                .withMessageContaining("seal of release 1 of " + OWN);
        assertThat(in(() -> House.get(OfferedRules.class).on(NEW_YEAR)))
                .noneMatch(one -> one.ruleSet().id().equals(OWN));
        assertThat(in(() -> House.get(OfferedRules.class).all()))
                .filteredOn(one -> one.origin() == Origin.PROVINCE)
                .extracting(OfferedRules.Released::whole)
                .containsExactly(false);
        assertThatExceptionOfType(EngineFailure.class).isThrownBy(() -> rollBack(OWN, 1, first()));
    }

    @Test
    void aPinnedVersionIsBelievedByTheSameSeal() {
        release(open(), NEW_YEAR);
        choose(true);
        House.asSuperuser("delete from release_seal where tenant_id = '%s'".formatted(province));
        assertThatExceptionOfType(EngineFailure.class)
                .isThrownBy(() -> holding(NEW_YEAR))
                .withMessageContaining("seal");
    }

    @Test
    void aModelThatWasChangedUnderItsHashIsRefused() {
        release(open(), NEW_YEAR);
        choose(false);
        House.asSuperuser("update rule_set set model = '%s' where tenant_id = '%s'"
                .formatted(named("1", ", \"generous\": 1"), province));
        assertThatExceptionOfType(EngineFailure.class)
                .isThrownBy(() -> holding(NEW_YEAR))
                .withMessageContaining("not what was released");
    }

    @Test
    void atTryingEveryTargetThatWouldFlipIsNamedWithBothSides() {
        Plan plan = in(() -> {
            Plan made = Story.plan("2023");
            Story.target(made, "GRDP_GROWTH", "%", "8");
            Story.figure("GRDP_GROWTH", "%", "2023", "1");
            return made;
        });
        TryRules.Tried tried = in(() -> House.get(TryRules.class)
                .on(
                        plan.id(),
                        Story.END_OF_2023,
                        Objects.requireNonNull(House.get(RuleWorkshop.class)
                                .review(named("1", ", \"generous\": 1"))
                                .ruleSet())));
        assertThat(tried.flips()).singleElement().satisfies(flip -> {
            assertThat(flip.before().rating()).isEqualTo("missed");
            assertThat(flip.after().rating()).isEqualTo("met");
        });
    }

    private static TestCase test(String rating) {
        return new TestCase("mot", null, Map.of("phase", "ended"), rating, List.of(), null);
    }

    private static String named(String version, String more) {
        return "{\"id\": \"%s\", \"version\": \"%s\"%s}".formatted(OWN, version, more);
    }

    private static String from() {
        return House.get(ShippedRules.class).byDefault().sha256();
    }

    private Draft open() {
        return in(() -> opener().open(new OpenDraft.Command(OWN, from())));
    }

    private Draft save(Draft draft, String model, TestCase... cases) {
        return in(() -> House.get(SaveDraft.class)
                .save(new SaveDraft.Command(draft.id(), draft.version(), model, List.of(cases))));
    }

    private List<TestCase> cases(Draft draft) {
        return in(() -> view().revision(draft.id(), draft.revision())).cases();
    }

    private static Draft saver(Draft draft, String model) {
        return House.get(SaveDraft.class).save(new SaveDraft.Command(draft.id(), draft.version(), model, List.of()));
    }

    private Draft propose(Draft draft) {
        return in(() -> mover().propose(move(draft)));
    }

    private Release release(Draft draft, LocalDate from) {
        Draft proposed = propose(draft);
        Draft approved = as("nguoi.khac", () -> mover().approve(move(proposed)));
        return in(() -> mover().release(move(approved), from, "thử"));
    }

    private void choose(boolean pinned) {
        in(() -> House.get(ChooseRules.class)
                .choose(new ChooseRules.Command(null, 0, OWN, pinned, null, NEW_YEAR, "thử")));
    }

    private Release rollBack(String ruleSet, int number, String sha256) {
        return in(() -> House.get(ReleaseRules.class)
                .rollBack(new ReleaseRules.Command(ruleSet, number, sha256, NEW_YEAR, "thử")));
    }

    private void keep(String sha256, boolean pinned, LocalDate from) {
        in(() -> House.get(ChooseRules.class)
                .choose(new ChooseRules.Command(null, 0, OWN, pinned, sha256, from, "thử")));
    }

    private String second() {
        return in(() -> House.get(ReleaseView.class)
                .all()
                .of(OWN)
                .skip(1)
                .findFirst()
                .orElseThrow()
                .sha256());
    }

    private String first() {
        return in(() -> House.get(ReleaseView.class)
                .all()
                .of(OWN)
                .findFirst()
                .orElseThrow()
                .sha256());
    }

    private String holding(LocalDate day) {
        return in(() -> {
            var ruleSet = House.get(RuleChoiceView.class).ofProvince(day);
            return ruleSet.id() + " " + ruleSet.version();
        });
    }

    private static MoveDraft.Command move(Draft draft) {
        return new MoveDraft.Command(draft.id(), draft.version(), null);
    }

    private static DraftView view() {
        return House.get(DraftView.class);
    }

    private static OpenDraft opener() {
        return House.get(OpenDraft.class);
    }

    private static MoveDraft mover() {
        return House.get(MoveDraft.class);
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }

    private <T> T as(String user, Supplier<T> work) {
        return House.as(user, () -> House.in(province, work));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call).returns(code, Refusal::code);
    }
}

package vn.cotmoc.core.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;

/** Areas come and go; what was said of them stays, and no day has two of one code. */
class SuccessionsIT {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private final TenantId province = House.province();
    private final Area one = in(() -> Story.area("Xã Một", AreaLevel.COMMUNE, "1"));
    private final Area two = in(() -> Story.area("Xã Hai", AreaLevel.COMMUNE, "2"));

    @Test
    void mergedAreasEndAndTheirSuccessorBegins() {
        Succession merged = record(SuccessionKind.MERGED, List.of(one, two), added("Xã Ba", "1"));
        UUID three = merged.successors().getFirst().area();
        assertThat(names(REFORM.minusDays(1))).containsExactlyInAnyOrder("Xã Một", "Xã Hai", "Tỉnh " + province);
        assertThat(names(REFORM)).containsExactlyInAnyOrder("Xã Ba", "Tỉnh " + province);
        assertThat(names(null)).hasSize(4);
        assertThat(in(() -> House.get(AreaView.class).require(three)).validFrom())
                .isEqualTo(REFORM);
        for (UUID area : List.of(one.id(), two.id(), three)) {
            assertThat(in(() -> House.get(AreaView.class).successions(area)))
                    .singleElement()
                    .satisfies(seen -> {
                        assertThat(seen.kind()).isEqualTo(SuccessionKind.MERGED);
                        assertThat(seen.predecessors())
                                .extracting(Succession.Part::area)
                                .containsExactlyInAnyOrder(one.id(), two.id());
                        assertThat(seen.successors())
                                .extracting(Succession.Part::name)
                                .containsExactly("Xã Ba");
                    });
        }
    }

    @Test
    void aSuccessorMayHaveBeenEnteredBefore() {
        Area early = in(() -> Story.area("Xã Bốn", AreaLevel.COMMUNE, "4", REFORM));
        Area late = in(() -> Story.area("Xã Năm", AreaLevel.COMMUNE, "5", REFORM.plusDays(1)));
        assertThat(refused(() -> split(one, early, late)).code()).isEqualTo("successor-day");
        Area same = in(() -> Story.area("Xã Sáu", AreaLevel.COMMUNE, "6", REFORM));
        assertThat(in(() -> split(one, early, same)).successors()).hasSize(2);
    }

    @Test
    void aRenamedAreaKeepsItsCode() {
        Succession renamed = record(SuccessionKind.RENAMED, List.of(one), added("Phường Một", "1"));
        assertThat(renamed.successors()).hasSize(1);
        assertThat(in(() -> House.get(AreaView.class)
                                .require(renamed.successors().getFirst().area()))
                        .parent())
                .isEqualTo(one.parent());
    }

    @Test
    void theKindSaysHowManyFollowHowMany() {
        assertThat(refused(() -> command(SuccessionKind.MERGED, List.of(one), List.of(added("Xã Ba", "3"))))
                        .code())
                .isEqualTo("succession-count");
        assertThat(refused(() -> command(SuccessionKind.SPLIT, List.of(one), List.of(added("Xã Ba", "3"))))
                        .code())
                .isEqualTo("succession-count");
        assertThat(refused(() -> command(SuccessionKind.RENAMED, List.of(one), List.of()))
                        .code())
                .isEqualTo("succession-count");
        assertThat(refused(() -> command(SuccessionKind.ABOLISHED, List.of(one), List.of(added("Xã Ba", "3"))))
                        .code())
                .isEqualTo("succession-count");
        assertThat(refused(() -> command(SuccessionKind.ABOLISHED, List.of(), List.of()))
                        .code())
                .isEqualTo("succession-count");
        assertThat(names(REFORM)).as("nothing happened").contains("Xã Một", "Xã Hai");
    }

    @Test
    void anAreaStandsOnOneSideOnce() {
        assertThat(refused(() -> command(SuccessionKind.MERGED, List.of(one, one), List.of(added("Xã Ba", "3"))))
                        .code())
                .isEqualTo("area-repeated");
        assertThat(refused(() -> split(one, one, two)).code()).isEqualTo("area-repeated");
    }

    @Test
    void successionsNeverRunInACircle() {
        Succession renamed = record(SuccessionKind.RENAMED, List.of(one), added("Xã Ba", "3"));
        UUID three = renamed.successors().getFirst().area();
        assertThat(refused(() -> House.get(RecordSuccession.class)
                                .record(new RecordSuccession.Command(
                                        SuccessionKind.RENAMED,
                                        REFORM.plusYears(1),
                                        "Nghị quyết 3",
                                        List.of(three),
                                        List.of(one.id()),
                                        List.of())))
                        .code())
                .isEqualTo("successor-day");
        assertThat(refused(() -> House.get(RecordSuccession.class)
                                .record(new RecordSuccession.Command(
                                        SuccessionKind.RENAMED,
                                        one.validFrom(),
                                        "Nghị quyết 3",
                                        List.of(three),
                                        List.of(one.id()),
                                        List.of())))
                        .code())
                .isEqualTo("succession-day");
    }

    @Test
    void theProvinceItselfNeitherEndsNorFollows() {
        Area self = in(() -> House.get(AreaView.class).list(null, null, 1)).getFirst();
        assertThat(refused(() -> command(SuccessionKind.ABOLISHED, List.of(self), List.of()))
                        .code())
                .isEqualTo("succession-province");
        assertThat(refused(() -> Story.area("Tỉnh khác", AreaLevel.PROVINCE, "11"))
                        .code())
                .isEqualTo("area-level");
    }

    @Test
    void whatHasEndedDoesNotEndAgain() {
        record(SuccessionKind.ABOLISHED, List.of(one));
        Refusal refusal = refused(() -> command(SuccessionKind.ABOLISHED, List.of(one), List.of()));
        assertThat(refusal.code()).isEqualTo("area-ended");
        assertThat(refusal.values()).containsEntry("validTo", REFORM);
    }

    @Test
    void aCodeIsFreeAgainWhenItsAreaIsNoMore() {
        assertThat(refused(() -> Story.area("Xã Một nữa", AreaLevel.COMMUNE, "1", REFORM))
                        .code())
                .isEqualTo("area-code-taken");
        in(() -> Story.area("Phường Một", AreaLevel.WARD, "1"));
        record(SuccessionKind.ABOLISHED, List.of(one));
        assertThat(refused(() -> Story.area("Xã Một nữa", AreaLevel.COMMUNE, "1", REFORM.minusDays(1)))
                        .code())
                .isEqualTo("area-code-taken");
        assertThat(in(() -> Story.area("Xã Một nữa", AreaLevel.COMMUNE, "1", REFORM))
                        .code())
                .isEqualTo("1");
    }

    @Test
    void anAreaLiesInOneOfAHigherLevelThatIsThere() {
        assertThat(refused(() -> add("Xã Ba", AreaLevel.COMMUNE, "3", one.id())).code())
                .isEqualTo("area-parent");
        Area district = in(() -> Story.area("Huyện Một", AreaLevel.DISTRICT, "1"));
        assertThat(in(() -> add("Xã Ba", AreaLevel.COMMUNE, "3", district.id())).parent())
                .isEqualTo(district.id());
        assertThat(refused(() -> add("Xã Bốn", AreaLevel.COMMUNE, "4", UUID.randomUUID()))
                        .code())
                .isEqualTo("unknown-area");
        Area later = in(() -> Story.area("Huyện Hai", AreaLevel.DISTRICT, "2", REFORM));
        assertThat(refused(() -> add("Xã Bốn", AreaLevel.COMMUNE, "4", later.id()))
                        .code())
                .isEqualTo("parent-not-valid");
        assertThat(refused(() -> Story.area("Xã Bốn", AreaLevel.COMMUNE, "bốn")).code())
                .isEqualTo("area-code");
    }

    @Test
    void figuresBelongToTheTimeOfTheirArea() {
        Observation before = in(() -> Story.figure("GRDP_GROWTH", "%", one.id(), "2023", "7.5"));
        record(SuccessionKind.ABOLISHED, List.of(one));
        in(() -> Story.figure("GRDP_GROWTH", "%", one.id(), "2025-Q2", "7.5"));
        in(() -> Story.figure("GRDP_GROWTH", "%", one.id(), "2025", "7.5"));
        Refusal after = refused(() -> Story.figure("GRDP_GROWTH", "%", one.id(), "2025-Q3", "7.5"));
        assertThat(after.code()).isEqualTo("area-not-valid");
        assertThat(after.values())
                .containsEntry("validFrom", Story.START_OF_2020)
                .containsEntry("validTo", REFORM);
        assertThat(refused(() -> Story.figure("GRDP_GROWTH", "%", one.id(), "2019", "7.5"))
                        .code())
                .isEqualTo("area-not-valid");
        assertThat(in(() -> House.get(ObservationView.class)
                        .list(new ObservationView.Query(null, one.id(), null, null, null, 10))))
                .as("what was said of it stays")
                .extracting(Observation::id)
                .hasSize(3)
                .contains(before.id());
    }

    @Test
    void whoIsTooEarlyForAnAreaThatExistsIsToldSinceWhen() {
        Refusal early = refused(() -> Story.figure("GRDP_GROWTH", "%", one.id(), "2019", "7.5"));
        assertThat(early.code()).isEqualTo("area-not-yet");
        assertThat(early.values())
                .containsEntry("validFrom", Story.START_OF_2020)
                .doesNotContainKey("validTo");
    }

    @Test
    void ofTwoSuccessionsOfOneAreaAtOnceOneIsRefused() {
        assertThat(AtOnce.refused(province, () -> command(SuccessionKind.ABOLISHED, List.of(one), List.of()))
                        .code())
                .isEqualTo("area-ended");
        assertThat(House.asSuperuser(
                        "select count(*)::text from succession_area where area_id = '%s'".formatted(one.id())))
                .containsExactly("1");
    }

    @Test
    void ofTwoAreasOfOneCodeAtOnceOneIsRefused() {
        assertThat(AtOnce.refused(province, () -> Story.area("Xã Ba", AreaLevel.COMMUNE, "3"))
                        .code())
                .isEqualTo("area-code-taken");
    }

    @Test
    void nothingOfAnAreaChangesButItsEndAndHowItIsWritten() {
        assertThat(
                        House.asSuperuser(
                                "select column_name::text from information_schema.column_privileges where table_name = 'area' and grantee = 'cotmoc_app' and privilege_type = 'UPDATE'"))
                .containsExactlyInAnyOrder("valid_to", "name", "code", "source", "version");
        assertThat(House.asSuperuser("select indexdef from pg_indexes where indexname = 'area_code_once'"))
                .singleElement()
                .asString()
                .contains("UNIQUE", "tenant_id, level, code");
    }

    @Test
    void theProvinceStaysTheAreaThatItIsThroughAMergerAndANewName() {
        Area root = root(null);
        Observation before = in(() -> Story.figure("GRDP_GROWTH", "%", "2023", "7.5"));
        Succession merged = in(() ->
                ofProvince(REFORM, "Tỉnh Lào Cai", "15", new RecordProvinceSuccession.Joined("Tỉnh Yên Bái", "15")));
        assertThat(merged.predecessors())
                .extracting(Succession.Part::name)
                .containsExactlyInAnyOrder(root.name(), "Tỉnh Yên Bái");
        assertThat(merged.successors()).extracting(Succession.Part::area).containsExactly(root.id());
        assertThat(root(REFORM))
                .matches(area -> area.id().equals(root.id()))
                .matches(area ->
                        area.name().equals("Tỉnh Lào Cai") && area.code().equals("15"));
        assertThat(root(REFORM.minusDays(1)))
                .matches(area -> area.id().equals(root.id()))
                .matches(area -> area.name().equals(root.name()) && area.code().equals(root.code()));
        assertThat(names(REFORM.minusDays(1)))
                .containsExactlyInAnyOrder(root.name(), "Tỉnh Yên Bái", "Xã Một", "Xã Hai");
        assertThat(names(REFORM)).containsExactlyInAnyOrder("Tỉnh Lào Cai", "Xã Một", "Xã Hai");
        assertThat(in(() -> House.get(AreaView.class).inside(root.id(), REFORM.minusDays(1)))
                        .values())
                .as("what joined it is no part of it")
                .containsExactlyInAnyOrder("Xã Một", "Xã Hai");
        assertThat(in(() -> House.get(AreaView.class).atlas()).inside(root.id(), REFORM.minusDays(1)))
                .containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(in(() -> Story.figure("GRDP_GROWTH", "%", "2022", "7")).area())
                .as("its figures are its own throughout")
                .isEqualTo(before.area());
        in(() -> ofProvince(REFORM.plusYears(1), "Tỉnh Mới", "15"));
        assertThat(root(REFORM).name()).isEqualTo("Tỉnh Lào Cai");
        assertThat(root(REFORM.plusYears(1)).name()).isEqualTo("Tỉnh Mới");
        assertThat(in(() -> House.get(AreaView.class).successions(root.id()))).hasSize(2);
    }

    @Test
    void theProvinceIsCalledOtherwiseOneAfterTheOtherAndWhatItWasChangesNoMore() {
        UUID root = root(null).id();
        Succession merged = in(
                () -> ofProvince(REFORM, "Tỉnh Mới", "15", new RecordProvinceSuccession.Joined("Tỉnh Yên Bái", "15")));
        assertThat(merged.kind()).isEqualTo(SuccessionKind.MERGED);
        assertThat(refused(() -> ofProvince(REFORM, "Tỉnh Khác", "15")).code()).isEqualTo("succession-day");
        assertThat(refused(() -> ofProvince(REFORM.plusDays(1), "Tỉnh Khác", "x y"))
                        .code())
                .isEqualTo("area-code");
        for (UUID province : List.of(root, merged.predecessors().getLast().area())) {
            Area area = in(() -> House.get(AreaView.class).require(province));
            assertThat(refused(() -> command(SuccessionKind.ABOLISHED, List.of(area), List.of()))
                            .code())
                    .isEqualTo("succession-province");
        }
    }

    private static Succession ofProvince(
            LocalDate on, String name, String code, RecordProvinceSuccession.Joined... joined) {
        return House.get(RecordProvinceSuccession.class)
                .record(new RecordProvinceSuccession.Command(
                        on, "Nghị quyết 202/2025/QH15", name, code, List.of(joined)));
    }

    private Area root(@Nullable LocalDate on) {
        return in(() -> House.get(AreaView.class).list(on, null, 50)).stream()
                .filter(Area::isProvince)
                .findFirst()
                .orElseThrow();
    }

    private static RecordSuccession.Added added(String name, String code) {
        return new RecordSuccession.Added(name, AreaLevel.COMMUNE, code, null);
    }

    private Succession record(SuccessionKind kind, List<Area> predecessors, RecordSuccession.Added... added) {
        return in(() -> command(kind, predecessors, List.of(added)));
    }

    private static Succession command(
            SuccessionKind kind, List<Area> predecessors, List<RecordSuccession.Added> added) {
        return House.get(RecordSuccession.class)
                .record(new RecordSuccession.Command(
                        kind,
                        REFORM,
                        "Nghị quyết 2",
                        predecessors.stream().map(Area::id).toList(),
                        List.of(),
                        added));
    }

    private static Succession split(Area predecessor, Area... successors) {
        return House.get(RecordSuccession.class)
                .record(new RecordSuccession.Command(
                        SuccessionKind.SPLIT,
                        REFORM,
                        "Nghị quyết 2",
                        List.of(predecessor.id()),
                        List.of(successors).stream().map(Area::id).toList(),
                        List.of()));
    }

    private static Area add(String name, AreaLevel level, String code, UUID parent) {
        return House.get(AddArea.class).add(new AddArea.Command(name, level, code, parent, Story.START_OF_2020, null));
    }

    private List<String> names(@Nullable LocalDate on) {
        return in(() -> House.get(AreaView.class).list(on, null, 50)).stream()
                .map(Area::name)
                .toList();
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }

    private Refusal refused(Supplier<?> work) {
        return catchThrowableOfType(Refusal.class, () -> in(work));
    }
}

package vn.cotmoc.core.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.areas.Area;
import vn.cotmoc.core.areas.AreaLevel;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.FakeAccounts;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;

/** Who may enter which figure: it is the unit that counts, and what the province has assigned to it. */
class MayReportIT {

    private static final String ME = "nguoi-thu";

    private final TenantId province = House.province();

    @Test
    void aCompilersMemberReportsEverything() {
        assertThat(in(() -> Story.figure("GRDP_GROWTH", "%", "2023", "7.5")).indicator())
                .isEqualTo("GRDP_GROWTH");
    }

    @Test
    void aDepartmentsMemberReportsWhatIsAssignedAndNothingElse() {
        Unit health = in(this::joinsDepartment);
        Refusal before = refused(() -> Story.figure("GRDP_GROWTH", "%", "2023", "7.5"));
        assertThat(before.code()).isEqualTo("not-assigned");
        assertThat(before.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(before.values()).containsEntry("unit", health.name()).containsEntry("indicator", "GRDP_GROWTH");
        Assignment assignment = in(() -> assign(health, "GRDP_GROWTH", null));
        in(() -> Story.figure("GRDP_GROWTH", "%", "2023", "7.5"));
        assertThat(refused(() -> Story.figure("EXPORTS", "triệu USD", "2023", "7"))
                        .code())
                .isEqualTo("not-assigned");
        in(() -> {
            House.get(AssignIndicator.class).withdraw(health.id(), assignment.id());
            return "";
        });
        assertThat(refused(() -> Story.figure("GRDP_GROWTH", "%", "2023", "7.6"))
                        .code())
                .isEqualTo("not-assigned");
    }

    @Test
    void anAssignmentForOneAreaHoldsThereOnly() {
        Unit health = in(this::joinsDepartment);
        Area district = in(() -> Story.area("Huyện Một", AreaLevel.DISTRICT, "1"));
        Area other = in(() -> Story.area("Huyện Hai", AreaLevel.DISTRICT, "2"));
        in(() -> assign(health, "GRDP_GROWTH", district));
        in(() -> Story.figure("GRDP_GROWTH", "%", district.id(), "2023", "7.5"));
        assertThat(refused(() -> Story.figure("GRDP_GROWTH", "%", other.id(), "2023", "7.5"))
                        .code())
                .isEqualTo("not-assigned");
        assertThat(refused(() -> Story.figure("GRDP_GROWTH", "%", "2023", "7.5"))
                        .code())
                .as("nor for the whole province")
                .isEqualTo("not-assigned");
    }

    @Test
    void whoIsInNoUnitReportsNothing() {
        in(() -> {
            Unit unit = House.get(UnitView.class).ofMember(ME).orElseThrow();
            House.get(MoveMember.class).outOf(unit.id(), ME);
            return "";
        });
        Refusal refusal = refused(() -> Story.figure("GRDP_GROWTH", "%", "2023", "7.5"));
        assertThat(refusal.code()).isEqualTo("no-unit");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void aClosedUnitReportsNothingMoreAndTakesNobodyIn() {
        Unit health = in(this::joinsDepartment);
        in(() -> assign(health, "GRDP_GROWTH", null));
        in(() -> change(health, 1, LocalDate.of(2025, 3, 1)));
        assertThat(refused(() -> Story.figure("GRDP_GROWTH", "%", "2023", "7.5"))
                        .code())
                .isEqualTo("unit-closed");
        assertThat(refused(() -> House.get(MoveMember.class).into(health.id(), "nguoi-moi"))
                        .code())
                .isEqualTo("unit-closed");
        in(() -> change(health, 2, null));
        in(() -> Story.figure("GRDP_GROWTH", "%", "2023", "7.5"));
    }

    @Test
    void somebodyIsInOneUnitAtATime() {
        Unit health = in(this::joinsDepartment);
        Unit trade = in(() -> Story.unit("SCT", UnitKind.DEPARTMENT, null));
        in(() -> House.get(MoveMember.class).into(trade.id(), ME));
        assertThat(names(health)).isEmpty();
        assertThat(names(trade)).containsExactly(ME);
        assertThat(refused(() -> {
                            House.get(MoveMember.class).outOf(health.id(), ME);
                            return "";
                        })
                        .code())
                .isEqualTo("unknown-member");
    }

    @Test
    void enteringAMemberTwiceChangesNothing() {
        Unit health = in(this::joinsDepartment);
        Member first = in(() -> House.get(UnitView.class).members(health.id())).getFirst();
        assertThat(in(() -> House.get(MoveMember.class).into(health.id(), ME))).isEqualTo(first);
    }

    @Test
    void whatIsWrittenWrongIsRefused() {
        assertThat(refused(() -> Story.unit("sở y tế", UnitKind.DEPARTMENT, null))
                        .code())
                .isEqualTo("unit-code");
        assertThat(refused(() -> Story.unit("XA", UnitKind.COMMUNE_COMMITTEE, null))
                        .code())
                .isEqualTo("unit-area");
        Area commune = in(() -> Story.area("Xã Một", AreaLevel.COMMUNE, "1"));
        assertThat(refused(() -> Story.unit("SYT", UnitKind.DEPARTMENT, commune.id()))
                        .code())
                .isEqualTo("unit-area");
        assertThat(in(() -> Story.unit("XA", UnitKind.COMMUNE_COMMITTEE, commune.id()))
                        .area())
                .isEqualTo(commune.id());
        assertThat(refused(() -> Story.unit("XA", UnitKind.DEPARTMENT, null)).code())
                .isEqualTo("unit-exists");
        Area later = in(() -> Story.area("Xã Hai", AreaLevel.COMMUNE, "2", Story.START_OF_2020.plusDays(1)));
        assertThat(refused(() -> Story.unit("XB", UnitKind.COMMUNE_COMMITTEE, later.id()))
                        .code())
                .isEqualTo("area-other-day");
        Unit health = in(this::joinsDepartment);
        assertThat(refused(() -> House.get(MoveMember.class).into(health.id(), FakeAccounts.NOBODY))
                        .code())
                .isEqualTo("member-unknown");
        assertThat(refused(() -> House.get(MoveMember.class).into(health.id(), "Người Mới"))
                        .code())
                .isEqualTo("member-name");
        assertThat(refused(() -> change(health, 1, Story.START_OF_2020)).code()).isEqualTo("unit-end");
        assertThat(refused(() -> change(health, 2, null)).code()).isEqualTo("unit-changed");
        assertThat(refused(() -> assign(health, "NO_SUCH", null)).code()).isEqualTo("unknown-indicator");
        in(() -> assign(health, "GRDP_GROWTH", null));
        assertThat(refused(() -> assign(health, "GRDP_GROWTH", null)).code()).isEqualTo("assignment-exists");
    }

    @Test
    void ofTwoWhoChangeAtOnceOneIsTold() {
        Unit health = in(() -> Story.unit("SYT", UnitKind.DEPARTMENT, null));
        Unit trade = in(() -> Story.unit("SCT", UnitKind.DEPARTMENT, null));
        assertThat(AtOnce.refused(province, () -> Story.unit("SNV", UnitKind.DEPARTMENT, null))
                        .code())
                .isEqualTo("unit-exists");
        assertThat(AtOnce.refused(province, () -> change(health, 1, null)).code())
                .isEqualTo("unit-changed");
        assertThat(AtOnce.refused(province, () -> House.get(MoveMember.class).into(trade.id(), ME))
                        .code())
                .isEqualTo("member-moved");
        assertThat(AtOnce.refused(province, () -> assign(health, "GRDP_GROWTH", null))
                        .code())
                .isEqualTo("assignment-exists");
        Assignment assignment =
                in(() -> House.get(UnitView.class).assignments(health.id())).getFirst();
        assertThat(AtOnce.refused(province, () -> {
                            House.get(AssignIndicator.class).withdraw(health.id(), assignment.id());
                            return "";
                        })
                        .code())
                .isEqualTo("unknown-assignment");
    }

    @Test
    void whoAssignedAndWithdrewStaysOnRecord() {
        Unit health = in(() -> Story.unit("SYT", UnitKind.DEPARTMENT, null));
        Assignment assignment = in(() -> assign(health, "GRDP_GROWTH", null));
        in(() -> {
            House.get(AssignIndicator.class).withdraw(health.id(), assignment.id());
            return "";
        });
        assertThat(House.asSuperuser(
                        "select recorded_by || ' ' || withdrawn_by from unit_assignment where assignment_id = '%s' and withdrawn_at >= recorded_at"
                                .formatted(assignment.id())))
                .containsExactly(ME + " " + ME);
    }

    private Unit joinsDepartment() {
        Unit unit = Story.unit("SYT", UnitKind.DEPARTMENT, null);
        House.get(MoveMember.class).into(unit.id(), ME);
        return unit;
    }

    private static Assignment assign(Unit unit, String indicator, @Nullable Area area) {
        return House.get(AssignIndicator.class)
                .assign(new AssignIndicator.Command(unit.id(), indicator, area == null ? null : area.id()));
    }

    private static Unit change(Unit unit, int version, @Nullable LocalDate validTo) {
        return House.get(ChangeUnit.class)
                .change(new ChangeUnit.Command(unit.id(), version, unit.name(), unit.nameEn(), validTo));
    }

    private List<String> names(Unit unit) {
        return in(() -> House.get(UnitView.class).members(unit.id())).stream()
                .map(Member::username)
                .toList();
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }

    private Refusal refused(Supplier<?> work) {
        return catchThrowableOfType(Refusal.class, () -> in(work));
    }
}

package vn.cotmoc.core.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.audit.Act;
import vn.cotmoc.core.audit.Change;
import vn.cotmoc.core.audit.ChangeView;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitKind;
import vn.cotmoc.core.units.UnitView;

/** What a province may set up to be reported, and how it changes. */
class SetUpFormIT {

    private static final FormLine LINE = Story.line("BUDGET_REVENUE");

    private final TenantId province = House.province();
    private final UUID compiler =
            in(() -> House.get(UnitView.class).ofMember(Story.ME).orElseThrow()).id();

    @Test
    void aFormIsReadBackAsItWasSetUpAndEveryVersionStays() {
        Form form = in(() -> add("BC-THANG"));
        Form changed = in(() -> House.get(SetUpForm.class)
                .change(form.id(), 1, Story.monthly("2026-03", compiler, LINE, Story.line("EXPORTS"))));
        assertThat(changed.versions()).hasSize(2);
        assertThat(changed.inForce(Period.parse("2026-02")).orElseThrow().lines())
                .containsExactly(LINE);
        assertThat(changed.newest().lines()).containsExactly(LINE, Story.line("EXPORTS"));
        assertThat(in(() -> House.get(FormView.class).all())).containsExactly(changed);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Unit idle = in(() -> Story.unit("SYT", UnitKind.DEPARTMENT, null));
        in(() -> add("BC-THANG"));
        assertThat(code(() -> add("BC-THANG"))).isEqualTo("form-exists");
        assertThat(code(Story.monthly("2026", compiler, LINE))).isEqualTo("form-from");
        assertThat(code(Story.monthly("2026-01", compiler))).isEqualTo("form-empty");
        assertThat(code(Story.monthly("2026-01", compiler, LINE, LINE))).isEqualTo("form-line-twice");
        assertThat(code(Story.monthly("2026-01", compiler, Story.line("NONE")))).isEqualTo("unknown-indicator");
        assertThat(code(Story.monthly("2026-01", idle.id(), LINE))).isEqualTo("form-unit-idle");
        assertThat(code(Story.monthly("2026-01", new UUID(1, 1), LINE))).isEqualTo("unknown-unit");
        assertThat(code(days(200, 3))).isEqualTo("form-days");
        assertThat(code(days(10, -1))).isEqualTo("form-days");
        assertThat(code(() -> House.get(FormView.class).require(new UUID(1, 1))))
                .isEqualTo("unknown-form");
    }

    @Test
    void whoHasNotSeenTheNewestVersionIsTold() {
        Form form = in(() -> add("BC-THANG"));
        in(() -> House.get(SetUpForm.class).change(form.id(), 1, days(12, 3)));
        assertThat(code(() -> House.get(SetUpForm.class).change(form.id(), 1, days(14, 3))))
                .isEqualTo("form-changed");
        assertThat(AtOnce.refused(province, () -> House.get(SetUpForm.class).change(form.id(), 2, days(14, 3)))
                        .code())
                .isEqualTo("form-changed");
    }

    @Test
    void aDeadlineMovesForOnePeriodAndOnlyWhereSomethingIsReported() {
        Form form = in(() -> add("BC-THANG"));
        Period july = Period.parse("2026-07");
        Form.Deadline later = new Form.Deadline(1, LocalDate.of(2026, 8, 20), "vì bão");
        Form moved = in(() -> House.get(SetUpForm.class).move(form.id(), july, later));
        assertThat(moved.dueOn(july, moved.newest())).isEqualTo(later.dueOn());
        Form.Deadline again = new Form.Deadline(2, LocalDate.of(2026, 8, 25), "vì lũ");
        assertThat(in(() -> House.get(SetUpForm.class).move(form.id(), july, again))
                        .moved())
                .containsEntry(july, again);
        assertThat(code(() -> House.get(SetUpForm.class).move(form.id(), july, again)))
                .as("whoever has not seen the newest is told")
                .isEqualTo("deadline-moved");
        for (String nonsense : List.of("2020-12-20", "2026-06-29", "2226-08-02")) {
            Form.Deadline far = new Form.Deadline(3, LocalDate.parse(nonsense), "nhầm");
            assertThat(code(() -> House.get(SetUpForm.class).move(form.id(), july, far)))
                    .isEqualTo("deadline-day");
        }
        assertThat(code(() -> House.get(SetUpForm.class).move(form.id(), Period.parse("2025-12"), later)))
                .isEqualTo("form-period");
        assertThat(code(() -> House.get(SetUpForm.class).move(form.id(), Period.parse("2026"), later)))
                .isEqualTo("form-period");
    }

    /** The first one moves what the form itself says. */
    @Test
    void theTrailSaysFromWhichDayADeadlineMoved() {
        Form form = in(() -> add("BC-THANG"));
        Period july = Period.parse("2026-07");
        LocalDate own = form.dueOn(july, form.newest());
        in(() -> House.get(SetUpForm.class)
                .move(form.id(), july, new Form.Deadline(1, LocalDate.of(2026, 8, 20), "vì bão")));
        in(() -> House.get(SetUpForm.class)
                .move(form.id(), july, new Form.Deadline(2, LocalDate.of(2026, 8, 25), "vì lũ")));
        List<Change> changes = in(() -> House.get(ChangeView.class)
                .list(new ChangeView.Query("form_deadline", form.id() + "/2026-07", null, null, null, null, null, 10)));
        assertThat(changes).extracting(Change::act).containsExactly(Act.CHANGED, Act.CHANGED);
        assertThat(changes.getLast().was()).isEqualTo(Map.of("dueOn", own.toString()));
        assertThat(changes.getLast().became())
                .isEqualTo(Map.of("period", "2026-07", "version", "1", "dueOn", "2026-08-20", "reason", "vì bão"));
        assertThat(changes.getFirst().was())
                .isEqualTo(Map.of("version", "1", "dueOn", "2026-08-20", "reason", "vì bão"));
        assertThat(changes.getFirst().became())
                .isEqualTo(Map.of("period", "2026-07", "version", "2", "dueOn", "2026-08-25", "reason", "vì lũ"));
    }

    private Form add(String code) {
        return House.get(SetUpForm.class)
                .add(code, Frequency.MONTH, Calendar.CIVIL, Story.monthly("2026-01", compiler, LINE));
    }

    private SetUpForm.Content days(int due, int remind) {
        return new SetUpForm.Content(
                "Báo cáo", "Report", Period.parse("2026-01"), false, due, remind, List.of(LINE), List.of(compiler));
    }

    private String code(SetUpForm.Content content) {
        return code(() -> House.get(SetUpForm.class).add("BC-KHAC", Frequency.MONTH, Calendar.CIVIL, content));
    }

    private String code(Supplier<?> work) {
        return catchThrowableOfType(Refusal.class, () -> in(work::get)).code();
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }
}

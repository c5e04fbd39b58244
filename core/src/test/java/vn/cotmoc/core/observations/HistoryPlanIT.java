package vn.cotmoc.core.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.tenancy.TenantId;

/**
 * A plan of history that is kept was made while the figures were few, and reads all of them for each series once they are many:
 * it must never be kept, and other plans must.
 */
class HistoryPlanIT {

    /** The driver names a statement at its fifth time, and PostgreSQL keeps a plan after five more. */
    private static final int TIMES = 20;

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2023, 12, 31);

    private final TenantId province = House.province();

    @Test
    void historyIsPlannedAnewEachTimeAndNothingElseIs() {
        House.in(
                province,
                () -> House.transaction(() -> {
                    ObservationView view = House.get(ObservationView.class);
                    Series series = new Series(
                            "BUDGET_REVENUE", House.get(AreaView.class).resolve(null, "/area"), "", Calendar.CIVIL);
                    for (int i = 0; i < TIMES; i++) {
                        // few figures make the kept plan seem dear, many make it seem cheap: here it always seems cheap
                        House.get(DSLContext.class).execute("set local plan_cache_mode = force_generic_plan");
                        view.believed(List.of(new ObservationView.Span(series, FIRST, LAST)), LAST, Set.of());
                        view.believedTerms(List.of(series), LAST, Set.of());
                        view.series("BUDGET_REVENUE", series.area(), "", Calendar.CIVIL, LAST);
                    }
                    assertThat(kept("%lateral%distinct on%")).hasSize(2).containsOnly(0L);
                    assertThat(kept("select \"observation\".%\"calendar\" = %"))
                            .as("the test could tell")
                            .isNotEmpty()
                            .allSatisfy(times -> assertThat(times).isPositive());
                    return null;
                }));
    }

    /** How often a kept plan answered, of each statement of this connection that is like that. */
    private static List<Long> kept(String like) {
        return House.get(DSLContext.class)
                .resultQuery("select generic_plans from pg_prepared_statements where statement like {0}", inline(like))
                .fetchInto(Long.class);
    }
}

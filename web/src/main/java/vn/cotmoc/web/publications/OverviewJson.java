package vn.cotmoc.web.publications;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.publications.OverviewView;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.web.wire.Listing;

/**
 * One row a province, over what provinces have published.
 *
 * @param columns indicators with the latest year for which every real province has published a figure
 */
@Serdeable
@Schema(name = "Overview")
record OverviewJson(LocalDate asOf, List<ColumnJson> columns, List<RowJson> provinces)
        implements Listing<OverviewJson.CellJson> {

    /** Every province's figures, those in the columns first, then how its plans stand. */
    @Override
    public List<CellJson> rows() {
        return provinces.stream()
                .flatMap(province -> Stream.of(
                        IntStream.range(0, columns.size())
                                .mapToObj(column -> new CellJson(
                                        province.name(),
                                        province.nameEn(),
                                        province.simulated(),
                                        columns.get(column),
                                        province.figures().get(column),
                                        null)),
                        province.latest().stream()
                                .map(latest -> new CellJson(
                                        province.name(),
                                        province.nameEn(),
                                        province.simulated(),
                                        latest.indicator(),
                                        latest.figure(),
                                        null)),
                        province.plans().stream()
                                .map(plan -> new CellJson(
                                        province.name(), province.nameEn(), province.simulated(), null, null, plan))))
                .flatMap(cells -> cells)
                .toList();
    }

    static OverviewJson of(OverviewView.Overview overview) {
        return new OverviewJson(
                overview.asOf(),
                overview.columns().stream().map(ColumnJson::of).toList(),
                overview.provinces().stream().map(RowJson::of).toList());
    }

    @Serdeable
    @Schema(name = "OverviewColumn")
    record ColumnJson(
            String code,
            String name,
            String nameEn,
            String unit,
            String unitEn,
            int decimals,
            String direction,
            String period) {

        static ColumnJson of(OverviewView.Column column) {
            return new ColumnJson(
                    column.code(),
                    column.name(),
                    column.nameEn(),
                    column.unit(),
                    column.unitEn(),
                    column.decimals(),
                    column.direction().code(),
                    column.period().toString());
        }
    }

    /**
     * A line of the spreadsheet: a figure of a province, which it may not have published, or how one of its plans stands.
     *
     * @param indicator null where it is about the plan
     */
    @Serdeable
    record CellJson(
            String name,
            String nameEn,
            boolean simulated,
            @Nullable ColumnJson indicator,
            @Nullable FigureJson figure,
            @Nullable PlanCountsJson plan) {}

    /**
     * @param figures one a column, null where nothing is published
     * @param latest of every indicator what was published of the periods that end last, the columns' figures left out
     * @param plans the newest published run of every plan of the newest year that has one
     */
    @Serdeable
    @Schema(name = "OverviewRow")
    record RowJson(
            String id,
            String name,
            String nameEn,
            boolean simulated,
            List<@Nullable FigureJson> figures,
            List<LatestJson> latest,
            List<PlanCountsJson> plans) {

        static RowJson of(OverviewView.Row row) {
            return new RowJson(
                    row.id(),
                    row.name(),
                    row.nameEn(),
                    row.simulated(),
                    row.figures().stream()
                            .<@Nullable FigureJson>map(figure -> figure == null ? null : FigureJson.of(figure))
                            .toList(),
                    row.latest().stream().map(LatestJson::of).toList(),
                    row.plans().stream().map(PlanCountsJson::of).toList());
        }
    }

    /** @param indicator with the period that the figure is of */
    @Serdeable
    @Schema(name = "OverviewLatest")
    record LatestJson(ColumnJson indicator, FigureJson figure) {

        static LatestJson of(OverviewView.Latest latest) {
            return new LatestJson(ColumnJson.of(latest.of()), FigureJson.of(latest.figure()));
        }
    }

    /** @param amount null if the province has withdrawn it, with no other in its place */
    @Serdeable
    @Schema(name = "OverviewFigure")
    record FigureJson(
            @Nullable String amount,
            String status,
            LocalDate knownOn,
            @Nullable LocalDate withdrawnOn) {

        static FigureJson of(OverviewView.Figure figure) {
            return new FigureJson(
                    figure.withdrawnOn() == null ? figure.amount().text() : null,
                    figure.status().code(),
                    figure.knownOn(),
                    figure.withdrawnOn());
        }
    }

    @Serdeable
    @Schema(name = "OverviewPlan")
    record PlanCountsJson(String title, String period, LocalDate asOf, Map<String, Integer> counts) {

        static PlanCountsJson of(OverviewView.PlanCounts plan) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (Rating rating : Rating.values()) {
                counts.put(rating.code(), plan.counts().getOrDefault(rating, 0));
            }
            return new PlanCountsJson(plan.title(), plan.period().toString(), plan.asOf(), counts);
        }
    }
}

package vn.cotmoc.core.publications;

import static vn.cotmoc.core.tables.Tables.NATIONAL_INDICATOR;
import static vn.cotmoc.core.tables.Tables.PUBLISHED_FIGURE;
import static vn.cotmoc.core.tables.Tables.PUBLISHED_PLAN;
import static vn.cotmoc.core.tables.Tables.PUBLISHED_WITHDRAWAL;
import static vn.cotmoc.core.tables.Tables.TENANT;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.tables.tables.records.NationalIndicatorRecord;
import vn.cotmoc.core.tables.tables.records.PublishedPlanRecord;

/**
 * The ministry's overview: one row a province, over what provinces have published and nothing else. It runs under the
 * ministry's own database role. Provinces are listed by their ids, simulated ones last, and not ranked.
 */
@Singleton
public class OverviewView {

    private static final String MINISTRY = "ministry";

    private final DSLContext sql;

    OverviewView(@Named(MINISTRY) DSLContext sql) {
        this.sql = sql;
    }

    /** @param columns indicators with the latest year for which every real province that publishes has a figure */
    public record Overview(LocalDate asOf, List<Column> columns, List<Row> provinces) {}

    public record Column(
            String code,
            String name,
            String nameEn,
            String unit,
            String unitEn,
            int decimals,
            Direction direction,
            Period period) {}

    /**
     * @param figures one a column; null where the province has published none
     * @param latest of every indicator what it has published of the periods that end last, the columns' figures left out: a
     *     month's report stands here before all provinces have a year in common
     * @param plans the newest published scorecard as of the day or before of every annual plan of the newest year that has one, by title
     */
    public record Row(
            String id,
            String name,
            String nameEn,
            boolean simulated,
            List<@Nullable Figure> figures,
            List<Latest> latest,
            List<PlanCounts> plans) {}

    /** @param of which indicator and period */
    public record Latest(Column of, Figure figure) {}

    /** @param withdrawnOn the day on which the province withdrew it, with no other in its place; else null */
    public record Figure(
            Amount amount,
            ObservationStatus status,
            LocalDate knownOn,
            @Nullable LocalDate withdrawnOn) {}

    public record PlanCounts(String title, Period period, LocalDate asOf, Map<Rating, Integer> counts) {}

    @Transactional(MINISTRY)
    public Overview overview(LocalDate asOf) {
        List<Province> provinces = provinces();
        Map<Cell, Published> newest = newestFigures(asOf);
        Map<String, NationalIndicatorRecord> indicators = indicators(newest.keySet());
        List<Column> columns = columns(provinces, newest.keySet(), indicators);
        Map<String, List<PlanCounts>> plans = plans(asOf);
        return new Overview(
                asOf,
                columns,
                provinces.stream()
                        .map(province -> new Row(
                                province.id(),
                                province.name(),
                                province.nameEn(),
                                province.simulated(),
                                columns.stream()
                                        .<@Nullable Figure>map(column -> figure(newest, province, column))
                                        .toList(),
                                latest(newest, province, columns, indicators),
                                plans.getOrDefault(province.id(), List.of())))
                        .toList());
    }

    private record Province(String id, String name, String nameEn, boolean simulated) {}

    private record Cell(String province, String indicator, Period period) {}

    private record Published(Cell cell, Figure figure) {}

    private List<Province> provinces() {
        return sql.select(TENANT.TENANT_ID, TENANT.NAME_VI, TENANT.NAME_EN, TENANT.SIMULATED)
                .from(TENANT)
                .orderBy(TENANT.SIMULATED, TENANT.TENANT_ID)
                .fetch(row -> new Province(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private Map<Cell, Published> newestFigures(LocalDate asOf) {
        // What was withdrawn stands only where nothing else does, so that the screen can say so.
        Comparator<Published> byCredence = Comparator.comparing(
                        (Published published) -> published.figure().withdrawnOn() == null)
                .thenComparing(published -> published.figure().knownOn())
                .thenComparing(published -> published.figure().status());
        return sql
                .select(
                        PUBLISHED_FIGURE.TENANT_ID,
                        PUBLISHED_FIGURE.NATIONAL_CODE,
                        PUBLISHED_FIGURE.PERIOD,
                        PUBLISHED_FIGURE.AMOUNT,
                        PUBLISHED_FIGURE.STATUS,
                        PUBLISHED_FIGURE.KNOWN_ON,
                        PUBLISHED_WITHDRAWAL.WITHDRAWN_ON)
                .from(PUBLISHED_FIGURE)
                .leftJoin(PUBLISHED_WITHDRAWAL)
                .on(
                        PUBLISHED_WITHDRAWAL.TENANT_ID.eq(PUBLISHED_FIGURE.TENANT_ID),
                        PUBLISHED_WITHDRAWAL.OBSERVATION_ID.eq(PUBLISHED_FIGURE.OBSERVATION_ID),
                        PUBLISHED_WITHDRAWAL.WITHDRAWN_ON.le(asOf))
                .where(PUBLISHED_FIGURE.KNOWN_ON.le(asOf))
                .orderBy(PUBLISHED_FIGURE.OBSERVATION_ID)
                .fetch(row -> new Published(
                        new Cell(row.value1(), row.value2(), Period.parse(row.value3())),
                        new Figure(
                                new Amount(row.value4()),
                                Coded.read(ObservationStatus.class, row.value5()),
                                row.value6(),
                                row.value7())))
                .stream()
                .collect(Collectors.toMap(
                        Published::cell,
                        published -> published,
                        (one, other) -> byCredence.compare(one, other) > 0 ? one : other));
    }

    /** By code, in the order of the catalogue's groups. */
    private Map<String, NationalIndicatorRecord> indicators(Set<Cell> cells) {
        Set<String> codes = cells.stream().map(Cell::indicator).collect(Collectors.toSet());
        return sql.selectFrom(NATIONAL_INDICATOR)
                .where(NATIONAL_INDICATOR.CODE.in(codes))
                .orderBy(NATIONAL_INDICATOR.GROUP_CODE, NATIONAL_INDICATOR.CODE)
                .fetchMap(NATIONAL_INDICATOR.CODE);
    }

    private static List<Column> columns(
            List<Province> provinces, Set<Cell> cells, Map<String, NationalIndicatorRecord> indicators) {
        // A province that has just been opened has published nothing yet; it must not hide what the others have in
        // common.
        Set<String> publishing = cells.stream().map(Cell::province).collect(Collectors.toSet());
        Set<String> real = provinces.stream()
                .filter(province -> !province.simulated())
                .map(Province::id)
                .filter(publishing::contains)
                .collect(Collectors.toSet());
        Map<String, Map<Period, Set<String>>> holders = new HashMap<>();
        cells.stream()
                .filter(cell -> real.contains(cell.province()))
                .forEach(cell -> holders.computeIfAbsent(cell.indicator(), code -> new HashMap<>())
                        .computeIfAbsent(cell.period(), period -> new HashSet<>())
                        .add(cell.province()));
        return indicators.values().stream()
                .flatMap(indicator -> holders.getOrDefault(indicator.getCode(), Map.of()).entrySet().stream()
                        .filter(entry -> entry.getValue().size() == real.size())
                        .map(Map.Entry::getKey)
                        .max(Comparator.naturalOrder())
                        .map(period -> column(indicator, period))
                        .stream())
                .toList();
    }

    private static Column column(NationalIndicatorRecord indicator, Period period) {
        return new Column(
                indicator.getCode(),
                indicator.getNameVi(),
                indicator.getNameEn(),
                indicator.getUnitVi(),
                indicator.getUnitEn(),
                indicator.getDecimals(),
                Coded.read(Direction.class, indicator.getDirection()),
                period);
    }

    private static List<Latest> latest(
            Map<Cell, Published> newest,
            Province province,
            List<Column> columns,
            Map<String, NationalIndicatorRecord> indicators) {
        Map<String, List<Published>> byIndicator = newest.values().stream()
                .filter(published -> published.cell().province().equals(province.id()))
                .collect(Collectors.groupingBy(published -> published.cell().indicator()));
        return indicators.values().stream()
                .flatMap(indicator -> endingLast(byIndicator.getOrDefault(indicator.getCode(), List.of())).stream()
                        .map(published ->
                                new Latest(column(indicator, published.cell().period()), published.figure())))
                .filter(latest -> !columns.contains(latest.of()))
                .toList();
    }

    /** The month beside the months up to it. */
    private static List<Published> endingLast(List<Published> figures) {
        Optional<YearMonth> end = figures.stream()
                .map(published -> published.cell().period().last())
                .max(Comparator.naturalOrder());
        return figures.stream()
                .filter(published -> published.cell().period().last().equals(end.orElseThrow()))
                .sorted(Comparator.comparing(published -> published.cell().period()))
                .toList();
    }

    private static @Nullable Figure figure(Map<Cell, Published> newest, Province province, Column column) {
        Published published = newest.get(new Cell(province.id(), column.code(), column.period()));
        return published == null ? null : published.figure();
    }

    private Map<String, List<PlanCounts>> plans(LocalDate asOf) {
        return sql
                .selectFrom(PUBLISHED_PLAN)
                .where(PUBLISHED_PLAN.AS_OF.le(asOf))
                .orderBy(PUBLISHED_PLAN.AS_OF, PUBLISHED_PLAN.SCORECARD_ID)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        PublishedPlanRecord::getTenantId,
                        Collectors.collectingAndThen(Collectors.toList(), OverviewView::ofNewestYear)));
    }

    /** @param runs of one province, oldest first */
    private static List<PlanCounts> ofNewestYear(List<PublishedPlanRecord> runs) {
        String newest = runs.stream()
                .map(PublishedPlanRecord::getPlanPeriod)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Map<UUID, PublishedPlanRecord> newestOfPlan = runs.stream()
                .filter(run -> run.getPlanPeriod().equals(newest))
                .collect(Collectors.toMap(PublishedPlanRecord::getPlanId, run -> run, (older, newer) -> newer));
        return newestOfPlan.values().stream()
                .map(OverviewView::counts)
                .sorted(Comparator.comparing(PlanCounts::title))
                .toList();
    }

    private static PlanCounts counts(PublishedPlanRecord row) {
        Map<Rating, Integer> counts = new EnumMap<>(Rating.class);
        counts.put(Rating.EXCEEDED, row.getExceeded());
        counts.put(Rating.MET, row.getMet());
        counts.put(Rating.NEARLY_MET, row.getNearlyMet());
        counts.put(Rating.MISSED, row.getMissed());
        counts.put(Rating.ON_TRACK, row.getOnTrack());
        counts.put(Rating.BEHIND, row.getBehind());
        counts.put(Rating.AT_RISK, row.getAtRisk());
        counts.put(Rating.INSUFFICIENT_DATA, row.getInsufficientData());
        return new PlanCounts(row.getPlanTitle(), Period.parse(row.getPlanPeriod()), row.getAsOf(), counts);
    }
}

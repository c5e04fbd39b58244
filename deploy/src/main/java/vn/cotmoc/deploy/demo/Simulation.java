package vn.cotmoc.deploy.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.deploy.demo.DemoFiles.Observation;
import vn.cotmoc.deploy.demo.DemoFiles.Plan;
import vn.cotmoc.deploy.demo.DemoFiles.Target;

/**
 * Generated figures of a province that does not exist: the months from January 2021 to October 2023, enough for
 * forecasts, and a plan for 2023. The same on every machine and every day. Every row says that it is simulated.
 */
record Simulation(Plan plan, List<Target> targets, List<Observation> observations) {

    static final String PROVINCE = "mo-phong";
    static final String SOURCE = "Dữ liệu mô phỏng, sinh tự động";

    private static final YearMonth FIRST = YearMonth.of(2021, 1);
    private static final YearMonth START = YearMonth.of(2022, 1);
    private static final YearMonth LAST = YearMonth.of(2023, 10);
    private static final long SEED = 20231031;
    private static final Plan PLAN =
            new Plan("mp-2023", PROVINCE, "2023", "Kế hoạch mô phỏng năm 2023", "assigned", "dữ liệu mô phỏng");

    /** What a month of the indicator looks like. */
    private enum Shape {
        /** A month's total; the year to date adds the months up. */
        MONTHLY_TOTAL,
        /** Grows from 0 in January to about its level in December; only the year to date has a meaning. */
        CUMULATIVE_SHARE,
        /** A state at the month's end that drifts. */
        STATE,
        /** One figure a quarter. */
        QUARTERLY
    }

    /**
     * @param start a month's total, or the state, share or rate at the beginning of 2022, in the indicator's unit
     * @param yearlyGrowth e.g. 0.1
     * @param target of the plan of 2023, in the indicator's unit
     */
    private record Series(
            String indicator,
            String unit,
            Shape shape,
            int decimals,
            double start,
            double yearlyGrowth,
            String comparator,
            String target,
            String wording) {}

    private static final List<Series> SERIES = List.of(
            total("INDUSTRY_OUTPUT", "tỷ đồng", 1, 3400, 0.09, "50000", "Giá trị sản xuất công nghiệp 50.000 tỷ đồng"),
            total("RETAIL_SALES", "tỷ đồng", 1, 2400, 0.12, "34000", "Tổng mức bán lẻ 34.000 tỷ đồng"),
            total("BUDGET_REVENUE", "tỷ đồng", 1, 780, 0.05, "11500", "Thu ngân sách 11.500 tỷ đồng"),
            total("BORDER_TRADE", "triệu USD", 1, 210, 0.08, "3200", "Giá trị qua các cửa khẩu 3,2 tỷ USD"),
            total(
                    "TRADE_GOODS_SERVICES",
                    "triệu USD",
                    1,
                    95,
                    0.06,
                    "1250",
                    "Kim ngạch xuất, nhập khẩu 1.250 triệu USD"),
            total("EXPORTS", "triệu USD", 1, 60, 0.07, "780", "Kim ngạch xuất khẩu 780 triệu USD"),
            total("TOURIST_VISITS", "triệu lượt", 3, 0.42, 0.2, "6", "Đón 6 triệu lượt khách"),
            total("TOURISM_REVENUE", "tỷ đồng", 1, 1350, 0.22, "19000", "Thu từ khách du lịch 19.000 tỷ đồng"),
            total("NEW_ENTERPRISES", "doanh nghiệp", 0, 58, 0.04, "800", "800 doanh nghiệp thành lập mới"),
            total("FDI_REGISTERED", "triệu USD", 1, 4.5, -0.1, "70", "Vốn đầu tư nước ngoài đăng ký 70 triệu USD"),
            total("INVESTMENT_TOTAL", "tỷ đồng", 0, 3600, 0.08, "48000", "Tổng vốn đầu tư toàn xã hội 48.000 tỷ đồng"),
            total("VOCATIONAL_TRAINING", "lao động", 0, 950, 0.03, "12000", "Đào tạo nghề cho 12.000 lao động"),
            total("JOBS_CREATED", "lao động", 0, 1150, 0.05, "14500", "Tạo việc làm cho 14.500 lao động"),
            share("PUBLIC_INVESTMENT_DISBURSEMENT", "%", 92, "95", "Giải ngân 95% vốn đầu tư công"),
            state("HEALTH_INSURANCE_COVERAGE", "%", 1, 94.5, 0.015, "at-least", "97", "Bao phủ bảo hiểm y tế 97%"),
            state("SOCIAL_INSURANCE_COVERAGE", "%", 1, 16.5, 0.05, "at-least", "19", "Tham gia bảo hiểm xã hội 19%"),
            state("ONLINE_FILES", "%", 1, 48, 0.2, "at-least", "70", "Hồ sơ xử lý hoàn toàn trực tuyến 70%"),
            state("NTM_COMMUNES", "xã", 0, 60, 0.08, "at-least", "72", "72 xã đạt chuẩn nông thôn mới"),
            state(
                    "INDUSTRIAL_PRODUCTION_INDEX",
                    "%",
                    1,
                    107,
                    0.01,
                    "at-least",
                    "109",
                    "Chỉ số sản xuất công nghiệp 109%"),
            new Series(
                    "GRDP_GROWTH", "%", Shape.QUARTERLY, 2, 7.2, -0.08, "more-than", "9", "Tăng trưởng GRDP trên 9%"));

    private static Series total(
            String indicator, String unit, int decimals, double month, double growth, String target, String wording) {
        return new Series(indicator, unit, Shape.MONTHLY_TOTAL, decimals, month, growth, "at-least", target, wording);
    }

    private static Series share(String indicator, String unit, double december, String target, String wording) {
        return new Series(indicator, unit, Shape.CUMULATIVE_SHARE, 1, december, 0, "at-least", target, wording);
    }

    private static Series state(
            String indicator,
            String unit,
            int decimals,
            double start,
            double growth,
            String comparator,
            String target,
            String wording) {
        return new Series(indicator, unit, Shape.STATE, decimals, start, growth, comparator, target, wording);
    }

    static Simulation generate() {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < SERIES.size(); i++) {
            generate(SERIES.get(i), new Random(SEED + i), observations);
        }
        return new Simulation(PLAN, SERIES.stream().map(Simulation::target).toList(), List.copyOf(observations));
    }

    private static Target target(Series series) {
        return new Target(
                "mp-2023." + series.indicator(),
                PROVINCE,
                PLAN.key(),
                series.indicator(),
                null,
                "council",
                series.comparator(),
                new BigDecimal(series.target()),
                null,
                series.unit(),
                PLAN.period(),
                series.wording() + " (mô phỏng)",
                SOURCE,
                "binding",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    private static void generate(Series series, Random chance, List<Observation> into) {
        BigDecimal toDate = BigDecimal.ZERO;
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            double years = START.until(month, ChronoUnit.MONTHS) / 12.0;
            double trend = series.start() * Math.pow(1 + series.yearlyGrowth(), years);
            boolean january = month.getMonthValue() == 1;
            Period throughMonth = Period.yearToDate(month);
            switch (series.shape()) {
                case MONTHLY_TOTAL -> {
                    BigDecimal total = rounded(series, trend * season(month) * noise(chance, 0.06));
                    toDate = january ? total : toDate.add(total);
                    into.add(observation(series, Period.ofMonth(month), total));
                    if (!january) {
                        into.add(observation(series, throughMonth, toDate));
                    }
                }
                case CUMULATIVE_SHARE -> {
                    double elapsed = Math.pow(month.getMonthValue() / 12.0, 1.3);
                    toDate = rounded(series, trend * elapsed * noise(chance, 0.02))
                            .max(january ? BigDecimal.ZERO : toDate);
                    into.add(observation(series, throughMonth, toDate));
                }
                case STATE ->
                    into.add(observation(series, Period.ofMonth(month), rounded(series, trend * noise(chance, 0.002))));
                case QUARTERLY -> {
                    if (month.getMonthValue() % 3 == 0) {
                        Period quarter = Period.parse("%d-Q%d".formatted(month.getYear(), month.getMonthValue() / 3));
                        into.add(observation(series, quarter, rounded(series, trend * noise(chance, 0.1))));
                    }
                }
            }
        }
    }

    private static Observation observation(Series series, Period period, BigDecimal amount) {
        return new Observation(
                "mp.%s.%s".formatted(series.indicator(), period),
                PROVINCE,
                series.indicator(),
                period.toString(),
                "estimated",
                amount,
                series.unit(),
                SOURCE,
                null);
    }

    private static BigDecimal rounded(Series series, double amount) {
        return BigDecimal.valueOf(amount).setScale(series.decimals(), RoundingMode.HALF_UP);
    }

    /** Less around the new year holidays, more towards the year's end. */
    private static double season(YearMonth month) {
        return month.getMonthValue() <= 2 ? 0.85 : 0.95 + month.getMonthValue() * 0.012;
    }

    private static double noise(Random chance, double width) {
        return 1 + (chance.nextDouble() - 0.5) * 2 * width;
    }
}

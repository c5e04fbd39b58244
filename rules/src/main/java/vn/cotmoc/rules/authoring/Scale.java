package vn.cotmoc.rules.authoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Remark.Code;
import vn.cotmoc.rules.decisiontables.Row;
import vn.cotmoc.rules.decisiontables.RuleModel;
import vn.cotmoc.rules.decisiontables.RuleModelJson;

/** The numbers of a model: its points and its grades. Shares are of one, points of a hundred. */
final class Scale {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What core takes. */
    private record Range(int from, int to) {

        boolean holds(BigDecimal value) {
            return value.compareTo(BigDecimal.valueOf(from)) >= 0 && value.compareTo(BigDecimal.valueOf(to)) <= 0;
        }
    }

    private static final Range SHARE = new Range(0, 1);

    private static final Map<String, Range> POINTS = Map.of(
            "bonus", new Range(0, 10),
            "highest", new Range(100, 200),
            "penaltyBelow", SHARE,
            "penalty", new Range(0, 10),
            "lowest", new Range(0, 99));

    private static final Set<String> SHARES_OF_GRADES = Set.of("onTimeFrom", "exceededFrom", "lateUpTo");

    private final Remarks remarks;
    private final Texts texts;

    Scale(Remarks remarks, Texts texts) {
        this.remarks = remarks;
        this.texts = texts;
    }

    void read(Node.Fields model) {
        Node points = model.fields().get("points");
        Node rollUp = model.fields().get("rollUp");
        BigDecimal most = points == null ? HUNDRED : points(points);
        if (rollUp != null) {
            rollUp(rollUp, most);
        }
    }

    /** The most that they can be. */
    private BigDecimal points(Node node) {
        Node.Fields points = remarks.fields(node, "/points", null);
        if (points == null) {
            return HUNDRED;
        }
        Map<String, BigDecimal> numbers = new HashMap<>();
        points.fields().forEach((name, value) -> {
            String at = Remarks.under("/points", name);
            Range range = POINTS.get(name);
            if (range == null) {
                remarks.add(Code.FIELD_UNKNOWN, at, null, name);
                return;
            }
            BigDecimal number = number(value, at, null, range);
            if (number != null) {
                numbers.put(name, number);
            }
        });
        remarks.missing(points, "/points", null, "bonus", "highest", "penaltyBelow", "penalty", "lowest");
        if (numbers.size() == POINTS.size()) {
            effects(numbers);
        }
        return numbers.getOrDefault("highest", HUNDRED);
    }

    private void effects(Map<String, BigDecimal> numbers) {
        if (isPositive(numbers, "bonus") && HUNDRED.compareTo(numbers.getOrDefault("highest", HUNDRED)) == 0) {
            remarks.add(Code.NO_EFFECT, "/points/bonus", null, "bonus", "highest");
        }
        if (isPositive(numbers, "penalty") && !isPositive(numbers, "penaltyBelow")) {
            remarks.add(Code.NO_EFFECT, "/points/penalty", null, "penalty", "penaltyBelow");
        }
        if (isPositive(numbers, "penaltyBelow") && !isPositive(numbers, "penalty")) {
            remarks.add(Code.NO_EFFECT, "/points/penaltyBelow", null, "penaltyBelow", "penalty");
        }
    }

    private static boolean isPositive(Map<String, BigDecimal> numbers, String name) {
        return numbers.getOrDefault(name, BigDecimal.ZERO).signum() > 0;
    }

    private void rollUp(Node node, BigDecimal mostPoints) {
        Node.Fields rollUp = remarks.fields(node, "/rollUp", null);
        if (rollUp == null) {
            return;
        }
        Node by = rollUp.fields().get("by");
        String way = by == null ? null : remarks.text(by, "/rollUp/by", null);
        if (way != null && !List.of("worst", "all", "grades").contains(way)) {
            remarks.add(Code.WORD_UNKNOWN, "/rollUp/by", null, way, List.of("worst", "all", "grades"));
        }
        rollUp.fields().forEach((name, value) -> {
            switch (name) {
                case "by" -> {}
                case "grades" -> grades(value, mostPoints);
                default -> remarks.add(Code.FIELD_UNKNOWN, Remarks.under("/rollUp", name), null, name);
            }
        });
        remarks.missing(rollUp, "/rollUp", null, "by");
        if ("grades".equals(way)) {
            remarks.missing(rollUp, "/rollUp", null, "grades");
        }
    }

    /** @param asks what it asks, by name */
    private record Grade(String at, String code, Map<String, BigDecimal> asks) {

        /** Whether everything with that grade has this one too, which comes first. */
        boolean takes(Grade worse) {
            return asks.entrySet().stream().allMatch(asked -> {
                BigDecimal other = worse.asks.get(asked.getKey());
                return other != null
                        && (asked.getKey().equals("lateUpTo")
                                ? other.compareTo(asked.getValue()) <= 0
                                : other.compareTo(asked.getValue()) >= 0);
            });
        }
    }

    private void grades(Node node, BigDecimal mostPoints) {
        List<Node> items = remarks.items(node, "/rollUp/grades", null);
        if (node instanceof Node.Items && items.size() < 2) {
            remarks.add(Code.TOO_FEW, "/rollUp/grades", null, items.size(), 2);
        }
        if (items.size() > RuleModel.MOST_GRADES) {
            remarks.add(Code.TOO_MANY, "/rollUp/grades", null, items.size(), RuleModel.MOST_GRADES);
        }
        List<Grade> grades = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        boolean understood = true;
        for (int i = 0; i < Math.min(items.size(), RuleModel.MOST_GRADES); i++) {
            Grade grade = grade(items.get(i), "/rollUp/grades/" + i, mostPoints);
            if (grade == null) {
                understood = false;
            } else {
                if (!codes.add(grade.code)) {
                    remarks.add(Code.GRADE_TWICE, grade.at + "/code", null, grade.code);
                }
                grades.add(grade);
            }
        }
        if (understood && grades.size() == items.size()) {
            order(grades);
        }
    }

    private void order(List<Grade> grades) {
        for (Grade grade : grades) {
            boolean last = grade == grades.getLast();
            if (grade.asks.isEmpty() && !last) {
                remarks.add(Code.GRADE_ASKS_NOTHING, grade.at, null, grade.code);
            } else if (!grade.asks.isEmpty() && last) {
                remarks.add(Code.LAST_GRADE_ASKS, grade.at, null, grade.code);
            }
            for (Grade better : grades.subList(0, grades.indexOf(grade))) {
                if (!better.asks.isEmpty() && better.takes(grade)) {
                    remarks.add(Code.GRADE_NEVER_GIVEN, grade.at, null, grade.code, better.code);
                    break;
                }
            }
        }
    }

    /** Null if it was not understood. */
    private @Nullable Grade grade(Node node, String at, BigDecimal mostPoints) {
        Node.Fields grade = remarks.fields(node, at, null);
        if (grade == null) {
            return null;
        }
        String code = null;
        boolean understood = true;
        Map<String, BigDecimal> asks = new HashMap<>();
        for (Map.Entry<String, Node> field : grade.fields().entrySet()) {
            String there = Remarks.under(at, field.getKey());
            switch (field.getKey()) {
                case "code" -> {
                    code = remarks.text(field.getValue(), there, null);
                    if (code != null && !Row.isCode(code)) {
                        remarks.add(Code.CODE_MALFORMED, there, null, code);
                    }
                }
                case "vi", "en" -> texts.checked(field.getValue(), there, null, RuleModel.LONGEST_NAME);
                case "pointsFrom", "onTimeFrom", "exceededFrom", "lateUpTo" -> {
                    BigDecimal number = number(
                            field.getValue(),
                            there,
                            null,
                            SHARES_OF_GRADES.contains(field.getKey()) ? SHARE : new Range(0, 10_000));
                    understood &= number != null;
                    if (number != null) {
                        asks.put(field.getKey(), number);
                    }
                }
                default -> remarks.add(Code.FIELD_UNKNOWN, there, null, field.getKey());
            }
        }
        remarks.missing(grade, at, null, "code");
        for (String language : List.of("vi", "en")) {
            if (!grade.fields().containsKey(language)) {
                remarks.add(Code.TEXT_MISSING, Remarks.under(at, language), null, language);
            }
        }
        if (code == null) {
            return null;
        }
        points(new Grade(at, code, asks), mostPoints);
        return understood ? new Grade(at, code, asks) : null;
    }

    private void points(Grade grade, BigDecimal most) {
        BigDecimal from = grade.asks.get("pointsFrom");
        if (from == null) {
            return;
        }
        if (from.compareTo(most) > 0) {
            remarks.add(Code.GRADE_OUT_OF_REACH, grade.at + "/pointsFrom", null, grade.code, from, most);
        } else if (from.signum() > 0 && from.compareTo(BigDecimal.ONE) <= 0) {
            remarks.add(Code.POINTS_EXPECTED, grade.at + "/pointsFrom", null, from, from.multiply(HUNDRED));
        }
    }

    private @Nullable BigDecimal number(Node node, String at, @Nullable String rule, Range range) {
        String text = remarks.text(node, at, rule);
        if (text == null) {
            return null;
        }
        if (!RuleModelJson.isDecimal(text)) {
            remarks.add(Code.NUMBER_MALFORMED, at, rule, text);
            return null;
        }
        BigDecimal value = new BigDecimal(text);
        if (range.holds(value)) {
            return value;
        }
        if (range == SHARE && value.compareTo(HUNDRED) <= 0) {
            remarks.add(Code.RATIO_EXPECTED, at, rule, value, value.movePointLeft(2));
        } else {
            remarks.add(Code.NUMBER_RANGE, at, rule, value, range.from, range.to);
        }
        return null;
    }
}

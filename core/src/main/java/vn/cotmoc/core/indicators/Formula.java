package vn.cotmoc.core.indicators;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Ratio;

/**
 * Arithmetic over other indicators: {@code + - * /}, parentheses, decimals and codes, e.g.
 * {@code NTM_COMMUNES / COMMUNES_TOTAL * 100}. It is read by this class alone and never becomes code. Values are exact
 * fractions; nothing is rounded on the way.
 */
public final class Formula {

    /** Characters of a text. */
    public static final int LONGEST = 500;
    /** Parentheses and signs inside each other. */
    public static final int DEEPEST = 20;
    /** Different indicators. */
    public static final int MOST_CODES = 20;

    private static final List<BigDecimal> TRIALS =
            List.of(new BigDecimal("1009.130837"), new BigDecimal("40487.770021"), new BigDecimal("611953.004447"));

    private final String text;
    private final Term term;
    private final Set<String> codes;

    private Formula(String text, Term term, Set<String> codes) {
        this.text = text;
        this.term = term;
        this.codes = codes;
    }

    /** Why a text is no formula: at which character, counted from 1, and what is wrong there. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;
        private final int place;
        private final Fault fault;

        Unreadable(int place, Fault fault) {
            super("%s at character %d".formatted(fault, place));
            this.place = place;
            this.fault = fault;
        }

        public int place() {
            return place;
        }

        public Fault fault() {
            return fault;
        }
    }

    /** What is missing, or too much. */
    public enum Fault {
        NO_OPERAND,
        NO_OPERATOR,
        OPEN_PARENTHESIS,
        NO_NUMBER,
        TOO_LONG,
        TOO_DEEP,
        TOO_MANY_CODES
    }

    private sealed interface Term {

        record Number(BigDecimal value) implements Term {}

        record Code(String code) implements Term {}

        record Negated(Term term) implements Term {}

        record Both(char operator, Term left, Term right) implements Term {}
    }

    /** @throws Unreadable if it is no formula, or a longer or deeper one than anybody needs */
    public static Formula parse(String text) throws Unreadable {
        if (text.length() > LONGEST) {
            throw new Unreadable(LONGEST + 1, Fault.TOO_LONG);
        }
        var reader = new Reader(text);
        Term term = reader.sum(0);
        if (!reader.atEnd()) {
            throw new Unreadable(reader.at + 1, Fault.NO_OPERATOR);
        }
        return new Formula(text.strip(), term, Set.copyOf(reader.codes));
    }

    /** One indicator of another. */
    static Formula ratio(String numerator, String denominator, boolean inPerCent) {
        Term ratio = new Term.Both('/', new Term.Code(numerator), new Term.Code(denominator));
        Set<String> codes = Stream.of(numerator, denominator).collect(Collectors.toUnmodifiableSet());
        String text = numerator + " / " + denominator;
        return inPerCent
                ? new Formula(
                        text + " * 100", new Term.Both('*', ratio, new Term.Number(BigDecimal.valueOf(100))), codes)
                : new Formula(text, ratio, codes);
    }

    /** The indicators it needs. */
    public Set<String> codes() {
        return codes;
    }

    /** Whether it divides by what is zero whatever the figures are, e.g. {@code A / 0} or {@code A / (B - B)}. */
    boolean dividesByNothing() {
        return dividesByNothing(term);
    }

    private boolean dividesByNothing(Term at) {
        return switch (at) {
            case Term.Number(BigDecimal value) -> false;
            case Term.Code(String code) -> false;
            case Term.Negated(Term inner) -> dividesByNothing(inner);
            case Term.Both(char operator, Term left, Term right) ->
                dividesByNothing(left) || dividesByNothing(right) || (operator == '/' && isNothing(right));
        };
    }

    /** By trial: terms of this size that are not always zero are not zero for all of these figures, which nobody would choose. */
    private boolean isNothing(Term divisor) {
        List<String> inOrder = codes.stream().sorted().toList();
        return TRIALS.stream()
                .allMatch(trial -> value(
                                divisor,
                                code -> Optional.of(
                                        new Amount(trial.add(BigDecimal.valueOf(7919L * inOrder.indexOf(code))))))
                        .filter(ratio -> ratio.numerator().signum() == 0)
                        .isPresent());
    }

    /**
     * @param figures of the indicators; empty where there is none
     * @return empty if a figure is missing, a divisor is zero, or the value is too large to be a figure
     */
    public Optional<Amount> value(Function<String, Optional<Amount>> figures) {
        return value(term, figures)
                .filter(ratio -> Amount.fits(ratio.rounded()))
                .map(ratio -> new Amount(ratio.rounded()));
    }

    private static Optional<Ratio> value(Term term, Function<String, Optional<Amount>> figures) {
        return switch (term) {
            case Term.Number(BigDecimal value) -> Optional.of(new Ratio(value, BigDecimal.ONE));
            case Term.Code(String code) -> figures.apply(code).map(amount -> new Ratio(amount.value(), BigDecimal.ONE));
            case Term.Negated(Term inner) ->
                value(inner, figures).map(ratio -> new Ratio(ratio.numerator().negate(), ratio.denominator()));
            case Term.Both(char operator, Term left, Term right) ->
                value(left, figures)
                        .flatMap(one -> value(right, figures).flatMap(other -> combined(operator, one, other)));
        };
    }

    private static Optional<Ratio> combined(char operator, Ratio one, Ratio other) {
        BigDecimal crossed = one.numerator().multiply(other.denominator());
        BigDecimal crossing = other.numerator().multiply(one.denominator());
        BigDecimal below = one.denominator().multiply(other.denominator());
        return switch (operator) {
            case '+' -> Optional.of(new Ratio(crossed.add(crossing), below));
            case '-' -> Optional.of(new Ratio(crossed.subtract(crossing), below));
            case '*' -> Optional.of(new Ratio(one.numerator().multiply(other.numerator()), below));
            case '/' -> crossing.signum() == 0 ? Optional.empty() : Optional.of(new Ratio(crossed, crossing));
            default -> throw new AssertionError(operator);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula && formula.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }

    private static final class Reader {

        private final String text;
        private final Set<String> codes = new LinkedHashSet<>();
        private int at;

        Reader(String text) {
            this.text = text;
            skipBlanks();
        }

        boolean atEnd() {
            return at == text.length();
        }

        Term sum(int depth) throws Unreadable {
            Term left = product(depth);
            while (isNext("+-")) {
                char operator = take();
                left = new Term.Both(operator, left, product(depth));
            }
            return left;
        }

        private Term product(int depth) throws Unreadable {
            Term left = operand(depth);
            while (isNext("*/")) {
                char operator = take();
                left = new Term.Both(operator, left, operand(depth));
            }
            return left;
        }

        private Term operand(int depth) throws Unreadable {
            if (depth > DEEPEST) {
                throw new Unreadable(at + 1, Fault.TOO_DEEP);
            }
            if (isNext("-")) {
                take();
                return new Term.Negated(operand(depth + 1));
            }
            if (isNext("(")) {
                take();
                Term inner = sum(depth + 1);
                if (!isNext(")")) {
                    throw new Unreadable(at + 1, Fault.OPEN_PARENTHESIS);
                }
                take();
                return inner;
            }
            if (!atEnd() && isDigit(text.charAt(at))) {
                return new Term.Number(number());
            }
            if (!atEnd() && isLetter(text.charAt(at))) {
                return new Term.Code(code());
            }
            throw new Unreadable(at + 1, Fault.NO_OPERAND);
        }

        private BigDecimal number() throws Unreadable {
            int from = at;
            while (!atEnd() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            String digits = text.substring(from, at);
            skipBlanks();
            try {
                return Amount.parse(digits).value();
            } catch (IllegalArgumentException wrong) {
                throw new Unreadable(from + 1, Fault.NO_NUMBER);
            }
        }

        private String code() throws Unreadable {
            int from = at;
            while (!atEnd() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            String code = text.substring(from, at);
            skipBlanks();
            codes.add(code);
            if (codes.size() > MOST_CODES) {
                throw new Unreadable(from + 1, Fault.TOO_MANY_CODES);
            }
            return code;
        }

        private boolean isNext(String oneOf) {
            return !atEnd() && oneOf.indexOf(text.charAt(at)) >= 0;
        }

        private char take() {
            char taken = text.charAt(at++);
            skipBlanks();
            return taken;
        }

        private void skipBlanks() {
            while (!atEnd() && text.charAt(at) == ' ') {
                at++;
            }
        }

        private static boolean isDigit(char character) {
            return character >= '0' && character <= '9';
        }

        private static boolean isLetter(char character) {
            return character >= 'A' && character <= 'Z';
        }
    }
}

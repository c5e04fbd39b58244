package vn.cotmoc.core.coherence;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.scoring.TargetLine;

/** A target whose words say that every year brings more, beside the years' targets: "sẽ tăng dần hàng năm để đến năm 2025 …". */
final class Rises {

    private static final List<String> RISING =
            List.of("tăng dần", "năm sau cao hơn năm trước", "năm sau tăng hơn năm trước");

    /** Years before the one that the words lead to; plans are of five. */
    private static final int YEARS = 5;

    private Rises() {}

    static Stream<Finding> in(Book book) {
        return book.targets().stream()
                .filter(line -> rises(line.revision().wording()))
                .flatMap(line -> falls(
                        line,
                        Terms.years(book, line, year -> leadsTo(line.target().period(), year))));
    }

    private static Stream<Finding> falls(TargetLine line, List<TargetLine> years) {
        return IntStream.range(1, years.size())
                .filter(i -> Aims.number(years.get(i))
                                .orElseThrow()
                                .compareTo(Aims.number(years.get(i - 1)).orElseThrow())
                        < 0)
                .mapToObj(i -> new Finding.YearFalls(Fact.of(line), Fact.of(years.get(i - 1)), Fact.of(years.get(i))));
    }

    private static boolean leadsTo(Period whole, Period year) {
        return whole.contains(year)
                || (!whole.isTerm()
                        && !year.last().isAfter(whole.last())
                        && year.last().isAfter(whole.last().minusYears(YEARS)));
    }

    private static boolean rises(String wording) {
        String words = Normalizer.normalize(wording, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return RISING.stream().anyMatch(words::contains);
    }
}

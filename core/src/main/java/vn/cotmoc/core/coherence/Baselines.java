package vn.cotmoc.core.coherence;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.cotmoc.core.targets.Aim;

/** A target that asks for no more than there is. */
final class Baselines {

    private static final List<String> KEEPING =
            List.of("duy trì", "giữ", "ổn định", "bằng năm", "không tăng", "không giảm");

    private Baselines() {}

    static Stream<Finding> in(Book book) {
        return book.targets().stream().flatMap(line -> {
            Aim.Baseline baseline = line.revision().aim().baseline();
            return baseline == null || !isReached(line.revision().aim(), baseline)
                    ? Stream.empty()
                    : Stream.of(new Finding.EqualsBaseline(
                            Fact.of(line),
                            Fact.of(line, baseline),
                            maintains(line.revision().wording())));
        });
    }

    private static boolean isReached(Aim aim, Aim.Baseline baseline) {
        return switch (aim.comparator()) {
            case AT_LEAST, AT_MOST, NEAR, ABOUT, K_OF_N, ALL_OF, RANK_AT_MOST ->
                baseline.amount().equals(aim.amount());
            case MORE_THAN, LESS_THAN, RANGE, INCREMENT, NONE_LEFT, YES_NO, BEFORE_DATE -> false;
        };
    }

    private static boolean maintains(String wording) {
        String words = Normalizer.normalize(wording, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return KEEPING.stream().anyMatch(words::contains);
    }
}

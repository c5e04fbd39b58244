package vn.cotmoc.core.sheets;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.observations.ObservationStatus;

/** How firm a figure is, in the words of a sheet's language. */
final class StatusWords {

    private StatusWords() {}

    static String of(ObservationStatus status, Language language) {
        return switch (status) {
            case OUTTURN -> language.of("ước thực hiện", "expected outturn");
            case ESTIMATED -> language.of("ước tính", "estimated");
            case PRELIMINARY -> language.of("sơ bộ", "preliminary");
            case OFFICIAL -> language.of("chính thức", "official");
            case REVISED -> language.of("điều chỉnh", "revised");
        };
    }

    /** Whatever the case of its letters. */
    static Optional<ObservationStatus> find(String word, Language language) {
        return Arrays.stream(ObservationStatus.values())
                .filter(status -> of(status, language).equalsIgnoreCase(word))
                .findFirst();
    }

    static String all(Language language, String between) {
        return Arrays.stream(ObservationStatus.values())
                .map(status -> of(status, language))
                .collect(Collectors.joining(between));
    }
}

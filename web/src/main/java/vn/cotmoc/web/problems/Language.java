package vn.cotmoc.web.problems;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;

/** The languages of the house; Vietnamese unless the caller asks for English. */
enum Language {
    VI,
    EN;

    static Language of(HttpRequest<?> request) {
        String wanted = request.getHeaders().get("Accept-Language");
        if (wanted == null || wanted.length() > 200) {
            return VI;
        }
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(wanted), List.of("vi", "en"));
            return "en".equals(best) ? EN : VI;
        } catch (IllegalArgumentException unreadable) {
            return VI;
        }
    }

    /** How it writes numbers. */
    vn.cotmoc.core.measure.Language numbers() {
        return this == EN ? vn.cotmoc.core.measure.Language.EN : vn.cotmoc.core.measure.Language.VI;
    }

    Locale locale() {
        return Locale.of(name().toLowerCase(Locale.ROOT));
    }
}

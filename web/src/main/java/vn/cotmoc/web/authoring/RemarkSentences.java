package vn.cotmoc.web.authoring;

import java.util.Locale;
import java.util.ResourceBundle;
import vn.cotmoc.core.authoring.Remark;

/** The sentences of remarks, from {@code remarks_vi.properties} and {@code remarks_en.properties}, with the names of values in braces. */
final class RemarkSentences {

    private static final ResourceBundle VI = bundle("vi");
    private static final ResourceBundle EN = bundle("en");

    private RemarkSentences() {}

    static String vi(Remark.Code code) {
        return VI.getString(code.code());
    }

    static String en(Remark.Code code) {
        return EN.getString(code.code());
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "vn.cotmoc.web.authoring.remarks",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}

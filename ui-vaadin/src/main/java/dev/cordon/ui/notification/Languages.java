package dev.cordon.ui.notification;

import dev.cordon.ui.kernel.Words;
import java.util.Locale;
import java.util.Map;

/** How a notice's languages are called, with how many read each. */
final class Languages {

    private Languages() {}

    /** {@code German (27)}. */
    static String text(String language, Map<String, Integer> readers) {
        var words = Words.here();
        var name = Locale.of(language).getDisplayLanguage(words.locale());
        return words.text("language.readers", name, readers.getOrDefault(language, 0));
    }
}

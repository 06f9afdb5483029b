package dev.cordon.ui.kernel;

import com.vaadin.flow.component.UI;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything the console says, in one language. */
public final class Words {

    /** The languages that the console speaks; the first where the viewer asks for another. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final Logger LOG = LoggerFactory.getLogger(Words.class);
    private static final Control BUNDLES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("cordon.texts", locale, BUNDLES);
    }

    /** The words of that language, or English where the console does not speak it. */
    public static Words of(Locale wanted) {
        return new Words(
                LANGUAGES.stream()
                        .filter(known -> known.getLanguage().equals(wanted.getLanguage()))
                        .findFirst()
                        .orElse(Locale.ENGLISH));
    }

    /** The words of the viewer of the running request. */
    public static Words here() {
        var ui = UI.getCurrent();
        return of(ui == null ? Locale.ENGLISH : ui.getLocale());
    }

    public Locale locale() {
        return locale;
    }

    /** The text of that key with its numbered places filled. */
    public String text(String key, Object... values) {
        if (!bundle.containsKey(key)) {
            LOG.warn("text missing key={} language={}", key, locale);
            return key;
        }
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** The text of that key with its named places filled; what has no value shows as empty. */
    public String sentence(String key, Map<String, String> values) {
        return bundle.containsKey(key) ? Named.fill(bundle.getString(key), values) : text(key);
    }

    /** A constant's name in people's words. */
    public String of(Enum<?> constant) {
        return text(key(constant));
    }

    /** A pattern, as it stands in the bundle. */
    String pattern(String key) {
        return bundle.getString(key);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /**
     * {@code Stage.TRIAGE}, and {@code SeverityAssessment.Reason.ATTEMPT_ONLY} for a nested one.
     */
    static String key(Enum<?> constant) {
        var type = constant.getDeclaringClass();
        var name = type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        return name + "." + constant.name();
    }
}

package dev.cordon.ui.kernel;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gives Vaadin's components the console's words. */
@Component
class Texts implements I18NProvider {

    @Override
    public List<Locale> getProvidedLocales() {
        return Words.LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        return Words.of(locale).text(key, values);
    }
}

package dev.cordon.application.notification;

import dev.cordon.domain.store.StoreCustomer;
import java.util.Locale;
import java.util.Set;

/**
 * Which of a notice's languages somebody gets: their own, that of a country with one official
 * language among ours, the store's, English.
 */
record NoticeLanguages(Set<String> available, Locale store) {

    private static final Set<String> GERMAN = Set.of("DE", "AT", "LI");

    private static final Set<String> ENGLISH = Set.of("GB", "IE", "US", "AU", "NZ");

    String of(StoreCustomer customer) {
        var own = customer.language();
        if (own != null && available.contains(own.getLanguage())) {
            return own.getLanguage();
        }
        if (GERMAN.contains(customer.country()) && available.contains("de")) {
            return "de";
        }
        if (ENGLISH.contains(customer.country()) && available.contains("en")) {
            return "en";
        }
        return available.contains(store.getLanguage()) ? store.getLanguage() : "en";
    }
}

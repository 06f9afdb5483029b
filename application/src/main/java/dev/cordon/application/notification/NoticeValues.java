package dev.cordon.application.notification;

import dev.cordon.application.breach.Determinations;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.Placeholder;
import dev.cordon.domain.notification.Recipient;
import dev.cordon.domain.store.Store;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What fills a campaign's placeholders. The preview, the approval and the message itself ask the
 * same one.
 */
@Supporting
class NoticeValues {

    private final Stores stores;
    private final Incidents incidents;
    private final Determinations determinations;

    NoticeValues(Stores stores, Incidents incidents, Determinations determinations) {
        this.stores = stores;
        this.incidents = incidents;
        this.determinations = determinations;
    }

    /** What is the same for all recipients of a campaign; read once. */
    record Shared(Store store, String reference, Instant from, Instant to) {

        Map<Placeholder, String> forRecipient(Recipient recipient) {
            var values = new EnumMap<Placeholder, String>(Placeholder.class);
            var language = Locale.of(recipient.language());
            values.put(Placeholder.NAME, LetterName.of(recipient.name(), recipient.language()));
            values.put(Placeholder.STORE, store.name());
            values.put(Placeholder.CONTACT, store.contact().value());
            values.put(Placeholder.FROM, moment(from, language));
            values.put(Placeholder.TO, moment(to, language));
            values.put(Placeholder.REFERENCE, reference);
            return values;
        }

        private String moment(Instant instant, Locale language) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                    .withLocale(language)
                    .format(instant.atZone(store.zone()));
        }
    }

    /** The caller has shown that it may see the campaign. */
    Shared of(Campaign campaign) {
        var window =
                determinations.get(campaign.determination(), StoreScope.ALL).exposure().window();
        return new Shared(
                stores.get(campaign.store(), StoreScope.ALL),
                incidents.get(campaign.incident(), StoreScope.ALL).reference().value(),
                window.from(),
                window.until());
    }
}

package dev.cordon.infra.http.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.ContactAddress;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreEnvironment;
import dev.cordon.domain.store.StoreUrl;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a store is to be.
 *
 * @param zone such as Europe/Berlin
 * @param language such as de
 * @param contact the mail address that customers write to about their data
 * @param twin of a production store its staging store
 * @param reason why it is changed; needed when it is
 */
record StoreWishJson(
        @NotBlank @Size(max = 120) String name,
        @NotBlank @Size(max = 300) String url,
        StoreEnvironment environment,
        @NotBlank @Size(max = 60) @Pattern(regexp = "[A-Za-z0-9_+/-]+") String zone,
        @NotBlank @Size(max = 35) @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
                String language,
        @NotBlank @Size(max = 320) String contact,
        @Nullable UUID twin,
        @Nullable @Size(max = 2000) String reason) {

    Store.Profile profile() {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new IllegalArgumentException("a zone is a name such as Europe/Berlin or UTC");
        }
        return new Store.Profile(
                name,
                StoreUrl.of(url),
                environment,
                ZoneId.of(zone),
                Locale.forLanguageTag(language),
                new ContactAddress(contact),
                twin == null ? null : new StoreId(twin));
    }
}

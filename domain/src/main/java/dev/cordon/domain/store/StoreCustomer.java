package dev.cordon.domain.store;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person as a store knows them. Texts are as the store gave them and may be empty.
 *
 * @param id the account in the store; 0 for a guest
 * @param country ISO 3166-1 alpha-2, or empty
 * @param state the store's word for it: {@code CA}, {@code DE-HH}, or empty
 * @param language the language the person chose, when the store knows
 */
public record StoreCustomer(
        long id,
        String email,
        String firstName,
        String lastName,
        String country,
        String state,
        @Nullable Locale language) {

    /** For eyes that need not know who it is. */
    public StoreCustomer masked() {
        return new StoreCustomer(
                id,
                Masked.email(email),
                Masked.name(firstName),
                Masked.name(lastName),
                country,
                state,
                language);
    }

    public boolean isGuest() {
        return id == 0;
    }

    /** Names and addresses stay out of logs. */
    @Override
    public String toString() {
        return "customer " + id;
    }
}

package dev.cordon.domain.notification;

import dev.cordon.domain.store.Masked;

/**
 * Somebody to notify. Personal data: kept encrypted, never in logs.
 *
 * @param ordinal the place in the frozen list, from 1
 * @param ref what identifies the person without naming them: the store's customer number
 * @param address an e-mail address, or a phone number in E.164 form
 * @param name as the store knows it; may be empty
 * @param language ISO 639-1, one of the campaign's languages
 */
public record Recipient(int ordinal, String ref, String address, String name, String language) {

    /** For eyes that need not know who it is. */
    public Recipient masked() {
        return new Recipient(ordinal, ref, Masked.email(address), Masked.name(name), language);
    }

    @Override
    public String toString() {
        return "recipient " + ordinal;
    }
}

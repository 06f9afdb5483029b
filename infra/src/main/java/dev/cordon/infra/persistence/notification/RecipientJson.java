package dev.cordon.infra.persistence.notification;

import dev.cordon.domain.notification.Recipient;
import tools.jackson.databind.json.JsonMapper;

/** Who is told, as encrypted; the language lies beside it in clear. */
record RecipientJson(String ref, String address, String name) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What is left of somebody whose data was shredded. */
    static final RecipientJson SHREDDED = new RecipientJson("", "", "");

    static String of(Recipient recipient) {
        return JSON.writeValueAsString(
                new RecipientJson(recipient.ref(), recipient.address(), recipient.name()));
    }

    static RecipientJson parse(String text) {
        return JSON.readValue(text, RecipientJson.class);
    }

    Recipient toDomain(int ordinal, String language) {
        return new Recipient(ordinal, ref, address, name, language);
    }
}

package dev.cordon.domain.notification;

import java.util.UUID;

/** A notice on its way to its recipients. */
public record CampaignId(UUID value) {

    public static CampaignId of(String text) {
        return new CampaignId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package dev.cordon.infra.bootstrap;

import dev.cordon.notify.notification.SmsSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateway that text messages leave by; an empty URL for none.
 *
 * @param sender what the phone shows
 */
@ConfigurationProperties("cordon.sms")
record SmsProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String token,
        @DefaultValue("") String sender,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("1m") Duration messageLimit) {

    static final String MISSING =
            "No SMS gateway is configured. The notice waits, and nothing is lost. Set"
                    + " CORDON_SMS_URL, CORDON_SMS_TOKEN and CORDON_SMS_SENDER, and start Cordon"
                    + " again.";

    boolean isMissing() {
        return url.isBlank();
    }

    SmsSettings settings() {
        return new SmsSettings(URI.create(url), token, sender, connectTimeout, messageLimit);
    }

    @Override
    public String toString() {
        return "cordon.sms";
    }
}

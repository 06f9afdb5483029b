package dev.cordon.infra.bootstrap;

import dev.cordon.notify.notification.SmtpSettings;
import dev.cordon.notify.notification.SmtpSettings.Security;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that notices leave by; an empty host for none.
 *
 * @param port null for the usual one of the way it is secured
 * @param from the sender's address
 */
@ConfigurationProperties("cordon.smtp")
record SmtpProperties(
        @DefaultValue("") String host,
        @Nullable Integer port,
        @DefaultValue("STARTTLS") Security security,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("2m") Duration answerTimeout,
        @DefaultValue("5m") Duration messageLimit,
        @DefaultValue("false") boolean html) {

    static final String MISSING =
            "No mail server is configured. The notice waits, and nothing is lost. Set"
                    + " CORDON_SMTP_HOST and CORDON_SMTP_FROM (and CORDON_SMTP_USER,"
                    + " CORDON_SMTP_PASSWORD where it wants a login), and start Cordon again.";

    boolean isMissing() {
        return host.isBlank();
    }

    SmtpSettings settings() {
        return new SmtpSettings(
                host,
                port == null ? usualPort() : port,
                security,
                user,
                password,
                from,
                connectTimeout,
                answerTimeout,
                messageLimit,
                html);
    }

    private int usualPort() {
        return switch (security) {
            case NONE -> 25;
            case STARTTLS -> 587;
            case TLS -> 465;
        };
    }

    @Override
    public String toString() {
        return "cordon.smtp";
    }
}

package dev.cordon.infra.intake.mail;

import dev.cordon.domain.detection.rule.Cidr;
import dev.cordon.domain.store.StoreUrl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where mail about stores is listened for, and who may bring it.
 *
 * @param port of TCP; 0 takes any that is free
 * @param address to listen on
 * @param from the networks that may bring mail: the mail servers of the operator; there is no
 *     default
 * @param tls the name of the SSL bundle for STARTTLS; null for none
 * @param requireTls whether mail is taken over TLS alone
 * @param authservId what the operator's mail server calls itself in {@code Authentication-Results}
 *     (RFC 8601, section 2.5); null: nobody checks senders
 * @param largest the largest mail, with its attachments
 * @param recipients which address stands for which store
 */
@ConfigurationProperties("cordon.mail-report")
record MailReportSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("2525") int port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue List<String> from,
        @Nullable String tls,
        @DefaultValue("false") boolean requireTls,
        @Nullable String authservId,
        @DefaultValue("5MB") DataSize largest,
        @DefaultValue List<Recipient> recipients) {

    private static final DataSize LEAST = DataSize.ofKilobytes(16);
    private static final DataSize MOST = DataSize.ofMegabytes(50);

    /**
     * @param address of mail, {@code security@shop.example}
     * @param store the store's address, as it stands in the console
     */
    record Recipient(String address, String store) {

        Recipient {
            if (!address.matches("[^@\\s]+@[^@\\s]+")) {
                throw new IllegalArgumentException(
                        "cordon.mail-report: no address of mail is " + address);
            }
            var unused = StoreUrl.of(store);
        }
    }

    MailReportSettings {
        from.forEach(Cidr::of);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("cordon.mail-report: no port is " + port);
        }
        if (enabled && (from.isEmpty() || recipients.isEmpty())) {
            throw new IllegalArgumentException(
                    "cordon.mail-report: name the networks of your mail servers (from) and the"
                            + " addresses that stand for stores (recipients)");
        }
        if (requireTls && tls == null) {
            throw new IllegalArgumentException("cordon.mail-report: TLS needs a certificate (tls)");
        }
        if (largest.compareTo(LEAST) < 0 || largest.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "cordon.mail-report.largest: from %s to %s".formatted(LEAST, MOST));
        }
    }

    List<Cidr> networks() {
        return from.stream().map(Cidr::of).toList();
    }

    InetAddress inetAddress() throws UnknownHostException {
        return InetAddress.getByName(address);
    }

    /** The stores by the addresses that stand for them, in lower case. */
    Map<String, StoreUrl> stores() {
        return recipients.stream()
                .collect(
                        Collectors.toMap(
                                each -> each.address().toLowerCase(Locale.ROOT),
                                each -> StoreUrl.of(each.store())));
    }
}

package dev.cordon.infra.intake;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.rule.Cidr;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where syslog is listened for. A sender of syslog shows no token: who may send is said by network,
 * and with TLS by certificate.
 */
@ConfigurationProperties("cordon.syslog")
record SyslogSettings(@DefaultValue List<Listener> listeners) {

    /**
     * @param source the log source that the lines belong to
     * @param port of TCP; 0 takes any that is free
     * @param address to listen on
     * @param from the networks that may send: this machine alone if none is named
     * @param tls the name of the SSL bundle with the certificate; null for plain TCP
     * @param clientCertificate whether a sender shows a certificate that the bundle trusts
     */
    record Listener(
            String source,
            int port,
            @DefaultValue("127.0.0.1") String address,
            @DefaultValue({"127.0.0.0/8", "::1/128"}) List<String> from,
            @Nullable String tls,
            @DefaultValue("false") boolean clientCertificate) {

        Listener {
            var unused = new SourceId(source);
            from.forEach(Cidr::of);
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("cordon.syslog: no port is " + port);
            }
            if (clientCertificate && tls == null) {
                throw new IllegalArgumentException(
                        "cordon.syslog: certificates of senders are shown over TLS alone");
            }
        }

        SourceId sourceId() {
            return new SourceId(source);
        }

        List<Cidr> networks() {
            return from.stream().map(Cidr::of).toList();
        }

        InetAddress inetAddress() throws UnknownHostException {
            return InetAddress.getByName(address);
        }
    }
}

package dev.cordon.ui.detection;

import dev.cordon.domain.detection.log.LogSource;
import java.net.URI;

/**
 * Programs that send logs, and what each is told. The secret stands nowhere in it: it is read from
 * the environment as {@code CORDON_TOKEN}.
 */
enum SenderKind {
    CURL("curl") {
        @Override
        String told(URI to, LogSource source) {
            return """
                    export CORDON_TOKEN=…
                    for log in %1$s; do
                      curl --fail --data-binary @"$log" \\
                        -H @<(printf 'Authorization: Bearer %%s' "$CORDON_TOKEN") \\
                        -H "Content-Type: text/plain" \\
                        -H "Idempotency-Key: $(sha256sum < "$log" | cut -c1-64)" \\
                        %2$s/ingest/v1/%3$s/lines
                    done
                    """
                    .formatted(path(source), base(to), source.id());
        }
    },
    FLUENT_BIT("Fluent Bit") {
        @Override
        String told(URI to, LogSource source) {
            boolean json = source.format().hasJsonLines();
            return """
                    [SERVICE]
                        Parsers_File   /etc/fluent-bit/parsers.conf

                    [INPUT]
                        Name           tail
                        Path           %1$s
                        DB             /var/lib/fluent-bit/cordon.db
                        Read_from_Head On
                        Tag            cordon
                    %2$s
                    [OUTPUT]
                        Name           http
                        Match          cordon
                        Host           %3$s
                        Port           %4$d
                        TLS            %5$s
                        URI            /ingest/v1/%6$s/events
                        Format         json
                        Compress       gzip
                        Retry_Limit    no_limits
                        Header         Authorization Bearer ${CORDON_TOKEN}
                    """
                    .formatted(
                            path(source),
                            json ? "    Parser         json\n" : "",
                            to.getHost(),
                            port(to),
                            isSecure(to) ? "On" : "Off",
                            source.id());
        }
    },
    VECTOR("Vector") {
        @Override
        String told(URI to, LogSource source) {
            return """
                    [sources.log]
                    type = "file"
                    include = ["%s"]

                    [sinks.cordon]
                    type = "http"
                    inputs = ["log"]
                    uri = "%s/ingest/v1/%s/lines"
                    method = "post"
                    compression = "gzip"
                    encoding.codec = "text"
                    framing.method = "newline_delimited"
                    auth.strategy = "bearer"
                    auth.token = "${CORDON_TOKEN}"
                    """
                    .formatted(path(source), base(to), source.id());
        }
    },
    FILEBEAT("Filebeat, Logstash") {
        @Override
        String told(URI to, LogSource source) {
            return """
                    input { beats { port => 5044 } }
                    output {
                      http {
                        url => "%s/ingest/v1/%s/events"
                        http_method => "post"
                        format => "json_batch"
                        http_compression => true
                        headers => { "Authorization" => "Bearer ${CORDON_TOKEN}" }
                      }
                    }
                    """
                    .formatted(base(to), source.id());
        }
    },
    SYSLOG("rsyslog") {
        @Override
        String told(URI to, LogSource source) {
            return """
                    # /etc/cordon/cordon.yaml, with Cordon
                    cordon.syslog.listeners:
                      - source: %1$s
                        port: 6514
                        address: 0.0.0.0
                        from: [192.0.2.0/28]
                        tls: senders
                    spring.ssl.bundle.pem.senders.keystore:
                      certificate: file:/etc/cordon/tls/fullchain.pem
                      private-key: file:/etc/cordon/tls/privkey.pem

                    # /etc/rsyslog.d/cordon.conf, on the web server, with the package rsyslog-gnutls
                    global(DefaultNetstreamDriverCAFile="/etc/ssl/certs/ca-certificates.crt")
                    module(load="imfile")
                    input(type="imfile" File="%2$s" Tag="web:")
                    action(type="omfwd" Target="%3$s" Port="6514" Protocol="tcp" TCP_Framing="octet-counted"
                           StreamDriver="gtls" StreamDriverMode="1" StreamDriverAuthMode="x509/name"
                           StreamDriverPermittedPeers="%3$s"
                           queue.type="LinkedList" queue.filename="cordon" queue.saveOnShutdown="on"
                           action.resumeRetryCount="-1")
                    """
                    .formatted(source.id(), path(source), to.getHost());
        }
    };

    private final String label;

    SenderKind(String label) {
        this.label = label;
    }

    /** The program's name, the same in every language. */
    String label() {
        return label;
    }

    /**
     * What to put into its settings, or to type.
     *
     * @param to where Cordon is reached
     */
    abstract String told(URI to, LogSource source);

    private static String base(URI to) {
        var text = to.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean isSecure(URI to) {
        return "https".equals(to.getScheme());
    }

    private static int port(URI to) {
        if (to.getPort() > 0) {
            return to.getPort();
        }
        return isSecure(to) ? 443 : 80;
    }

    /** Where such a log lies on most servers. */
    private static String path(LogSource source) {
        return switch (source.format().text()) {
            case "nginx-error" -> "/var/log/nginx/error.log";
            case "apache-error" -> "/var/log/apache2/error.log";
            case "php-error" -> "/var/www/html/wp-content/debug.log";
            case "woocommerce" -> "/var/www/html/wp-content/uploads/wc-logs/*.log";
            case "events" -> "/var/log/shop/events.json";
            case "vhost-combined" -> "/var/log/apache2/other_vhosts_access.log";
            default -> "/var/log/nginx/access.log";
        };
    }
}

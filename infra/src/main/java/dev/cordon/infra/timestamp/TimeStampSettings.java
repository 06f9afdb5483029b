package dev.cordon.infra.timestamp;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who stamps the ledger.
 *
 * @param address where the first authority takes requests by HTTP (RFC 3161, section 3.4); empty
 *     for none
 * @param authorizationFile a file that holds the value of the header {@code Authorization} for it;
 *     empty for none
 * @param secondAddress another authority; empty for none
 * @param secondAuthorizationFile the same for that one
 * @param roots a PEM file with the roots that their certificates lead to; empty: not asked
 * @param policy the policy's object identifier that is asked for; empty: the authority's own
 * @param every how often a ledger that grew is stamped
 * @param answerTimeout how long one answer may take altogether
 * @param loopback whether an authority on this machine may be asked: for tests
 */
@ConfigurationProperties("cordon.tsa")
record TimeStampSettings(
        @DefaultValue("") String address,
        @DefaultValue("") String authorizationFile,
        @DefaultValue("") String secondAddress,
        @DefaultValue("") String secondAuthorizationFile,
        @DefaultValue("") String roots,
        @DefaultValue("") String policy,
        @DefaultValue("1h") Duration every,
        @DefaultValue("20s") Duration answerTimeout,
        @DefaultValue("false") boolean loopback) {

    /** One authority's address and the file with its credentials. */
    record Authority(URI address, @Nullable Path authorization) {

        Authority {
            var scheme = address.getScheme();
            if (address.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
                throw new IllegalArgumentException(
                        "A time-stamp authority's address in cordon.tsa begins with https:// or"
                                + " http:// and names a host. Nothing was started.");
            }
            if (address.getUserInfo() != null
                    || authorization != null && !"https".equals(scheme) && !isLoopback(address)) {
                throw new IllegalArgumentException(
                        "A time-stamp authority's address in cordon.tsa holds no password, and one"
                                + " with credentials begins with https://. Nothing was started.");
            }
        }

        private static boolean isLoopback(URI address) {
            return "127.0.0.1".equals(address.getHost()) || "localhost".equals(address.getHost());
        }

        /** A port is a part of the name, a path is not. */
        String name() {
            return address.getAuthority();
        }
    }

    TimeStampSettings {
        if (!every.isPositive() || !answerTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "cordon.tsa.every and cordon.tsa.answer-timeout are longer than nothing");
        }
    }

    List<Authority> authorities() {
        var all = new ArrayList<Authority>();
        add(all, address, authorizationFile);
        add(all, secondAddress, secondAuthorizationFile);
        return all;
    }

    private static void add(List<Authority> all, String address, String authorization) {
        if (!address.isBlank()) {
            all.add(
                    new Authority(
                            URI.create(address.strip()),
                            authorization.isBlank() ? null : Path.of(authorization.strip())));
        }
    }
}

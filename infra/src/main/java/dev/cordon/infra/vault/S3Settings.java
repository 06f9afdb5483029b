package dev.cordon.infra.vault;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which bucket holds the evidence.
 *
 * @param endpoint where the storage answers, {@code https://…}; empty for Amazon's own
 * @param region the bucket's
 * @param bucket empty if evidence lies in a folder
 * @param prefix before the names of all objects, such as {@code cordon/}; may be empty
 * @param accessKey empty where the surroundings give credentials (AWS's usual chain)
 * @param secretKey goes with it
 * @param pathStyle whether the bucket is named in the path, as most storages but Amazon's want
 * @param timeout how long one try of one request may take
 */
@ConfigurationProperties("cordon.vault.s3")
record S3Settings(
        @DefaultValue("") String endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String bucket,
        @DefaultValue("") String prefix,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("false") boolean pathStyle,
        @DefaultValue("2m") Duration timeout) {

    S3Settings {
        endpoint = endpoint.strip();
        bucket = bucket.strip();
        prefix = prefix.strip();
        if (!bucket.isEmpty()) {
            requireSafe(endpoint);
            if (accessKey.isBlank() != secretKey.isBlank()) {
                throw new IllegalArgumentException(
                        "CORDON_S3_ACCESS_KEY and CORDON_S3_SECRET_KEY go together, and one of them is"
                                + " missing. Set both, or neither and give credentials in one of AWS's"
                                + " usual ways.");
            }
            if (!prefix.isEmpty() && !prefix.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*/")) {
                throw new IllegalArgumentException(
                        "CORDON_S3_PREFIX is %s. It has to be empty or such as cordon/ or a/b/."
                                .formatted(prefix));
            }
        }
    }

    private static void requireSafe(String endpoint) {
        if (endpoint.isEmpty()) {
            return;
        }
        var address = URI.create(endpoint);
        var host = address.getHost();
        boolean isHttp = "http".equals(address.getScheme());
        if (host == null || !isHttp && !"https".equals(address.getScheme())) {
            throw new IllegalArgumentException(
                    "CORDON_S3_ENDPOINT is no address. It has to be such as"
                            + " https://s3.eu-central-1.example.com.");
        }
        if (isHttp && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    "CORDON_S3_ENDPOINT begins with http:, and what is sent there could be read and"
                            + " changed on the way. Nothing was sent. Use https:; http: is for this machine"
                            + " alone.");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    boolean isSet() {
        return !bucket.isEmpty();
    }

    /** Never with the secret. */
    @Override
    public String toString() {
        return "bucket %s%s at %s"
                .formatted(
                        bucket,
                        prefix.isEmpty() ? "" : "/" + prefix,
                        endpoint.isEmpty() ? "Amazon S3 in " + region : endpoint);
    }
}

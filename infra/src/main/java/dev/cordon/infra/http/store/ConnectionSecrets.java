package dev.cordon.infra.http.store;

import dev.cordon.domain.store.Connection;
import dev.cordon.domain.store.EdgeToken;
import dev.cordon.domain.store.RestCredential;
import dev.cordon.domain.store.ShellAccess;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What opens a connection, as it comes in. It is never sent out, nor written into a text form. */
interface ConnectionSecrets {

    Connection connection();

    /** A WooCommerce REST key. */
    record WooKeyJson(
            @NotBlank @Size(max = 100) String consumerKey,
            @NotBlank @Size(max = 100) String consumerSecret)
            implements ConnectionSecrets {

        @Override
        public Connection connection() {
            return new RestCredential.WooKey(consumerKey, consumerSecret);
        }

        @Override
        public String toString() {
            return "a WooCommerce key";
        }
    }

    /** An application password of a WordPress user. */
    record ApplicationPasswordJson(
            @NotBlank @Size(max = 100) String user, @NotBlank @Size(max = 100) String password)
            implements ConnectionSecrets {

        @Override
        public Connection connection() {
            return new RestCredential.ApplicationPassword(user, password);
        }

        @Override
        public String toString() {
            return "an application password";
        }
    }

    /**
     * A login over SSH.
     *
     * @param port 22 unless said
     * @param privateKey in OpenSSH's or PEM form, without a password
     * @param hostKey the host's public key, such as {@code ssh-ed25519 AAAA…}: compare it first
     * @param path the folder of WordPress
     */
    record ShellAccessJson(
            @NotBlank @Size(max = 253) String host,
            @Nullable @Min(1) @Max(65_535) Integer port,
            @NotBlank @Size(max = 64) String user,
            @NotBlank @Size(max = 20_000) String privateKey,
            @NotBlank @Size(max = 3_000) String hostKey,
            @NotBlank @Size(max = 1_000) String path)
            implements ConnectionSecrets {

        @Override
        public Connection connection() {
            return new ShellAccess(host, port == null ? 22 : port, user, privateKey, hostKey, path);
        }

        @Override
        public String toString() {
            return "an SSH login";
        }
    }

    /** A token of the network in front of the store (Cloudflare). */
    record EdgeTokenJson(
            @NotBlank @Size(max = 40) String zone, @NotBlank @Size(max = 300) String token)
            implements ConnectionSecrets {

        @Override
        public Connection connection() {
            return new EdgeToken(zone, token);
        }

        @Override
        public String toString() {
            return "a CDN token";
        }
    }
}

package dev.cordon.domain.store;

/**
 * What Cordon shows to a store to be let in. The text form never holds a secret.
 *
 * <p>A {@link WooKey} opens WooCommerce's routes alone. An {@link ApplicationPassword} of an
 * administrator opens WordPress's routes (plugins, users) as well.
 */
public sealed interface RestCredential extends Connection {

    /** What is sent as the user of HTTP Basic; not secret. */
    String user();

    /** What is sent as the password of HTTP Basic. */
    String secret();

    /** A WooCommerce REST API key: {@code ck_…} and {@code cs_…}. */
    record WooKey(String consumerKey, String consumerSecret) implements RestCredential {
        public WooKey {
            consumerKey = consumerKey.strip();
            consumerSecret = consumerSecret.strip();
            if (!consumerKey.matches("ck_[0-9A-Za-z]{8,64}")) {
                throw new IllegalArgumentException("a consumer key looks like ck_ and 40 digits");
            }
            if (!consumerSecret.matches("cs_[0-9A-Za-z]{8,64}")) {
                throw new IllegalArgumentException(
                        "a consumer secret looks like cs_ and 40 digits");
            }
        }

        @Override
        public String user() {
            return consumerKey;
        }

        @Override
        public String secret() {
            return consumerSecret;
        }

        @Override
        public ConnectionKind kind() {
            return ConnectionKind.REST_KEY;
        }

        /** The last seven characters, as WooCommerce lists its keys. */
        @Override
        public String toString() {
            return "WooCommerce key …" + consumerKey.substring(consumerKey.length() - 7);
        }
    }

    /** A WordPress application password of one user; its spaces mean nothing. */
    record ApplicationPassword(String user, String password) implements RestCredential {
        public ApplicationPassword {
            user = user.strip();
            password = password.replace(" ", "");
            if (user.isEmpty() || user.contains(":")) {
                throw new IllegalArgumentException(
                        "an application password belongs to a user name");
            }
            if (!password.matches("[0-9A-Za-z]{16,64}")) {
                throw new IllegalArgumentException(
                        "an application password has 24 letters and digits; it is not the login"
                                + " password");
            }
        }

        @Override
        public String secret() {
            return password;
        }

        @Override
        public ConnectionKind kind() {
            return ConnectionKind.APPLICATION_PASSWORD;
        }

        @Override
        public String toString() {
            return "application password of " + user;
        }
    }
}

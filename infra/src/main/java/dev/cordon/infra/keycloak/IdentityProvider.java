package dev.cordon.infra.keycloak;

import java.net.URI;

/**
 * The Keycloak realm that people log in to, and the two clients it knows us by.
 *
 * @param issuer the realm's address, {@code https://id.example.org/realms/cordon}
 * @param console the client of the login
 * @param directory the client that reads who is on the team
 */
record IdentityProvider(URI issuer, Client console, Client directory) {

    /** A confidential client; its secret stays out of every text. */
    record Client(String id, String secret) {
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /** The server below which the realm lies. */
    String server() {
        var text = issuer.toString();
        return text.substring(0, text.lastIndexOf("/realms/"));
    }

    String realm() {
        var text = issuer.toString();
        return text.substring(text.lastIndexOf("/realms/") + "/realms/".length());
    }
}

package dev.cordon.domain.store;

import java.time.Duration;

/**
 * Why a store's answer could not be used. Each says what happened and what to do; in none of them
 * was anything in the store changed.
 */
public sealed interface StoreFailure {

    /** One plain sentence or two, in English, with no secret and no customer's data in it. */
    String sentence();

    /** No credential of the kind this route asks for is stored. */
    record NoCredential(String wanted) implements StoreFailure {
        @Override
        public String sentence() {
            return "No " + wanted + " is stored for this store. Add one under Stores.";
        }
    }

    /** The store does not know the key, or treated the call as nobody's. */
    record WrongKey() implements StoreFailure {
        @Override
        public String sentence() {
            return "The store does not accept this key or user. Check that it was copied whole and"
                    + " not revoked, and that the web server passes the Authorization header on.";
        }
    }

    /** The store knows the key; its secret is another one. */
    record WrongSecret() implements StoreFailure {
        @Override
        public String sentence() {
            return "The store knows the key but its secret is wrong. Copy the secret again or make"
                    + " a new key.";
        }
    }

    /** The credential is right and its user or its mode does not allow this. */
    record NotPermitted(String code) implements StoreFailure {
        @Override
        public String sentence() {
            return ("The store refused this (%s): the key or its user lacks the right. Use a key of"
                            + " an administrator or shop manager, with read/write where Cordon shall act.")
                    .formatted(code);
        }
    }

    /** Secrets are not sent unencrypted, and WooCommerce would ignore them there. */
    record PlainHttp() implements StoreFailure {
        @Override
        public String sentence() {
            return "The store's address is http. WooCommerce ignores keys there, so none was sent."
                    + " Change the address to https.";
        }
    }

    /** A page for people came where data was expected: a login, a challenge, an error page. */
    record HtmlInsteadOfJson(int status) implements StoreFailure {
        @Override
        public String sentence() {
            return ("The store answered with a web page instead of data (status %d). A firewall,"
                            + " a coming-soon page or plain permalinks do that; allow /wp-json/ for Cordon.")
                    .formatted(status);
        }
    }

    /** The data was not JSON, or not of the shape that WooCommerce describes. */
    record NotUnderstood(String why) implements StoreFailure {
        @Override
        public String sentence() {
            return ("The store's answer could not be understood: %s. A plugin that prints warnings"
                            + " into answers does that; look at the store's debug log.")
                    .formatted(why);
        }
    }

    /** The store itself broke down over the call. */
    record ServerError(int status) implements StoreFailure {
        @Override
        public String sentence() {
            return status == 503
                    ? "The store says it is unavailable (503): overloaded or in maintenance mode."
                            + " Try again when it is back."
                    : "The store failed with status %d. Its PHP error log says why; try again later."
                            .formatted(status);
        }
    }

    /** The store asks for fewer calls. */
    record RateLimited(Duration retryAfter) implements StoreFailure {
        @Override
        public String sentence() {
            return "The store asks for a pause of %d seconds (429). Try again then."
                    .formatted(retryAfter.toSeconds());
        }
    }

    /** The store pointed elsewhere; a key is never carried to another address. */
    record Redirected(String where) implements StoreFailure {
        @Override
        public String sentence() {
            return ("The store redirects to %s. Redirects are not followed; if that is the store's"
                            + " real address, enter it.")
                    .formatted(where);
        }
    }

    /** No complete answer came in time. */
    record TimedOut(Duration waited) implements StoreFailure {
        @Override
        public String sentence() {
            return ("The store did not finish its answer within %d seconds. Try again, or look at"
                            + " the store's load.")
                    .formatted(waited.toSeconds());
        }
    }

    /** The answer broke off before its end. */
    record Truncated() implements StoreFailure {
        @Override
        public String sentence() {
            return "The store's answer broke off before its end and was not used. Try again.";
        }
    }

    /** The answer is larger than Cordon takes in. */
    record TooLarge(long limit) implements StoreFailure {
        @Override
        public String sentence() {
            return "The store's answer is larger than %d bytes and was not read to its end."
                    .formatted(limit);
        }
    }

    /** Nobody answers at that address. */
    record Unreachable(String why) implements StoreFailure {
        @Override
        public String sentence() {
            return "The store cannot be reached: %s. Check the address and whether the store is up."
                    .formatted(why);
        }
    }

    /** The encrypted connection could not be trusted. */
    record TlsRefused(String why) implements StoreFailure {
        @Override
        public String sentence() {
            return ("The store's certificate was not accepted (%s), so no key was sent. Renew or"
                            + " correct the certificate.")
                    .formatted(why);
        }
    }

    /** The name leads into a private network, where no store of a customer lives. */
    record ForbiddenAddress(String host) implements StoreFailure {
        @Override
        public String sentence() {
            return "%s leads to a private or reserved network address, which Cordon does not call."
                    .formatted(host);
        }
    }

    /** The store has no such route: a plugin is missing or an old version runs. */
    record NoSuchRoute(String route) implements StoreFailure {
        @Override
        public String sentence() {
            return "The store has no route %s. The plugin that offers it is missing or inactive."
                    .formatted(route);
        }
    }
}

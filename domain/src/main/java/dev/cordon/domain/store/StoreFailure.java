package dev.cordon.domain.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a store's answer could not be used. In none of these was anything in the store changed.
 *
 * <p>The sentences are English and hold no secret and no customer's data.
 */
public sealed interface StoreFailure {

    /** One plain sentence. */
    String whatHappened();

    /** What a person can do about it. */
    String whatToDo();

    default String sentence() {
        return whatHappened() + " " + whatToDo();
    }

    /** Whether the same call may well be answered a little later, with nothing done about it. */
    default boolean mayPass() {
        return switch (this) {
            case ServerError _, RateLimited _, TimedOut _, Truncated _, Unreachable _ -> true;
            case NoCredential _,
                    WrongKey _,
                    WrongSecret _,
                    SignatureRefused _,
                    NotPermitted _,
                    PlainHttp _,
                    HtmlInsteadOfJson _,
                    NotUnderstood _,
                    SensorRefused _,
                    Redirected _,
                    TooLarge _,
                    TlsRefused _,
                    ForbiddenAddress _,
                    NoSuchRoute _,
                    NotThere _,
                    HostKeyChanged _,
                    LoginRefused _,
                    CommandFailed _ ->
                    false;
        };
    }

    /** No credential of the kind this route asks for is stored. */
    record NoCredential(String wanted) implements StoreFailure {
        @Override
        public String whatHappened() {
            return "No " + wanted + " is stored for this store.";
        }

        @Override
        public String whatToDo() {
            return "Add one under Stores.";
        }
    }

    /** The store does not know the key, or treated the call as nobody's. */
    record WrongKey() implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store does not accept this key or user.";
        }

        @Override
        public String whatToDo() {
            return "Check that it was copied whole and not revoked, and that the web"
                    + " server passes the Authorization header on.";
        }
    }

    /** The store knows the key; its secret is another one, or its mode is too narrow. */
    record WrongSecret() implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store knows the key but refuses its secret.";
        }

        @Override
        public String whatToDo() {
            return "Copy the secret again, or make a new key with read rights.";
        }
    }

    /** The store reads another address or another time than what the key has signed. */
    record SignatureRefused() implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store's address is http, where keys sign each call, and it refuses the"
                    + " signature.";
        }

        @Override
        public String whatToDo() {
            return "Check the secret, that the address here is the one under Settings, General,"
                    + " and that both clocks are right. Better, change the store to https.";
        }
    }

    /** The credential is right and its user or its mode does not allow this. */
    record NotPermitted(String code) implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store refused this (" + code + "): the key or its user lacks the right.";
        }

        @Override
        public String whatToDo() {
            return "Use a key of an administrator or shop manager, with read/write"
                    + " where Cordon shall act.";
        }
    }

    /** A password is not sent unencrypted, and WordPress would ignore it there. */
    record PlainHttp() implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store's address is http, where WordPress ignores application passwords and others"
                    + " could read them; none was sent.";
        }

        @Override
        public String whatToDo() {
            return "Change the store's address to https.";
        }
    }

    /** A page for people came where data was expected: a login, a challenge, an error page. */
    record HtmlInsteadOfJson(int status) implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store answered with a web page instead of data (status " + status + ").";
        }

        @Override
        public String whatToDo() {
            return "A firewall, a coming-soon page or plain permalinks do that:"
                    + " let Cordon reach /wp-json/.";
        }
    }

    /** The data was not JSON, or not of the shape that WooCommerce describes. */
    record NotUnderstood(String why) implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store's answer could not be understood: " + why + ".";
        }

        @Override
        public String whatToDo() {
            return "A plugin that prints warnings into answers does that:"
                    + " look at the store's debug log.";
        }
    }

    /**
     * The sensor plugin understood the command and did not follow it.
     *
     * @param storeTime what time it is there, where that is the reason; null elsewhere
     */
    record SensorRefused(String code, @Nullable Instant storeTime) implements StoreFailure {

        public SensorRefused(String code) {
            this(code, null);
        }

        @Override
        public String whatHappened() {
            return "The store's sensor plugin refused the command (" + code + ").";
        }

        @Override
        public String whatToDo() {
            return switch (code) {
                case "cordon_sensor_signature" ->
                        "It has another secret: give the sensor out anew on the store's page and"
                                + " upload it in WordPress.";
                case "cordon_sensor_time" ->
                        "The clocks of the store and of Cordon differ by more than a day:"
                                + " set them right.";
                default -> "Look at what was asked for, and whether the plugin is up to date.";
            };
        }
    }

    /** The store itself broke down over the call. */
    record ServerError(int status) implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store failed with status "
                    + status
                    + (status == 503 ? ": overloaded or in maintenance mode." : ".");
        }

        @Override
        public String whatToDo() {
            return "Its PHP error log says why. Try again when it is back.";
        }
    }

    /** The store asks for fewer calls, and is not called before that time is over. */
    record RateLimited(Duration retryAfter) implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store asked for a pause.";
        }

        @Override
        public String whatToDo() {
            return "Try again in " + Math.max(retryAfter.toSeconds(), 1) + " seconds.";
        }
    }

    /** The store pointed elsewhere; a key is never carried to another address. */
    record Redirected(String where) implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store redirects to " + where + ", and redirects are not followed.";
        }

        @Override
        public String whatToDo() {
            return "If that is the store's real address, enter it.";
        }
    }

    /** No complete answer came in time. */
    record TimedOut(Duration waited) implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store did not finish its answer within " + waited.toSeconds() + " seconds.";
        }

        @Override
        public String whatToDo() {
            return "Try again, or look at the store's load.";
        }
    }

    /** The answer broke off before its end. */
    record Truncated() implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store's answer broke off before its end and was not used.";
        }

        @Override
        public String whatToDo() {
            return "Try again.";
        }
    }

    /** The answer is larger than Cordon takes in. */
    record TooLarge(long limit) implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store's answer is larger than "
                    + limit
                    + " bytes and was not read to its end.";
        }

        @Override
        public String whatToDo() {
            return "A plugin that adds data to answers does that: look at what the store sends.";
        }
    }

    /** Nobody answers at that address. */
    record Unreachable(String why) implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store cannot be reached: " + why + ".";
        }

        @Override
        public String whatToDo() {
            return "Check the address and whether the store is up.";
        }
    }

    /** The encrypted connection could not be trusted. */
    record TlsRefused(String why) implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store's certificate was not accepted (" + why + "), so no key was sent.";
        }

        @Override
        public String whatToDo() {
            return "Renew or correct the certificate.";
        }
    }

    /** The name leads into a private network, where no store of a customer lives. */
    record ForbiddenAddress(String host) implements StoreFailure {
        @Override
        public String whatHappened() {
            return host
                    + " leads to a private or reserved network address, which Cordon"
                    + " does not call.";
        }

        @Override
        public String whatToDo() {
            return "Enter the public address of the store.";
        }
    }

    /** The store has no such route: a plugin is missing or an old version runs. */
    record NoSuchRoute(String route) implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store has no route " + route + ".";
        }

        @Override
        public String whatToDo() {
            return "Install or activate the plugin that offers it.";
        }
    }

    /** The route is there; what it was asked about is not, or not any more. */
    record NotThere(String code) implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The store does not have what it was asked about (" + code + ").";
        }

        @Override
        public String whatToDo() {
            return "Somebody may have deleted it: look in the store.";
        }
    }

    /** The host showed another key than the one it is known by: nothing was sent to it. */
    record HostKeyChanged(String host) implements StoreFailure {
        @Override
        public String whatHappened() {
            return host + " showed another host key than the one that is kept; nothing was sent.";
        }

        @Override
        public String whatToDo() {
            return "Ask the host whether it was set up anew. If so, enter its new key;"
                    + " if not, somebody may be standing in between.";
        }
    }

    /** The host knows the user or the key not, or not both together. */
    record LoginRefused(String user) implements StoreFailure {
        @Override
        public String whatHappened() {
            return "The host does not let " + user + " in with this key.";
        }

        @Override
        public String whatToDo() {
            return "Add the public half of the key to the account's authorized_keys.";
        }
    }

    /**
     * The command did not do what was asked.
     *
     * @param what the command's name, such as {@code wp plugin list}; without values
     */
    record CommandFailed(String what, int exit) implements StoreFailure {
        @Override
        public String whatHappened() {
            return "On the store's host, " + what + " ended with code " + exit + ".";
        }

        @Override
        public String whatToDo() {
            return exit == 127
                    ? "Install WP-CLI on the host, or correct the path of WordPress."
                    : "Run it there by hand to see what it says.";
        }
    }
}

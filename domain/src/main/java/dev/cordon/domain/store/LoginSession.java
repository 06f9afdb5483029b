package dev.cordon.domain.store;

import java.time.Instant;

/**
 * The store's own record that an account logged in: the only thing that names the account.
 *
 * @param address the network address it came from
 * @param madeUp whether a stand-in store made it up for show
 */
public record LoginSession(
        StoreCustomer account,
        String address,
        Instant loggedInAt,
        String userAgent,
        boolean madeUp) {

    @Override
    public String toString() {
        return "login of " + account + " at " + loggedInAt;
    }
}

package dev.cordon.domain.detection.engine;

/**
 * How wide the description of an attacker is drawn while many addresses fail together.
 *
 * <p>Customers log in and mistype during an attack too, and an access log does not say who is who.
 * What it shows: a customer's browser has loaded pages, styles or scripts of the shop before, and
 * says from which page the form was sent; a tool goes straight to the login. The narrowest
 * description is used that covers at least half of the failing addresses, because during an attack
 * the attackers are the majority: a tool that imitates the one feature is still caught by the next.
 */
enum Likeness {
    /** Came straight to the login, and does not look like somebody who mistyped once or twice. */
    STRANGER {
        @Override
        boolean covers(LoginTries tries) {
            return tries.isCold() && !tries.isPolite();
        }
    },
    /** Came straight to the login, as politely as can be. */
    COLD {
        @Override
        boolean covers(LoginTries tries) {
            return tries.isCold();
        }
    },
    /** Failed. Names mistyping customers too; needed where the tool behaves like a browser. */
    ANYBODY {
        @Override
        boolean covers(LoginTries tries) {
            return true;
        }
    };

    abstract boolean covers(LoginTries tries);

    /** The next wider one; the widest stays. */
    Likeness wider() {
        return this == STRANGER ? COLD : ANYBODY;
    }
}

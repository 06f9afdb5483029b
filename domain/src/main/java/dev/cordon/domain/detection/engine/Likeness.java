package dev.cordon.domain.detection.engine;

/**
 * How wide the description of an attacker is drawn while many addresses do the same.
 *
 * <p>Customers log in, mistype and search during an attack too, and an access log does not say who
 * is who. What it shows: a customer's browser has loaded pages, styles or scripts of the shop
 * before, and says from which page a form was sent; a tool goes straight to its target. The
 * narrowest description is used that covers at least half of the addresses, because during an
 * attack the attackers are the majority: a tool that imitates the one feature is still caught by
 * the next.
 */
enum Likeness {
    /** Came straight to the target, and does not look like somebody who mistyped once or twice. */
    STRANGER {
        @Override
        boolean covers(Trail events) {
            return events.isColdMostly() && !isPolite(events);
        }
    },
    /** Came straight to the target, as politely as can be. */
    COLD {
        @Override
        boolean covers(Trail events) {
            return events.isColdMostly();
        }
    },
    /** Loaded pages without what belongs to them. */
    BARE {
        @Override
        boolean covers(Trail events) {
            return events.isBareMostly();
        }
    },
    /** Did it. Names customers too; needed where the tool behaves like a browser. */
    ANYBODY {
        @Override
        boolean covers(Trail events) {
            return true;
        }
    };

    /** A customer who mistypes tries again; hardly a third time without looking for help. */
    private static final int HUMAN_TRIES = 2;

    abstract boolean covers(Trail events);

    /** Whether it covers customers' browsers too. */
    boolean namesBrowsers() {
        return this == BARE || this == ANYBODY;
    }

    /** The next wider one; the widest stays. */
    Likeness wider() {
        return switch (this) {
            case STRANGER -> COLD;
            case COLD -> BARE;
            case BARE, ANYBODY -> ANYBODY;
        };
    }

    private static boolean isPolite(Trail events) {
        return events.alwaysSaidWhereFrom()
                && events.size() <= HUMAN_TRIES
                && !events.hasChangedAgent();
    }
}

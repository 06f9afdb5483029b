package dev.cordon.domain.incident;

/**
 * What is known when the severity is computed. {@code UNKNOWN} is a real answer and counts as the
 * worse case of its column.
 *
 * @param surface what of the store is touched
 * @param impact what the attacker achieved there
 * @param data whose data was within reach
 * @param spread how many stores
 * @param attackerActive whether the attack goes on
 * @param peopleAffected how many people at most, by what is known now
 */
public record SeverityInputs(
        Surface surface,
        Impact impact,
        DataClass data,
        Spread spread,
        Answer attackerActive,
        int peopleAffected) {

    public enum Surface {
        CHECKOUT,
        ADMINISTRATION,
        DATABASE,
        CUSTOMER_LOGIN,
        PRODUCT_PAGES,
        SEARCH,
        SUPPLIER,
        UNKNOWN
    }

    public enum Impact {
        ATTEMPTED,
        DEGRADED,
        CHANGED,
        ENTERED,
        TAKEN_OVER,
        UNKNOWN
    }

    public enum DataClass {
        NONE,
        PERSONAL,
        PAYMENT,
        UNKNOWN
    }

    public enum Spread {
        ONE_STORE,
        SEVERAL_STORES,
        UNKNOWN
    }

    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    public SeverityInputs {
        if (peopleAffected < 0) {
            throw new IllegalArgumentException("a number of people is not negative");
        }
    }

    public SeverityInputs withPeopleAffected(int people) {
        return new SeverityInputs(surface, impact, data, spread, attackerActive, people);
    }
}

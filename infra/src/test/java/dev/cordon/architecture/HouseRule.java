package dev.cordon.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule and the class below {@code probe} that breaks it.
 *
 * @param probe the simple name of that class
 */
record HouseRule(String probe, ArchRule rule) {

    static HouseRule seenRedBy(String probe, ArchRule rule) {
        return new HouseRule(probe, rule);
    }

    @Override
    public String toString() {
        return rule.getDescription();
    }
}

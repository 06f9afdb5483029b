package dev.cordon.domain.detection;

/** Why an address is named as attacking: what the log shows of it, no more. */
public enum Sign {
    /** It did it more often in a short time than a person does. */
    MANY_EVENTS,
    /** It asked for what it attacks and nothing else: no picture, no script, no other page. */
    NO_OTHER_PAGE,
    /** It never said from which page it came, as browsers of the shop's customers do. */
    NO_REFERER,
    /** It came as different programs within one campaign. */
    CHANGING_USER_AGENT,
    /** It sent what only an attack sends. */
    ATTACK_PATTERN,
    /** It behaves as most addresses do that did the same while the attack ran. */
    LIKE_THE_MAJORITY,
    /** Whoever reported the alert names it. */
    NAMED_BY_REPORTER
}

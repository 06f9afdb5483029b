package dev.cordon.domain.detection;

/** Why an address is named as attacking: what the log shows of it, no more. */
public enum Sign {
    /** It failed more often in a short time than a person does. */
    MANY_FAILURES,
    /** It asked for the login page and nothing else: no picture, no script, no other page. */
    NO_OTHER_PAGE,
    /** It sent its login without saying from which page, as no browser of the shop's customers. */
    NO_REFERER,
    /** It came as different programs within one campaign. */
    CHANGING_USER_AGENT,
    /** It behaves as most failing addresses do while the attack runs. */
    LIKE_THE_MAJORITY
}

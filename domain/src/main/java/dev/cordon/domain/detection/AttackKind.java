package dev.cordon.domain.detection;

import java.util.List;
import java.util.Optional;

/** What kind of attack a campaign is, with the techniques of MITRE ATT&CK that it usually means. */
public enum AttackKind {
    /** Passwords are guessed: few addresses with many tries, or many slowly. */
    LOGIN_BRUTEFORCE("login-bruteforce", "T1110.001", "T1110.003"),
    /** Many addresses try stolen name and password pairs, each with few tries. */
    CREDENTIAL_STUFFING("credential-stuffing", "T1110.004"),
    /** SQL in what the store takes for a search or a number. */
    SQL_INJECTION("sql-injection", "T1190"),
    /** Script or markup for somebody else's browser. */
    CROSS_SITE_SCRIPTING("cross-site-scripting", "T1189"),
    /** Paths, commands, templates or objects where data belongs. */
    CODE_INJECTION("code-injection", "T1190"),
    /** So many searches that the store gives way. */
    SEARCH_FLOOD("search-flood", "T1499.003"),
    /** So many product or filter pages that the store gives way. */
    PRODUCT_FLOOD("product-flood", "T1499.003"),
    /** Stolen cards are tried at the checkout. */
    CARD_TESTING("card-testing", "T1657"),
    /** The checkout answers with errors, an update's most expensive failure. */
    CHECKOUT_FAILURE("checkout-failure", "T1499"),
    /** Plugins, themes, files and tools are looked for. */
    SCANNER("scanner", "T1595.002", "T1595.003"),
    /** Names of users are collected. */
    USER_ENUMERATION("user-enumeration", "T1589.003"),
    /** The catalogue is copied. */
    SCRAPING("scraping", "T1593"),
    /** Accounts are made by a program. */
    SPAM_REGISTRATION("spam-registration", "T1136"),
    /** A key of the store's interfaces is tried, or used for more than it should be. */
    API_MISUSE("api-misuse", "T1213"),
    /** A session of an administrator does what administrators rarely do. */
    ADMIN_TAKEOVER("admin-takeover", "T1078", "T1136"),
    /** A program of the attacker's runs on the server. */
    WEB_SHELL("web-shell", "T1505.003"),
    /** What protects or takes payments was changed. */
    TAMPERING("tampering", "T1562.001"),
    /** Something that a rule from outside is about. */
    OTHER("other");

    private final String label;
    private final List<String> techniques;

    AttackKind(String label, String... techniques) {
        this.label = label;
        this.techniques = List.of(techniques);
    }

    /** Its name in rules, labels and output. */
    public String label() {
        return label;
    }

    public List<String> techniques() {
        return techniques;
    }

    public static Optional<AttackKind> labelled(String label) {
        for (AttackKind kind : values()) {
            if (kind.label.equals(label)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}

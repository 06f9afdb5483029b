package dev.cordon.domain.store;

/**
 * What a connection check finds beside a {@link StoreFailure}, in English sentences. {@code %s} is
 * the detail.
 */
public enum Finding {
    ANSWERED("The store answered.", ""),
    USER_MAY("The store says that this user may; it was not tried.", ""),
    USER_MAY_NOT(
            "The store says that this user may not.", "Use a key or password of an administrator."),
    /** A read-only key is told the same as one that may write. */
    KEY_MODE_OPEN(
            "The key's user may. Whether the key itself is read-only shows only when something is"
                    + " changed, so it was not tried.",
            "Look under WooCommerce, Settings, Advanced, REST API: Read/Write."),
    HAS_RIGHT("The user has the right %s; it was not tried.", ""),
    LACKS_RIGHT("The user lacks the right %s.", "Use an application password of an administrator."),
    COMMAND_THERE("WP-CLI runs on the host; it was not tried.", ""),
    TOOL_THERE("The host has %s.", ""),
    TOOL_MISSING("The host lacks %s.", "Ask the host to install it."),
    NO_WORDPRESS(
            "There is no WordPress in %s.",
            "Correct the path: it is the folder that holds wp-config.php or wp-load.php."),
    NO_WP_CLI("WP-CLI does not run on the host.", "Ask the host to install WP-CLI (wp-cli.org)."),
    WORDPRESS_BROKEN(
            "WP-CLI runs, but WordPress does not start there.",
            "Run wp core is-installed on the host to see why."),
    NO_WOOCOMMERCE("WordPress runs there without WooCommerce.", "Check the path of the store."),
    MAY_WRITE("The login may write %s.", ""),
    MAY_NOT_WRITE("The login may not write %s.", "Use the login that owns the store's files."),
    MAY_READ("The login may read %s.", ""),
    MAY_NOT_READ(
            "The login finds no log below wp-content that it may read.",
            "Use the login that owns the store's files."),
    TOKEN_MAY("The token may change the firewall of %s; it was not tried.", ""),
    TOKEN_OPEN(
            "The token may read the firewall of %s. Whether it may change it shows only when"
                    + " something is changed.",
            "Give it Zone, Firewall Services, Edit."),
    TOKEN_INACTIVE("The token is %s.", "Make a new token."),
    OTHER_ZONE("The zone is that of %s, not of this store.", "Enter the zone id of the store."),
    SENSOR_SPEAKS("The sensor plugin answers.", ""),
    SENSOR_BROUGHT_NOTHING(
            "The sensor plugin answers, but nothing that it saw has arrived.",
            "Visit the shop once; then check whether the store may reach Cordon by https."),
    NOTES_NOT_KEPT("The notes of it could not be kept by Cordon: %s.", ""),
    LISTING_BROKE_OFF("Listing the files broke off: %s.", ""),
    LISTING_GOES_ON("Listing the files goes on at the next look.", ""),
    NOTHING_SHOWN("No connection is kept by which anything could be seen.", ""),
    LOOK_FAILED("Looking through it failed; the program's log says how.", ""),
    NOT_TRIED("Nothing was found out about it.", "Check again."),
    NOT_CONNECTED("No connection that can do this is kept.", "Connect one of: %s.");

    private final String why;
    private final String whatToDo;

    Finding(String why, String whatToDo) {
        this.why = why;
        this.whatToDo = whatToDo;
    }

    public Reason reason() {
        return about("");
    }

    /**
     * @param detail a name, a folder, a right; no secret and nobody's data
     */
    public Reason about(String detail) {
        return new Reason(name(), detail, why.formatted(detail), whatToDo.formatted(detail));
    }
}

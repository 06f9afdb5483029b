package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.RequestPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One way to log in to a store. A login is a POST; the combined format has no body, so the answer's
 * status alone tells what became of it: the shop redirects whom it lets in, and shows the form
 * again (200), or an error, to whom it refuses. XML-RPC always answers 200.
 */
final class LoginDoor {

    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final Pattern OTHER_FORMS =
            Pattern.compile(
                    "[?&]action=(lostpassword|retrievepassword|resetpass|rp|register|postpass"
                            + "|logout|confirmaction|confirm_admin_email)(&|$)");
    private static final Pattern JETPACK = Pattern.compile("[?&]for=jetpack(&|$)");

    private final String rule;
    private final List<String> paths;
    private final byte[][] pathBytes;
    private final boolean isFile;
    private final Pattern elsewhere;

    /**
     * @param isFile whether the paths are files, which may have a path behind them
     * @param elsewhere queries that make the POST something else than a login
     */
    private LoginDoor(String rule, List<String> paths, boolean isFile, Pattern elsewhere) {
        this.rule = rule;
        this.paths = paths;
        this.pathBytes =
                paths.stream()
                        .map(path -> path.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new);
        this.isFile = isFile;
        this.elsewhere = elsewhere;
    }

    /** The doors of a WooCommerce store. */
    static List<LoginDoor> all(DetectionSettings settings) {
        return List.of(
                new LoginDoor("login.account", settings.accountPaths(), false, NOTHING),
                new LoginDoor("login.wordpress", List.of("/wp-login.php"), true, OTHER_FORMS),
                new LoginDoor("login.xmlrpc", List.of("/xmlrpc.php"), true, JETPACK));
    }

    String rule() {
        return rule;
    }

    List<String> paths() {
        return paths;
    }

    /** Whether this path is the door. */
    boolean isAt(RequestPath path) {
        for (byte[] each : pathBytes) {
            if (isFile ? path.namesFile(each) : path.endsWith(each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a POST to this door is a login at all. */
    boolean isLogin(RequestPath path, EventCursor line) {
        return !path.hasQuery() || !elsewhere.matcher(path.query(line)).find();
    }

    static boolean isAccepted(int status) {
        return status == 302;
    }

    static boolean isRefused(int status) {
        return switch (status) {
            case 200, 401, 403, 429, 503 -> true;
            default -> false;
        };
    }
}

package dev.cordon.woocommerce.store;

import static dev.cordon.woocommerce.store.Findings.failed;
import static dev.cordon.woocommerce.store.Findings.may;
import static dev.cordon.woocommerce.store.Findings.mayNot;

import dev.cordon.application.store.StoreShell;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Finding;
import dev.cordon.domain.store.ShellAccess;
import dev.cordon.domain.store.ShellCommand;
import dev.cordon.domain.store.ShellOutput;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.Verdict;
import org.jspecify.annotations.Nullable;

/** What the login on the store's host lets Cordon do, found out by one script that reads alone. */
final class ShellCheck {

    /** Plugins may break the site, so WordPress starts without them; the options are there. */
    private static final String PHP =
            """
            $c = file_exists(ABSPATH."wp-config.php") ? ABSPATH : dirname(ABSPATH)."/";
            $u = wp_upload_dir(null, false);
            echo "\\n".json_encode(array(
              "wordpress" => $GLOBALS["wp_version"],
              "woocommerce" => get_option("woocommerce_version"),
              "php" => PHP_VERSION,
              "hpos" => get_option("woocommerce_custom_orders_table_enabled"),
              "plugins_writable" => is_writable(WP_PLUGIN_DIR),
              "config_writable" => is_writable($c."wp-config.php"),
              "root_writable" => is_writable(ABSPATH),
              "logs_readable" => is_readable($u["basedir"]."/wc-logs")
                  || is_readable(WP_CONTENT_DIR."/debug.log")));
            """;

    private static final String SCRIPT =
            """
            { test -f wp-load.php || test -f wp-config.php; } && echo 'there wordpress'
            for tool in sha256sum tar gzip mysqldump mariadb-dump; do
              command -v "$tool" >/dev/null 2>&1 && echo "there $tool"
            done
            wp --skip-plugins --skip-themes cli version 2>/dev/null
            wp --skip-plugins --skip-themes eval "$1" 2>/dev/null
            exit 0
            """;

    private static final ConnectionKind WAY = ConnectionKind.SHELL;

    private final StoreShell shell;
    private final Store store;
    private final ShellAccess access;
    private final Findings findings;

    ShellCheck(StoreShell shell, Store store, ShellAccess access, Findings findings) {
        this.shell = shell;
        this.store = store;
        this.access = access;
        this.findings = findings;
    }

    /** What the host says of the store, or null. */
    @Nullable HostReport run() {
        var command = ShellCommand.script("look around", SCRIPT, PHP);
        return switch (shell.run(store, command)) {
            case StoreAnswer.Failed<ShellOutput>(var why) -> {
                findings.rest(WAY, failed(why));
                yield null;
            }
            case StoreAnswer.Ok<ShellOutput>(var said) -> {
                var host = HostReport.of(said.out());
                judge(host);
                yield host;
            }
        };
    }

    private void judge(HostReport host) {
        put(Capability.HASH_FILES, tool(host, "sha256sum"));
        var trouble = trouble(host);
        if (trouble != null) {
            findings.rest(WAY, trouble);
            return;
        }
        put(
                Capability.EXPORT_DATABASE,
                tool(host, host.has("mariadb-dump") ? "mariadb-dump" : "mysqldump"));
        put(
                Capability.READ_LOGS,
                host.is("logs_readable")
                        ? may(Finding.MAY_READ, "wp-content")
                        : mayNot(Finding.MAY_NOT_READ));
        put(Capability.ROLL_BACK_PLUGINS, writing(host, "plugins_writable", "wp-content/plugins"));
        put(Capability.ROTATE_SALTS, writing(host, "config_writable", "wp-config.php"));
        put(Capability.MAINTENANCE_MODE, writing(host, "root_writable", access.path()));
        if (host.wooCommerceVersion() == null) {
            for (var capability : Capability.values()) {
                if (capability.ways().contains(ConnectionKind.REST_KEY)
                        && capability.ways().contains(WAY)) {
                    put(capability, mayNot(Finding.NO_WOOCOMMERCE));
                }
            }
        }
        findings.rest(WAY, may(Finding.COMMAND_THERE));
    }

    private @Nullable Verdict trouble(HostReport host) {
        if (!host.has("wordpress")) {
            return mayNot(Finding.NO_WORDPRESS, access.path());
        }
        if (host.wpCliVersion() == null) {
            return mayNot(Finding.NO_WP_CLI);
        }
        return host.wordPressVersion() == null ? mayNot(Finding.WORDPRESS_BROKEN) : null;
    }

    private static Verdict tool(HostReport host, String tool) {
        return host.has(tool) ? may(Finding.TOOL_THERE, tool) : mayNot(Finding.TOOL_MISSING, tool);
    }

    private static Verdict writing(HostReport host, String field, String what) {
        return host.is(field) ? may(Finding.MAY_WRITE, what) : mayNot(Finding.MAY_NOT_WRITE, what);
    }

    private void put(Capability capability, Verdict verdict) {
        findings.put(capability, WAY, verdict);
    }
}

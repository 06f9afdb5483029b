package dev.cordon.woocommerce.evidence;

import dev.cordon.application.evidence.StoreSources.Reader;
import dev.cordon.application.store.StoreShell;
import dev.cordon.domain.evidence.Coverage;
import dev.cordon.domain.evidence.Subject;
import dev.cordon.domain.evidence.acquisition.SourcePart;
import dev.cordon.domain.evidence.acquisition.SourcePart.Form;
import dev.cordon.domain.evidence.acquisition.StoreSource;
import dev.cordon.domain.store.ShellAccess;
import dev.cordon.domain.store.ShellCommand;
import dev.cordon.domain.store.ShellOutput;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.woocommerce.evidence.ConnectedSources.HostSurvey;
import dev.cordon.woocommerce.store.BlottedSecrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the login on a store's host gives out, by scripts that read alone and are last in line for
 * the host's processor.
 */
final class HostSources {

    /** A dump of a large shop at a gentle pace. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private static final Duration LOOKING = Duration.ofMinutes(10);

    /** What follows the name of a folder when only the files right in it are meant. */
    private static final String FLAT = "/*";

    private static final int MOST_TABLES = 100;
    private static final int NO_WORDPRESS = 3;

    private static final String DUMP =
            "wp --skip-plugins --skip-themes db export - --single-transaction --quick"
                    + " --skip-lock-tables";

    private static final String SHARED =
            """
            LOGS='wp-content/debug.log wp-content/uploads/wc-logs error_log wp-admin/error_log php_errorlog'
            CONFIG='wp-config.php ../wp-config.php .htaccess wp-content/.htaccess wp-content/uploads/.htaccess wp-admin/.htaccess .user.ini php.ini web.config'
            DROP_INS='wp-content/mu-plugins wp-content/advanced-cache.php wp-content/db.php wp-content/db-error.php wp-content/install.php wp-content/maintenance.php wp-content/object-cache.php wp-content/php-error.php wp-content/fatal-error-handler.php wp-content/sunrise.php'
            bare() { wp --skip-plugins --skip-themes "$@"; }
            low() { if command -v nice >/dev/null 2>&1; then nice -n 19 "$@"; else "$@"; fi; }
            # tar ends with 1 where a file changed while it was read; what it wrote is whole.
            pack() { low tar -cf - "$@"; [ $? -le 1 ]; }
            there() { for one in $1; do if [ -e "$one" ]; then printf '%s ' "$one"; fi; done; }
            """;

    /** Three fields for each thing, each ended by NUL: a name may hold anything else. */
    private static final String SURVEY =
            SHARED
                    + """
                    say() { printf '%s\\0' "$1" "$2" "$3"; }
                    size() { low du -sk "$@" 2>/dev/null | awk '{ all += $1 } END { print all + 0 }'; }
                    # In a shell of its own, so that each depth has its own words.
                    tree() (
                      [ -d "$2" ] || return 0
                      files=$(low find "$2" -type f 2>/dev/null | head -n 20001 | wc -l)
                      kib=$(size "$2")
                      folders=$(find "$2" -mindepth 1 -maxdepth 1 -type d | head -n 301 | wc -l)
                      if [ "$3" -eq 0 ] || [ "$folders" -eq 0 ] || [ "$folders" -gt 300 ] \\
                          || { [ "$files" -le 20000 ] && [ "$kib" -le 262144 ]; }; then
                        say "$1" "$2" "$kib"
                        return 0
                      fi
                      say "$1" "$2/*" 0
                      for one in "$2"/* "$2"/.[!.]*; do
                        if [ -d "$one" ] && [ ! -L "$one" ]; then tree "$1" "$one" $(($3 - 1)); fi
                      done
                    )
                    say now "$(date +%s)" ''
                    say tools "$(tar --version 2>/dev/null | head -n 1)" "$(bare cli version 2>/dev/null | grep '^WP-CLI' | head -n 1)"
                    [ -e wp-load.php ] || [ -e wp-config.php ] || exit 3
                    if bare db prefix >/dev/null 2>&1; then
                      say SESSIONS sessions 0
                      if command -v mysqldump >/dev/null 2>&1 || command -v mariadb-dump >/dev/null 2>&1; then
                        say DATABASE database 0
                        bare db tables --all-tables 2>/dev/null | while IFS= read -r one; do say table "$one" 0; done
                      fi
                    fi
                    say SNAPSHOT host-snapshot 0
                    logs=$(there "$LOGS"); [ -z "$logs" ] || say LOGS logs "$(size $logs)"
                    config=$(there "$CONFIG"); [ -z "$config" ] || say CONFIGURATION configuration 0
                    drop=$(there "$DROP_INS"); [ -z "$drop" ] || say MUST_USE_PLUGINS must-use-plugins "$(size $drop)"
                    tree PLUGINS wp-content/plugins 3
                    tree THEMES wp-content/themes 3
                    tree UPLOADS wp-content/uploads 3
                    exit 0
                    """;

    private static final String SESSIONS =
            """
            global $wpdb;
            echo json_encode(array("sessions_of" => get_option("siteurl"), "at" => gmdate("c"))), "\\n";
            $last = 0;
            while ($rows = $wpdb->get_results($wpdb->prepare(
                "SELECT umeta_id, user_id, meta_value FROM {$wpdb->usermeta} WHERE meta_key = 'session_tokens'"
                . " AND umeta_id > %d ORDER BY umeta_id LIMIT 500", $last))) {
              foreach ($rows as $row) {
                $last = (int) $row->umeta_id;
                $user = get_userdata((int) $row->user_id);
                $sessions = @unserialize($row->meta_value, array("allowed_classes" => false));
                foreach (is_array($sessions) ? $sessions : array() as $verifier => $session) {
                  echo json_encode(array(
                    "user" => (int) $row->user_id,
                    "login" => $user ? $user->user_login : null,
                    "roles" => $user ? array_values($user->roles) : array(),
                    "verifier" => $verifier,
                    "ip" => isset($session["ip"]) ? $session["ip"] : null,
                    "ua" => isset($session["ua"]) ? $session["ua"] : null,
                    "since" => isset($session["login"]) ? gmdate("c", (int) $session["login"]) : null,
                    "until" => isset($session["expiration"]) ? gmdate("c", (int) $session["expiration"]) : null,
                  ), JSON_PARTIAL_OUTPUT_ON_ERROR), "\\n";
                }
              }
              if (function_exists("wp_cache_flush_runtime")) { wp_cache_flush_runtime(); }
            }
            """;

    private static final String SNAPSHOT =
            SHARED
                    + """
                    show() { printf '\\n# %s\\n' "$*"; "$@" 2>&1; printf '# exit %s\\n' "$?"; }
                    show date -u
                    show id
                    show uname -a
                    show ps -eo user,pid,ppid,lstart,args
                    show crontab -l
                    show bare core version --extra
                    show bare plugin list --format=json --skip-update-check --fields=name,status,version,file
                    show bare theme list --format=json --skip-update-check --fields=name,status,version
                    show bare user list --role=administrator --format=json --fields=ID,user_login,user_email,user_registered,roles
                    show bare user list --role=shop_manager --format=json --fields=ID,user_login,user_email,user_registered,roles
                    show bare cron event list --format=json --fields=hook,next_run_gmt,recurrence
                    for one in siteurl home admin_email users_can_register default_role active_plugins template stylesheet; do
                      show bare option get "$one" --format=json
                    done
                    exit 0
                    """;

    private final StoreShell shell;
    private final InstantSource clock;

    HostSources(StoreShell shell, InstantSource clock) {
        this.shell = shell;
        this.clock = clock;
    }

    StoreAnswer<HostSurvey> survey(Store store, ShellAccess access, Set<StoreSource> wanted) {
        var asked = clock.instant();
        var command = ShellCommand.script("survey what there is", SURVEY).within(LOOKING);
        return switch (shell.run(store, command)) {
            case StoreAnswer.Failed<ShellOutput>(var why) -> new StoreAnswer.Failed<>(why);
            case StoreAnswer.Ok<ShellOutput>(var said) when said.exit() == NO_WORDPRESS ->
                    new StoreAnswer.Failed<>(
                            new StoreFailure.NotThere("WordPress in " + access.path()));
            case StoreAnswer.Ok<ShellOutput>(var said) when said.exit() != 0 ->
                    new StoreAnswer.Failed<>(
                            new StoreFailure.CommandFailed(command.name(), said.exit()));
            case StoreAnswer.Ok<ShellOutput>(var said) ->
                    new StoreAnswer.Ok<>(found(access, wanted, said.out(), asked));
        };
    }

    private HostSurvey found(
            ShellAccess access, Set<StoreSource> wanted, String out, Instant asked) {
        var things = Thing.all(out);
        var tables = things.stream().filter(named("table")).map(Thing::what).sorted().toList();
        var parts = new ArrayList<SourcePart>();
        for (var source : wanted) {
            things.stream()
                    .filter(named(source.name()))
                    .map(thing -> part(access, source, thing, tables))
                    .forEach(parts::add);
        }
        return new HostSurvey(
                access.toString(),
                things.stream()
                        .filter(named("tools"))
                        .map(thing -> thing.what() + ", " + thing.more())
                        .findFirst()
                        .orElse(""),
                things.stream()
                        .filter(named("now"))
                        .map(thing -> drift(thing.what(), asked))
                        .findFirst()
                        .orElse(null),
                parts);
    }

    private static Predicate<Thing> named(String word) {
        return thing -> thing.word().equals(word);
    }

    /** To the second, which is all that every host can say. */
    private static Duration drift(String seconds, Instant asked) {
        return Duration.between(asked, Instant.ofEpochSecond(Long.parseLong(seconds)))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    /** One thing that was found. */
    private record Thing(String word, String what, String more) {

        static List<Thing> all(String out) {
            var fields = out.split("\0", -1);
            var all = new ArrayList<Thing>();
            for (int i = 0; i + 2 < fields.length; i += 3) {
                all.add(new Thing(fields[i].strip(), fields[i + 1], fields[i + 2]));
            }
            return all;
        }

        @Nullable Long bytes() {
            return more.matches("[1-9][0-9]{0,12}")
                    ? Long.valueOf(Long.parseLong(more) << 10)
                    : null;
        }
    }

    private static SourcePart part(
            ShellAccess access, StoreSource source, Thing thing, List<String> tables) {
        var root = access.path();
        return switch (source) {
            case SESSIONS ->
                    new SourcePart(
                            source,
                            thing.what(),
                            null,
                            Form.JSON,
                            "wp eval (the sessions of every account)",
                            Coverage.UNKNOWN);
            case SNAPSHOT ->
                    new SourcePart(
                            source,
                            thing.what(),
                            null,
                            Form.TEXT,
                            "ps, crontab, wp plugin, theme, user, cron and option list",
                            Coverage.UNKNOWN);
            case DATABASE ->
                    new SourcePart(
                            source,
                            thing.what(),
                            null,
                            Form.SQL,
                            DUMP,
                            new Coverage(
                                    tables.stream()
                                            .limit(MOST_TABLES)
                                            .<Subject>map(Subject.TableNamed::new)
                                            .toList()));
            case CONFIGURATION ->
                    new SourcePart(
                            source,
                            thing.what(),
                            null,
                            Form.TEXT,
                            "cat wp-config.php .htaccess .user.ini php.ini, secrets blotted out",
                            Coverage.UNKNOWN);
            case LOGS ->
                    new SourcePart(
                            source,
                            thing.what(),
                            thing.bytes(),
                            Form.TAR,
                            "tar -cf - of WordPress's and WooCommerce's logs",
                            Coverage.of(new Subject.TreeAt(root)));
            case MUST_USE_PLUGINS ->
                    new SourcePart(
                            source,
                            thing.what(),
                            thing.bytes(),
                            Form.TAR,
                            "tar -cf - wp-content/mu-plugins and the drop-ins",
                            Coverage.of(new Subject.TreeAt(root)));
            case PLUGINS, THEMES, UPLOADS ->
                    new SourcePart(
                            source,
                            thing.what(),
                            thing.bytes(),
                            Form.TAR,
                            "tar -cf - -C " + folder(thing.what()) + " .",
                            Coverage.of(new Subject.TreeAt(root + "/" + folder(thing.what()))));
        };
    }

    <R> StoreAnswer<R> read(Store store, SourcePart part, Reader<R> reader) throws IOException {
        return switch (part.source()) {
            case SNAPSHOT -> blotted(store, script(part, SNAPSHOT), reader);
            case CONFIGURATION ->
                    blotted(
                            store,
                            script(
                                    part,
                                    SHARED
                                            + "for one in $(there \"$CONFIG\"); do\n"
                                            + "printf '\\n# %s\\n' \"$one\"; cat \"$one\"; done"),
                            reader);
            case SESSIONS ->
                    stream(
                            store,
                            script(
                                    part,
                                    SHARED + "low wp --skip-plugins --skip-themes eval \"$1\"",
                                    SESSIONS),
                            reader);
            case DATABASE -> stream(store, script(part, SHARED + "low " + DUMP), reader);
            case LOGS -> stream(store, script(part, SHARED + "pack -- $(there \"$LOGS\")"), reader);
            case MUST_USE_PLUGINS ->
                    stream(store, script(part, SHARED + "pack -- $(there \"$DROP_INS\")"), reader);
            case PLUGINS, THEMES, UPLOADS -> tree(store, part, reader);
        };
    }

    private <R> StoreAnswer<R> tree(Store store, SourcePart part, Reader<R> reader)
            throws IOException {
        var folder = folder(part.name());
        if (folder.equals(part.name())) {
            return stream(store, script(part, SHARED + "pack -C \"$1\" .", folder), reader);
        }
        var flat =
                SHARED
                        + "cd \"$1\" && find . -maxdepth 1 ! -type d -print0"
                        + " | low tar --null --no-recursion -T - -cf -; [ $? -le 1 ]";
        return stream(store, script(part, flat, folder), reader);
    }

    private static String folder(String name) {
        return name.endsWith(FLAT) ? name.substring(0, name.length() - FLAT.length()) : name;
    }

    private static ShellCommand script(SourcePart part, String script, String... arguments) {
        return ShellCommand.script("take " + part.source(), script, arguments).within(LONGEST);
    }

    private <R> StoreAnswer<R> stream(Store store, ShellCommand command, Reader<R> reader)
            throws IOException {
        return shell.read(store, command, reader::read);
    }

    /** Small, and read whole: no secret reaches the reader. */
    private <R> StoreAnswer<R> blotted(Store store, ShellCommand command, Reader<R> reader)
            throws IOException {
        return switch (shell.run(store, command)) {
            case StoreAnswer.Failed<ShellOutput>(var why) -> new StoreAnswer.Failed<>(why);
            case StoreAnswer.Ok<ShellOutput>(var said) when said.exit() != 0 ->
                    new StoreAnswer.Failed<>(
                            new StoreFailure.CommandFailed(command.name(), said.exit()));
            case StoreAnswer.Ok<ShellOutput>(var said) -> {
                var text = BlottedSecrets.in(said.out()).getBytes(StandardCharsets.UTF_8);
                yield new StoreAnswer.Ok<>(reader.read(new ByteArrayInputStream(text)));
            }
        };
    }
}

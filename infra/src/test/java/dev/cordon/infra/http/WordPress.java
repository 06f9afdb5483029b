package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;

/** Debian's WordPress with a MariaDB and a PHP server of its own, on this machine alone. */
record WordPress(Path folder, int port, List<Process> processes) implements AutoCloseable {

    static final Path SYSTEM = Path.of("/usr/share/wordpress/wp-load.php");

    private static final Path DATABASE = Path.of("/usr/sbin/mariadbd");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    static boolean isInstalled() {
        return Files.exists(SYSTEM) && Files.exists(DATABASE);
    }

    static WordPress start(Path root) throws IOException, InterruptedException {
        var folder = Files.createDirectory(root.resolve("wordpress"));
        var wordPress = new WordPress(folder, freePort(), new ArrayList<>());
        try {
            wordPress.startDatabase();
            wordPress.installSite();
            wordPress.serve();
        } catch (IOException | InterruptedException | RuntimeException e) {
            wordPress.close();
            throw e;
        }
        return wordPress;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Unpacks a plugin as an upload would, and lets it send to another address than its own. */
    void upload(byte[] zip, String address) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var file = plugins().resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, in.readAllBytes());
            }
        }
        sendTo(address);
    }

    void sendTo(String address) throws IOException {
        var config = plugins().resolve("cordon-sensor/config.php");
        var text = Files.readString(config);
        Files.writeString(
                config,
                text.replaceFirst("'address' => '[^']*'", "'address' => '%s'".formatted(address)));
    }

    /** Moves the sensor's clock; 0 for the time as it is. */
    void ahead(long seconds) throws IOException {
        Files.writeString(site().resolve("wp-content/test-now"), Long.toString(seconds));
    }

    Path site() {
        return folder.resolve("site");
    }

    private Path plugins() {
        return site().resolve("wp-content/plugins");
    }

    /** Runs code inside WordPress, as a request from 192.0.2.44 would; answers what it prints. */
    String php(String code) {
        try {
            var script = Files.createTempFile(folder, "run", ".php");
            Files.writeString(
                    script,
                    """
                    <?php
                    $_SERVER['HTTP_HOST'] = '127.0.0.1:%d';
                    $_SERVER['REQUEST_URI'] = '/';
                    $_SERVER['REMOTE_ADDR'] = '192.0.2.44';
                    require '%s/wp-load.php';
                    require_once ABSPATH . 'wp-admin/includes/admin.php';
                    %s
                    """
                            .formatted(port, site(), code));
            var process =
                    new ProcessBuilder("php", "-d", "display_errors=stderr", script.toString())
                            .redirectError(folder.resolve("php.err").toFile())
                            .start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said + Files.readString(folder.resolve("php.err")));
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A minute passed, and somebody visited the shop. */
    void beat() {
        php("do_action( 'cordon_sensor_minute' );");
    }

    /** What waits to be sent, by its words, oldest first. */
    List<String> waiting() {
        var said =
                php(
                        "global $wpdb; foreach ( $wpdb->get_col( \"SELECT activity FROM"
                                + " {$wpdb->prefix}cordon_sensor_queue ORDER BY id\" ) as $a )"
                                + " echo $a, \"\\n\";");
        return said.lines().toList();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> form(String path, String body) throws IOException, InterruptedException {
        return post(path, body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    HttpResponse<String> post(String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = request(path).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** Asks once and does not wait. */
    void begin(String path) {
        var request = request(path).POST(BodyPublishers.noBody()).build();
        var unused = HTTP.sendAsync(request, BodyHandlers.discarding());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }

    @Override
    public void close() throws InterruptedException {
        for (var process : processes.reversed()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** A server that starts deletes all temporary tables it finds: none shares its folder. */
    private void startDatabase() throws IOException, InterruptedException {
        var data = folder.resolve("db");
        var temporary = Files.createDirectory(folder.resolve("db-tmp"));
        run(
                as(
                        "mariadb-install-db",
                        "--no-defaults",
                        "--datadir=" + data,
                        "--tmpdir=" + temporary,
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db"));
        var server =
                as(
                        DATABASE.toString(),
                        "--no-defaults",
                        "--datadir=" + data,
                        "--socket=" + socket(),
                        "--pid-file=" + folder.resolve("db.pid"),
                        "--skip-networking",
                        "--skip-grant-tables",
                        "--skip-log-bin",
                        "--tmpdir=" + temporary,
                        "--innodb-buffer-pool-size=32M");
        var process = start("db.log", server);
        while (!hasDatabase()) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException(Files.readString(folder.resolve("db.log")));
            }
        }
    }

    private boolean hasDatabase() throws IOException, InterruptedException {
        var create =
                new ProcessBuilder(
                                "mariadb",
                                "--no-defaults",
                                "--socket=" + socket(),
                                "-e",
                                "create database if not exists wordpress")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("create.log").toFile());
        return create.start().waitFor() == 0;
    }

    /** The path of a socket is short. */
    private Path socket() {
        return Path.of("/tmp", "cordon-wp-" + port + ".sock");
    }

    private void installSite() throws IOException, InterruptedException {
        run(List.of("cp", "-rL", SYSTEM.getParent().toString(), site().toString()));
        run(List.of("rm", "-f", site() + "/wp-config.php", site() + "/.htaccess"));
        var content = Files.createDirectories(site().resolve("wp-content/mu-plugins"));
        resource("cordon-test.php", content.resolve("cordon-test.php"));
        var shop = Files.createDirectories(plugins().resolve("pretend-shop"));
        resource("pretend-shop/pretend-shop.php", shop.resolve("pretend-shop.php"));
        resource("router.php", folder.resolve("router.php"));
        Files.writeString(
                site().resolve("wp-config.php"),
                """
                <?php
                define( 'DB_NAME', 'wordpress' );
                define( 'DB_USER', 'root' );
                define( 'DB_PASSWORD', '' );
                define( 'DB_HOST', 'localhost:%s' );
                define( 'DB_CHARSET', 'utf8mb4' );
                define( 'DB_COLLATE', '' );
                foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) {
                    define( $name . '_KEY', $name );
                    define( $name . '_SALT', $name );
                }
                define( 'DISABLE_WP_CRON', true );
                define( 'AUTOMATIC_UPDATER_DISABLED', true );
                define( 'WP_HTTP_BLOCK_EXTERNAL', true );
                define( 'WP_ACCESSIBLE_HOSTS', '127.0.0.1' );
                define( 'WP_ENVIRONMENT_TYPE', 'local' );
                $table_prefix = 'wp_';
                defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
                require_once ABSPATH . 'wp-settings.php';
                """
                        .formatted(socket()));
        var install = folder.resolve("install.php");
        Files.writeString(
                install,
                """
                <?php
                define( 'WP_INSTALLING', true );
                $_SERVER['HTTP_HOST'] = '127.0.0.1:%1$d';
                function wp_mail() { return true; }
                require '%2$s/wp-load.php';
                require ABSPATH . 'wp-admin/includes/upgrade.php';
                wp_install( 'Fjord Shop', 'ada', 'ada@fjord.example', true, '', 'ada-password' );
                update_option( 'siteurl', 'http://127.0.0.1:%1$d' );
                update_option( 'home', 'http://127.0.0.1:%1$d' );
                update_option( 'permalink_structure', '/%%postname%%/' );
                """
                        .formatted(port, site()));
        run(List.of("php", install.toString()));
    }

    private void serve() throws IOException, InterruptedException {
        var command =
                List.of(
                        "php",
                        "-d",
                        "display_errors=stderr",
                        "-S",
                        "127.0.0.1:" + port,
                        "-t",
                        site().toString(),
                        folder.resolve("router.php").toString());
        var server = start("server.log", command);
        while (!isServing()) {
            if (server.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IOException(Files.readString(folder.resolve("server.log")));
            }
        }
    }

    private boolean isServing() throws InterruptedException {
        try {
            return get("/readme.html").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Process start(String log, List<String> command) throws IOException {
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(log).toFile());
        builder.environment().put("PHP_CLI_SERVER_WORKERS", "3");
        var process = builder.start();
        processes.add(process);
        return process;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        var log = folder.resolve("run.log");
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (process.waitFor() != 0) {
            var said = Files.readAllLines(log);
            var end = said.subList(Math.max(0, said.size() - 20), said.size());
            throw new IOException(command.getFirst() + ": " + String.join(" / ", end));
        }
    }

    /** MariaDB refuses to run as root unless it is told to. */
    private static List<String> as(String... command) {
        var all = new ArrayList<>(List.of(command));
        if (System.getProperty("user.name").equals("root")) {
            all.add("--user=root");
        }
        return all;
    }

    private static void resource(String name, Path to) throws IOException {
        try (var in = WordPress.class.getResourceAsStream("/wordpress-test/" + name)) {
            Files.write(to, in.readAllBytes());
        }
    }

    private static int freePort() throws IOException {
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}

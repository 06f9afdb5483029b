package dev.cordon.woocommerce.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.application.store.SensorPlugin;
import dev.cordon.domain.store.SensorKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the plugin's files as they lie in this program, and the settings of one store. */
public final class ZippedSensorPlugin implements SensorPlugin {

    private static final String FOLDER = "cordon-sensor/";
    private static final String RESOURCES = "/wordpress/";
    private static final int SECRET_BYTES = 32;

    /** 1980, the first that a ZIP knows: the same plugin is the same file. */
    private static final long MADE_AT = 315_619_200_000L;

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final URI address;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param address where stores reach Cordon
     */
    public ZippedSensorPlugin(URI address) {
        this.address = address;
    }

    @Override
    public SensorKey newKey() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return new SensorKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public boolean hasSafeAddress() {
        return "https".equals(address.getScheme()) || THIS_MACHINE.contains(address.getHost());
    }

    @Override
    public byte[] zip(String door, SensorKey key) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, UTF_8)) {
            for (var name : files()) {
                add(zip, name, resource(name));
            }
            add(zip, FOLDER + "config.php", settings(door, key).getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Every file of the plugin: a jar cannot be asked what is in it. */
    static List<String> files() throws IOException {
        return new String(resource("index.txt"), UTF_8).lines().toList();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(MADE_AT);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = ZippedSensorPlugin.class.getResourceAsStream(RESOURCES + name)) {
            return Objects.requireNonNull(in, () -> "the program lacks " + name).readAllBytes();
        }
    }

    /** None of the values can hold a quote: they are an address, a slug and base64url. */
    private String settings(String door, SensorKey key) {
        return """
        <?php
        // How this store's sensor reaches Cordon. Whoever knows the secret can speak for the store.
        defined( 'ABSPATH' ) || exit;

        return array(
        \t'address' => '%s',
        \t'source'  => '%s',
        \t'secret'  => '%s',
        );
        """
                .formatted(address.toASCIIString().replace("'", "%27"), door, key.secret());
    }
}

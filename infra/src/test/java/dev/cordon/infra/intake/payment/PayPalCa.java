package dev.cordon.infra.intake.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A root, a CA below it and what it issued to PayPal and to others: real certificates, made once by
 * the JDK's own tool. They are had at addresses of PayPal's, without the network.
 */
public final class PayPalCa implements PayPalCertificates {

    static final String ADDRESS = "https://api.paypal.com/v1/notifications/certs/CERT-";
    private static final char[] PASSWORD = "changeit".toCharArray();

    /** Made after what it is made with. */
    public static final PayPalCa SHARED = new PayPalCa();

    final AtomicInteger fetched = new AtomicInteger();
    private final KeyStore keys;
    private final Path rootFile;

    private PayPalCa() {
        try {
            var folder = Files.createTempDirectory("paypal");
            var file = folder.resolve("keys.p12");
            make(file, "root", null, "CN=Root", "bc:c");
            make(file, "ca", "root", "CN=CA", "bc:c");
            make(file, "signer", "ca", "CN=messageverificationcerts.paypal.com", "ku:c=dig");
            make(file, "other", "ca", "CN=www.paypal.com", "ku:c=dig");
            make(
                    file,
                    "alike",
                    "ca",
                    "CN=messageverificationcerts.paypal.com.evil.example",
                    "ku=dig");
            makeThen(
                    file,
                    "expired",
                    "ca",
                    "CN=messageverificationcerts.paypal.com",
                    "ku=dig",
                    List.of("-startdate", "-20d", "-validity", "10"));
            make(file, "self", null, "CN=messageverificationcerts.paypal.com", "ku=dig");
            keys = KeyStore.getInstance(file.toFile(), PASSWORD);
            rootFile = folder.resolve("root.pem");
            Files.writeString(rootFile, pem(keys.getCertificate("root")));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The root as PEM. */
    public Path rootFile() {
        return rootFile;
    }

    Set<TrustAnchor> roots() {
        try {
            return Set.of(new TrustAnchor((X509Certificate) keys.getCertificate("root"), null));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] fetch(URI at) throws IOException {
        fetched.incrementAndGet();
        if (!at.toString().startsWith(ADDRESS)) {
            throw new IOException("nothing there");
        }
        try {
            var chain = keys.getCertificateChain(at.toString().substring(ADDRESS.length()));
            if (chain == null) {
                throw new IOException("404");
            }
            return String.join("", Stream.of(chain).map(PayPalCa::pem).toList()).getBytes(UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /**
     * What PayPal sends with a body.
     *
     * @param signer whose key signs and whose certificate is named: {@code signer} is PayPal's
     */
    public Map<String, String> headers(
            String signer, String transmission, String time, String webhook, byte[] body) {
        var crc = new CRC32();
        crc.update(body);
        var signed = transmission + "|" + time + "|" + webhook + "|" + crc.getValue();
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign((PrivateKey) keys.getKey(signer, PASSWORD));
            signature.update(signed.getBytes(UTF_8));
            return Map.of(
                    "PAYPAL-TRANSMISSION-ID",
                    transmission,
                    "PAYPAL-TRANSMISSION-TIME",
                    time,
                    "PAYPAL-TRANSMISSION-SIG",
                    Base64.getEncoder().encodeToString(signature.sign()),
                    "PAYPAL-CERT-URL",
                    ADDRESS + signer,
                    "PAYPAL-AUTH-ALGO",
                    "SHA256withRSA");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(Certificate certificate) {
        try {
            var text = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void make(Path file, String alias, String by, String name, String extension)
            throws IOException {
        var valid = List.of("-startdate", "-30d", "-validity", "90");
        makeThen(file, alias, by, name, extension, valid);
    }

    private static void makeThen(
            Path file, String alias, String by, String name, String extension, List<String> valid)
            throws IOException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var issuer = by == null ? List.<String>of() : List.of("-signer", by);
        var command =
                Stream.of(
                                List.of(tool, "-genkeypair", "-alias", alias, "-keyalg", "RSA"),
                                List.of("-keysize", "2048", "-dname", name),
                                List.of("-ext", extension),
                                valid,
                                issuer,
                                List.of("-keystore", file.toString(), "-storepass", "changeit"))
                        .flatMap(List::stream)
                        .toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

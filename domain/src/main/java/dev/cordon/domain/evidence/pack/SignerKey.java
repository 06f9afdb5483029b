package dev.cordon.domain.evidence.pack;

import dev.cordon.domain.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The public half of a ledger's key (Ed25519, RFC 8032).
 *
 * @param name the origin that its checkpoints have
 * @param raw its 32 bytes
 */
public record SignerKey(String name, HexBytes raw) {

    private static final int TYPED = 33;
    private static final byte ED25519 = 1;

    /** Bytes that compare as what they are. */
    public record HexBytes(String hex) {
        public byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    /** Reads the form of C2SP signed-note, {@code NAME+ID+KEY}; empty if it is anything else. */
    public static Optional<SignerKey> of(String verifier) {
        int first = verifier.indexOf('+');
        int second = verifier.indexOf('+', first + 1);
        if (first < 1 || second < 0) {
            return Optional.empty();
        }
        try {
            var typed = Base64.getDecoder().decode(verifier.substring(second + 1));
            if (typed.length != TYPED || typed[0] != ED25519) {
                return Optional.empty();
            }
            var raw = HexFormat.of().formatHex(Arrays.copyOfRange(typed, 1, TYPED));
            var key = new SignerKey(verifier.substring(0, first), new HexBytes(raw));
            return key.verifier().equals(verifier) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** What people compare: the SHA-256 of the raw key. */
    public Sha256 fingerprint() {
        return Sha256.of(raw.bytes());
    }

    /** Whether somebody can have meant a key by it: a fingerprint, or a whole line. */
    public static boolean mayName(String told) {
        return of(told.strip()).isPresent() || digits(told).matches("[0-9a-f]{64}");
    }

    private static String digits(String told) {
        return told.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether that is how somebody wrote down this key: its fingerprint, or the whole line. */
    public boolean isNamedBy(String told) {
        return told.strip().equals(verifier()) || digits(told).equals(fingerprint().hex());
    }

    byte[] id() {
        var digest = Sha256.newDigest();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(typed()), 4);
    }

    private byte[] typed() {
        var typed = new byte[TYPED];
        typed[0] = ED25519;
        System.arraycopy(raw.bytes(), 0, typed, 1, TYPED - 1);
        return typed;
    }

    private String verifier() {
        return name
                + "+"
                + HexFormat.of().formatHex(id())
                + "+"
                + Base64.getEncoder().encodeToString(typed());
    }
}

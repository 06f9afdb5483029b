package dev.cordon.domain.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 digest (FIPS 180-4). Its text has 64 lower-case hexadecimal digits; it keeps the bytes,
 * since a ledger of a million leaves makes some millions of these and reads few of them as text.
 */
public final class Sha256 {

    private static final int LENGTH = 32;

    private final byte[] digest;

    /**
     * @param hex 64 lower-case hexadecimal digits
     */
    public Sha256(String hex) {
        if (!isDigest(hex)) {
            throw new IllegalArgumentException("not a SHA-256 digest: " + hex);
        }
        this.digest = HexFormat.of().parseHex(hex);
    }

    private Sha256(byte[] digest) {
        if (digest.length != LENGTH) {
            throw new IllegalArgumentException(
                    "not a SHA-256 digest: %d bytes".formatted(digest.length));
        }
        this.digest = digest;
    }

    private static boolean isDigest(String hex) {
        return hex.length() == 2 * LENGTH
                && hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    public static Sha256 of(byte[] content) {
        return new Sha256(newDigest().digest(content));
    }

    /** Takes the finished digest's 32 bytes. */
    public static Sha256 ofDigest(byte[] digest) {
        return new Sha256(digest.clone());
    }

    /** Hashes its bytes into another digest. */
    public void addTo(MessageDigest further) {
        further.update(digest);
    }

    public byte[] bytes() {
        return digest.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(digest);
    }

    /** The first and last four digits, to show beside a name. */
    public String shortForm() {
        var hex = hex();
        return hex.substring(0, 4) + "…" + hex.substring(60);
    }

    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sha256 that && Arrays.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return hex();
    }
}

package dev.cordon.domain.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest (FIPS 180-4) as 64 lower-case hexadecimal digits. */
public record Sha256(String hex) {

    /** Zero for a digit of lower-case hexadecimal. */
    private static final byte[] OTHER = new byte[128];

    static {
        for (char c = 0; c < 128; c++) {
            OTHER[c] = (byte) ("0123456789abcdef".indexOf(c) < 0 ? 1 : 0);
        }
    }

    public Sha256 {
        if (!isDigest(hex)) {
            throw new IllegalArgumentException("not a SHA-256 digest: " + hex);
        }
    }

    /** Without a way out of the loop: a ledger of a million leaves makes some millions of these. */
    private static boolean isDigest(String hex) {
        if (hex.length() != 64) {
            return false;
        }
        int other = 0;
        for (int i = 0; i < 64; i++) {
            char c = hex.charAt(i);
            other |= OTHER[c & 0x7f] | c >> 7;
        }
        return other == 0;
    }

    public static Sha256 of(byte[] content) {
        return ofDigest(newDigest().digest(content));
    }

    /** Takes the finished digest's 32 bytes. */
    public static Sha256 ofDigest(byte[] digest) {
        return new Sha256(HexFormat.of().formatHex(digest));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** The first and last four digits, to show beside a name. */
    public String shortForm() {
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
    public String toString() {
        return hex;
    }
}

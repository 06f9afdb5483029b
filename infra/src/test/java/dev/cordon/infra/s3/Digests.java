package dev.cordon.infra.s3;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

final class Digests {

    private Digests() {}

    static byte[] of(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String hex(String algorithm, byte[] bytes) {
        return HexFormat.of().formatHex(of(algorithm, bytes));
    }
}

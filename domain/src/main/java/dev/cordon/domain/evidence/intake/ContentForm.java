package dev.cordon.domain.evidence.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** What content is by its first bytes, as far as it decides what can be done with it. */
public enum ContentForm {
    /** Stars in it leave it readable. */
    TEXT,
    /** RFC 1952. */
    GZIP,
    /** As xz-file-format.txt says. */
    XZ,
    /** What bzip2 writes. */
    BZIP2,
    /** RFC 8878. */
    ZSTD,
    /** PKWARE APPNOTE; also documents of offices. */
    ZIP,
    /** POSIX.1-2001, ustar and pax. */
    TAR,
    /** What 7-Zip writes; its directory stands at its end. */
    SEVEN_Z,
    /** An archive or an encrypted file that cannot be looked into. */
    CLOSED,
    /** Anything else. */
    BINARY;

    /** So many bytes are enough to tell. */
    public static final int BEGINNING = 8192;

    private static final String PDF = "%PDF-";
    private static final int TAR_MARK = 257;
    private static final int BZIP2_MARK = 4;

    public static ContentForm of(byte[] bytes, int length) {
        var head = new String(bytes, 0, Math.min(length, 300), ISO_8859_1);
        if (head.startsWith("\u001f\u008b")) {
            return GZIP;
        }
        if (head.startsWith("\u00fd7zXZ\0")) {
            return XZ;
        }
        if (head.startsWith("1AY&SY", BZIP2_MARK) && head.startsWith("BZh")
                || head.startsWith("\u0017rE8P\u0090", BZIP2_MARK) && head.startsWith("BZh")) {
            return BZIP2;
        }
        if (head.startsWith("(\u00b5/\u00fd")) {
            return ZSTD;
        }
        if (head.startsWith("7z\u00bc\u00af'\u001c")) {
            return SEVEN_Z;
        }
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (head.startsWith("ustar", TAR_MARK)) {
            return TAR;
        }
        if (isClosed(head)) {
            return CLOSED;
        }
        return !isPdf(bytes) && isText(bytes, Math.min(length, BEGINNING)) ? TEXT : BINARY;
    }

    /** Whose text usually lies in streams that are packed (ISO 32000-2, section 7.3.8). */
    public static boolean isPdf(byte[] beginning) {
        return new String(beginning, 0, Math.min(beginning.length, PDF.length()), ISO_8859_1)
                .equals(PDF);
    }

    /** Of RAR, LZ4, compress, Microsoft's cabinets, OpenPGP, and what age writes. */
    private static boolean isClosed(String head) {
        return head.startsWith("Rar!\u001a\u0007")
                || head.startsWith("\u0004\"M\u0018")
                || head.startsWith("\u001f\u009d")
                || head.startsWith("MSCF\0\0\0\0")
                || head.startsWith("-----BEGIN PGP MESSAGE")
                || head.startsWith("age-encryption.org/");
    }

    private static boolean isText(byte[] bytes, int length) {
        int zerosEven = 0;
        int zerosOdd = 0;
        int odd = 0;
        for (int i = 0; i < length; i++) {
            int one = bytes[i] & 0xff;
            if (one == 0 && i % 2 == 0) {
                zerosEven++;
            } else if (one == 0) {
                zerosOdd++;
            } else if (one < 0x20 && "\t\n\r\f\u001b\b".indexOf(one) < 0) {
                odd++;
            }
        }
        int some = length / 5;
        boolean wide = zerosEven + zerosOdd > some && Math.min(zerosEven, zerosOdd) <= some / 4;
        return odd * 50 <= length && (zerosEven + zerosOdd == 0 || wide);
    }
}

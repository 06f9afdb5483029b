package dev.cordon.domain.evidence.intake;

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
        var head = new Head(bytes, length);
        if (head.holds("\u001f\u008b", 0)) {
            return GZIP;
        }
        if (head.holds("\u00fd7zXZ\0", 0)) {
            return XZ;
        }
        if (head.holds("BZh", 0)
                && (head.holds("1AY&SY", BZIP2_MARK)
                        || head.holds("\u0017rE8P\u0090", BZIP2_MARK))) {
            return BZIP2;
        }
        if (head.holds("(\u00b5/\u00fd", 0)) {
            return ZSTD;
        }
        if (head.holds("7z\u00bc\u00af'\u001c", 0)) {
            return SEVEN_Z;
        }
        if (head.holds("PK\u0003\u0004", 0) || head.holds("PK\u0005\u0006", 0)) {
            return ZIP;
        }
        if (head.holds("ustar", TAR_MARK)) {
            return TAR;
        }
        if (isClosed(head)) {
            return CLOSED;
        }
        boolean text = !head.holds(PDF, 0) && isText(bytes, Math.min(length, BEGINNING));
        return text ? TEXT : BINARY;
    }

    /** The first bytes, so many of them as there are. */
    private record Head(byte[] bytes, int length) {

        /** Whether these bytes stand there. */
        boolean holds(String mark, int at) {
            if (at + mark.length() > length) {
                return false;
            }
            for (int i = 0; i < mark.length(); i++) {
                if ((bytes[at + i] & 0xff) != mark.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whose text usually lies in streams that are packed (ISO 32000-2, section 7.3.8). */
    public static boolean isPdf(byte[] beginning) {
        return new Head(beginning, beginning.length).holds(PDF, 0);
    }

    /** Of RAR, LZ4, compress, Microsoft's cabinets, OpenPGP, and what age writes. */
    private static boolean isClosed(Head head) {
        return head.holds("Rar!\u001a\u0007", 0)
                || head.holds("\u0004\"M\u0018", 0)
                || head.holds("\u001f\u009d", 0)
                || head.holds("MSCF\0\0\0\0", 0)
                || head.holds("-----BEGIN PGP MESSAGE", 0)
                || head.holds("age-encryption.org/", 0);
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

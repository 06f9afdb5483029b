package dev.cordon.domain.detection.shape;

/** Characters that databases, browsers and people take for another one of ASCII. */
final class Twins {

    private static final int FIRST_FULL_WIDTH = 0xff01;
    private static final int LAST_FULL_WIDTH = 0xff5e;
    private static final int FULL_WIDTH = 0xfee0;

    private Twins() {}

    /** The character itself or its twin, where that is ASCII; otherwise what is given. */
    static int asciiOr(int character, int otherwise) {
        int twin = character < 0x80 ? character : of(character);
        return twin < 0 ? otherwise : twin;
    }

    /** The twin in ASCII of a character beyond it, or -1. */
    static int of(int character) {
        if (character >= FIRST_FULL_WIDTH && character <= LAST_FULL_WIDTH) {
            return character - FULL_WIDTH;
        }
        return switch (character) {
            case 0x2018, 0x2019, 0x201b, 0x02b9, 0x02bc, 0x02c8, 0x2032, 0x00b4 -> '\'';
            case 0x201c, 0x201d, 0x02ba, 0x2033 -> '"';
            case 0x2215, 0x2044 -> '/';
            case 0x2216 -> '\\';
            case 0x2024 -> '.';
            case 0x2039, 0x3008 -> '<';
            case 0x203a, 0x3009 -> '>';
            case 0x560a -> '\n';
            case 0x560d -> '\r';
            case 0x00a0, 0x2002, 0x2003, 0x3000 -> ' ';
            default -> -1;
        };
    }
}

package dev.cordon.domain.detection.shape;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A text cut into what a database would read: numbers, strings, words, operators. Comments are
 * blanks, and what MySQL's conditional comments hold is read. Reused; not safe for two threads.
 */
final class SqlTokens {

    /** What a token is. */
    enum Kind {
        NUMBER,
        STRING,
        /** A string that never ends: the rest of the query would follow. */
        OPEN_STRING,
        /** A word that means nothing to SQL. */
        WORD,
        /** A word of SQL; {@link #word} says which. */
        KEYWORD,
        /** {@code or}, {@code and}, {@code xor}, {@code &&}, {@code ||}, {@code not}. */
        LOGIC,
        /** {@code =}, {@code <}, {@code like}, {@code regexp}, {@code between}, {@code in}. */
        COMPARISON,
        /** {@code +}, {@code -}, {@code *}, {@code /} and other arithmetic. */
        ARITHMETIC,
        CONCATENATION,
        COMMA,
        OPEN,
        CLOSE,
        SEMICOLON,
        VARIABLE,
        /** A comment that hides the rest of the query. */
        COMMENT,
        OTHER
    }

    private static final int MOST = 400;

    private static final Map<String, Kind> WORDS = words();

    private final Kind[] kinds = new Kind[MOST];
    private final String[] texts = new String[MOST];
    private int count;
    private byte[] bytes = new byte[0];
    private int to;

    private static Map<String, Kind> words() {
        var words = new java.util.HashMap<String, Kind>();
        for (var word :
                ("select union all distinct from where order by group having limit offset into"
                                + " outfile dumpfile insert update delete drop create alter truncate"
                                + " table database index view procedure set values exec execute"
                                + " declare waitfor delay case when then else end null true false"
                                + " as on join exists shutdown begin return analyse cast user"
                                + " information_schema sysobjects syscolumns sqlite_master"
                                + " sqlite_schema pg_catalog pg_tables all_tables user_tables"
                                + " wp_users wp_options wp_usermeta xp_cmdshell sp_executesql handler"
                                + " top asc desc using replace rename grant dual collate")
                        .split(" ")) {
            words.put(word, Kind.KEYWORD);
        }
        for (var word : "or and xor not div".split(" ")) {
            words.put(word, Kind.LOGIC);
        }
        for (var word : "like rlike regexp between in is sounds glob ilike".split(" ")) {
            words.put(word, Kind.COMPARISON);
        }
        return words;
    }

    int count() {
        return count;
    }

    /** Beyond the end every token is {@link Kind#OTHER}. */
    Kind kind(int index) {
        return index >= 0 && index < count ? kinds[index] : Kind.OTHER;
    }

    /** The word in small letters, or the number's or operator's text. */
    String word(int index) {
        return index >= 0 && index < count ? texts[index] : "";
    }

    boolean is(int index, String word) {
        return index >= 0 && index < count && texts[index].equals(word);
    }

    /**
     * Cuts the text.
     *
     * @param quote the quote that the text is taken to stand in; 0 for none
     */
    void read(byte[] text, int length, int quote) {
        bytes = text;
        to = length;
        count = 0;
        int at = quote == 0 ? 0 : string(0, (byte) quote);
        while (at < to && count < MOST) {
            at = next(at);
        }
    }

    private int next(int at) {
        byte b = bytes[at];
        byte then = at + 1 < to ? bytes[at + 1] : 0;
        if (b <= ' ' && b >= 0 || b == (byte) 0xa0) {
            return at + 1;
        }
        if (b == '\'' || b == '"') {
            return string(at + 1, b);
        }
        if (isDigit(b) || b == '.' && isDigit(then)) {
            return number(at);
        }
        if (isLetter(b)) {
            return readWord(at);
        }
        if (b == '`' || b == '[') {
            return quotedName(at);
        }
        if (b == '@' || b == '$' && isLetter(then)) {
            return variable(at);
        }
        return symbol(at, b, then);
    }

    private int string(int from, byte quote) {
        int i = from;
        while (i < to) {
            if (bytes[i] == '\\') {
                i++;
            } else if (bytes[i] == quote) {
                if (i + 1 < to && bytes[i + 1] == quote && i > from) {
                    i++;
                } else {
                    add(Kind.STRING, text(from, i));
                    return i + 1;
                }
            }
            i++;
        }
        add(Kind.OPEN_STRING, text(from, to));
        return to;
    }

    private int number(int from) {
        int i = from;
        boolean hexadecimal = bytes[i] == '0' && i + 1 < to && (bytes[i + 1] | 0x20) == 'x';
        if (hexadecimal) {
            i += 2;
            while (i < to && Character.digit(bytes[i], 16) >= 0) {
                i++;
            }
        } else {
            while (i < to && (isDigit(bytes[i]) || bytes[i] == '.')) {
                i++;
            }
            if (i + 1 < to && (bytes[i] | 0x20) == 'e' && isDigit(bytes[i + 1])) {
                i++;
                while (i < to && isDigit(bytes[i])) {
                    i++;
                }
            }
        }
        add(Kind.NUMBER, text(from, i));
        return i;
    }

    private int readWord(int from) {
        int i = from;
        while (i < to && (isLetter(bytes[i]) || isDigit(bytes[i]) || bytes[i] == '$')) {
            i++;
        }
        var word = text(from, i);
        add(WORDS.getOrDefault(word, Kind.WORD), word);
        return i;
    }

    private int quotedName(int from) {
        byte close = bytes[from] == '`' ? (byte) '`' : (byte) ']';
        int i = from + 1;
        while (i < to && bytes[i] != close) {
            i++;
        }
        add(i < to ? Kind.WORD : Kind.OTHER, text(from + 1, i));
        return Math.min(to, i + 1);
    }

    private int variable(int from) {
        int i = from;
        while (i < to && (bytes[i] == '@' || bytes[i] == '$')) {
            i++;
        }
        while (i < to && (isLetter(bytes[i]) || isDigit(bytes[i]))) {
            i++;
        }
        add(Kind.VARIABLE, text(from, i));
        return i;
    }

    private int symbol(int at, byte b, byte then) {
        switch (b) {
            case '/' -> {
                if (then == '*') {
                    return comment(at);
                }
                add(Kind.ARITHMETIC, "/");
            }
            case '*' -> {
                if (then == '/') {
                    return at + 2;
                }
                add(Kind.ARITHMETIC, "*");
            }
            case '-' -> {
                if (then == '-') {
                    add(Kind.COMMENT, "--");
                    return to;
                }
                add(Kind.ARITHMETIC, "-");
            }
            case '#' -> {
                add(Kind.COMMENT, "#");
                return endOfLine(at);
            }
            case '+', '%', '^', '~' -> add(Kind.ARITHMETIC, String.valueOf((char) b));
            case '=', '<', '>', '!', ':' -> {
                int i = at + 1;
                while (i < to && (bytes[i] == '=' || bytes[i] == '<' || bytes[i] == '>')) {
                    i++;
                }
                boolean lone = i == at + 1 && (b == '!' || b == ':');
                add(lone ? Kind.OTHER : Kind.COMPARISON, text(at, i));
                return i;
            }
            case '|' -> {
                add(then == '|' ? Kind.CONCATENATION : Kind.ARITHMETIC, "|");
                return then == '|' ? at + 2 : at + 1;
            }
            case '&' -> {
                add(then == '&' ? Kind.LOGIC : Kind.ARITHMETIC, "&&");
                return then == '&' ? at + 2 : at + 1;
            }
            case ',' -> add(Kind.COMMA, ",");
            case '(' -> add(Kind.OPEN, "(");
            case ')' -> add(Kind.CLOSE, ")");
            case ';' -> add(Kind.SEMICOLON, ";");
            default -> add(Kind.OTHER, String.valueOf((char) (b & 0xff)));
        }
        return at + 1;
    }

    /** A blank, unless it is conditional: then what it holds is read, without its version. */
    private int comment(int at) {
        int i = at + 2;
        if (i < to && (bytes[i] == '!' || bytes[i] == 'M' && i + 1 < to && bytes[i + 1] == '!')) {
            i += bytes[i] == '!' ? 1 : 2;
            while (i < to && isDigit(bytes[i])) {
                i++;
            }
            return i;
        }
        while (i + 1 < to && (bytes[i] != '*' || bytes[i + 1] != '/')) {
            i++;
        }
        if (i + 1 >= to) {
            add(Kind.COMMENT, "/*");
            return to;
        }
        return i + 2;
    }

    private int endOfLine(int at) {
        int i = at;
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    private void add(Kind kind, String text) {
        if (count < MOST) {
            kinds[count] = kind;
            texts[count++] = text;
        }
    }

    private String text(int from, int end) {
        return new String(
                        bytes,
                        from,
                        Math.min(Math.max(end, from), from + 64) - from,
                        StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isLetter(byte b) {
        int letter = b | 0x20;
        return letter >= 'a' && letter <= 'z' || b == '_' || (b & 0xff) >= 0xc0;
    }
}

package dev.cordon.domain.detection.shape;

import static dev.cordon.domain.detection.shape.SqlKind.*;

/**
 * Cuts a text into what a database would read, of whichever make. Comments are blanks, and what
 * MySQL's conditional comments hold is read. Reused; not safe for two threads.
 */
final class SqlReader {

    private final SqlTokens tokens = new SqlTokens();
    private byte[] text = new byte[0];
    private int to;
    private int lastBlock;
    private int lastLine;

    /**
     * Cuts the text.
     *
     * @param quote the quote that the text is taken to stand in; 0 for none
     */
    SqlTokens read(byte[] text, int length, int quote) {
        this.text = text;
        to = length;
        lastBlock = Comments.lastBlock(text, length);
        lastLine = Comments.lastLine(text, length);
        tokens.begin(text, quote);
        int at = quote == 0 ? 0 : rest(quote);
        while (at < to && !tokens.isFull()) {
            at = next(at);
        }
        return tokens;
    }

    /** What is left of the string that the text stands in. */
    private int rest(int quote) {
        int i = 0;
        while (i < to && text[i] != quote) {
            i++;
        }
        tokens.add(i < to ? STRING : OPEN_STRING, "", 0, i);
        return i + 1;
    }

    private int next(int at) {
        byte b = text[at];
        byte then = byteAt(at + 1);
        if (Comments.isBlank(b) || b == '{' || b == '}') {
            return b == '{' ? afterBrace(at + 1) : at + 1;
        }
        if (b == '\'' || b == '"') {
            return string(at, b);
        }
        if (isDigit(b) || b == '.' && isDigit(then)) {
            return number(at);
        }
        if (isLetter(b)) {
            return word(at);
        }
        return switch (b) {
            case '`' -> enclosed(at, '`');
            case '[' -> enclosed(at, ']');
            case '@' -> variable(at);
            case '\\' -> then == 'N' ? constant(at) : at + 1;
            case '/' -> then == '*' ? comment(at) : operator(ARITHMETIC, "/", at, 1);
            case '-' -> then == '-' ? dashes(at) : operator(ARITHMETIC, "-", at, 1);
            case '#' -> line(at);
            default -> symbol(at, b, then);
        };
    }

    private int symbol(int at, byte b, byte then) {
        return switch (b) {
            case '*' -> then == '/' ? at + 2 : operator(ARITHMETIC, "*", at, 1);
            case '+' -> operator(ARITHMETIC, "+", at, 1);
            case '%' -> operator(ARITHMETIC, "%", at, 1);
            case '^' -> operator(ARITHMETIC, "^", at, 1);
            case '~' -> operator(ARITHMETIC, "~", at, 1);
            case '|' ->
                    then == '|' ? operator(BARS, "||", at, 2) : operator(ARITHMETIC, "|", at, 1);
            case '&' ->
                    then == '&' ? operator(LOGIC, "&&", at, 2) : operator(ARITHMETIC, "&", at, 1);
            case '=', '<', '>', '!', ':' -> comparison(at, b);
            case ',' -> operator(COMMA, ",", at, 1);
            case '.' -> operator(DOT, ".", at, 1);
            case '(' -> operator(OPEN, "(", at, 1);
            case ')' -> operator(CLOSE, ")", at, 1);
            case ';' -> operator(SEMICOLON, ";", at, 1);
            default -> operator(OTHER, "", at, 1);
        };
    }

    private int operator(SqlKind kind, String word, int at, int length) {
        tokens.add(kind, word, at, at + length);
        return at + length;
    }

    private int comparison(int at, byte b) {
        int end = at + 1;
        while (byteAt(end) == '=' || byteAt(end) == '<' || byteAt(end) == '>') {
            end++;
        }
        if (b == ':') {
            boolean assigns = end == at + 2 && text[at + 1] == '=';
            return assigns ? operator(COMPARISON, ":=", at, 2) : colon(at);
        }
        if (b == '!' && end == at + 1) {
            return operator(ARITHMETIC, "!", at, 1);
        }
        tokens.add(COMPARISON, b == '=' && end == at + 1 ? "=" : "<>", at, end);
        return end;
    }

    /** {@code ::text} says a type and changes no meaning. */
    private int colon(int at) {
        if (byteAt(at + 1) != ':') {
            return operator(OTHER, ":", at, 1);
        }
        int end = at + 2;
        while (end < to && isLetter(text[end])) {
            end++;
        }
        return end;
    }

    /** {@code {d '2026-11-01'}}: what stands behind the brace is a type. */
    private int afterBrace(int at) {
        int end = at;
        while (end < to && end - at < 9 && isLetter(text[end])) {
            end++;
        }
        byte b = byteAt(end);
        return end > at && (b == ' ' || b == '\'' || b == '"' || b == '`' || b == '(') ? end : at;
    }

    /** Two strings side by side are one, and so are the halves around a doubled quote. */
    private int string(int at, byte quote) {
        int end = at + 1;
        while (end < to) {
            if (text[end] != quote) {
                end++;
            } else if (end > at + 1 && byteAt(end + 1) == quote) {
                end += 2;
            } else {
                tokens.add(STRING, "", at + 1, end);
                return end + 1;
            }
        }
        tokens.add(OPEN_STRING, "", at + 1, Math.max(at + 1, to));
        return to;
    }

    private int number(int at) {
        int end = at;
        if (text[at] == '0' && (byteAt(at + 1) | 0x20) == 'x') {
            end = at + 2;
            while (end < to && Character.digit(text[end], 16) >= 0) {
                end++;
            }
            tokens.add(NUMBER, "", at, end);
            return end;
        }
        while (end < to && (isDigit(text[end]) || text[end] == '.')) {
            end++;
        }
        end = exponent(end);
        int letters = end;
        while (letters < to && isNamePart(text[letters])) {
            letters++;
        }
        boolean sized = letters > end && SqlWords.kind(text, end, letters) == WORD;
        tokens.add(sized ? WORD : NUMBER, "", at, sized ? letters : end);
        return sized ? letters : end;
    }

    /** {@code 1e0}, also without digits: {@code 1.e(} is read by MySQL. */
    private int exponent(int at) {
        if ((byteAt(at) | 0x20) != 'e') {
            return at;
        }
        int end = at + 1;
        end += byteAt(end) == '-' || byteAt(end) == '+' ? 1 : 0;
        int digits = end;
        while (end < to && isDigit(text[end])) {
            end++;
        }
        boolean bare = text[at - 1] == '.' && !isNamePart(byteAt(at + 1));
        return end > digits || bare ? end : at;
    }

    private int word(int at) {
        int end = at + 1;
        while (end < to && isNamePart(text[end])) {
            end++;
        }
        byte then = byteAt(end);
        if ((then == '\'' || then == '"') && SqlWords.isPrefix(text, at, end)) {
            return string(end, then);
        }
        var word = SqlWords.find(text, at, end);
        tokens.add(SqlWords.kind(word), word, at, end);
        return end;
    }

    private int enclosed(int at, char close) {
        int end = at + 1;
        while (end < to && end - at < 66 && isNamePart(text[end])) {
            end++;
        }
        if (end == at + 1 || byteAt(end) != close) {
            return operator(OTHER, "", at, 1);
        }
        tokens.add(WORD, SqlWords.find(text, at + 1, end), at + 1, end);
        return end + 1;
    }

    private int variable(int at) {
        boolean address = at > 0 && isNamePart(text[at - 1]) && tokens.endsInName();
        int end = at;
        while (byteAt(end) == '@') {
            end++;
        }
        while (end < to && isNamePart(text[end])) {
            end++;
        }
        tokens.add(address ? OTHER : VARIABLE, "", at, end);
        return end;
    }

    private int constant(int at) {
        return operator(CONSTANT, "null", at, 2);
    }

    private int comment(int at) {
        int conditional = Comments.conditional(text, at + 2, to);
        if (conditional > at + 2) {
            return conditional;
        }
        int end = Comments.afterBlock(text, at + 2, lastBlock);
        if (end == at + 2) {
            tokens.add(COMMENT, "/*", at + 2, to);
            return to;
        }
        return end;
    }

    /**
     * Two dashes are a comment if a line follows or a blank, or nothing that could be subtracted.
     */
    private int dashes(int at) {
        byte then = byteAt(at + 2);
        boolean quoted = (then == '\'' || then == '"') && at + 3 < to;
        boolean subtracts = isNamePart(then) || then == '@' || quoted;
        return subtracts && at > lastLine ? operator(ARITHMETIC, "-", at, 2) : line(at);
    }

    /** A comment to the line's end: a blank if a line follows. */
    private int line(int at) {
        int start = at + (text[at] == '#' ? 1 : 2);
        int end = start;
        while (end < to && text[end] != '\n') {
            end++;
        }
        if (at > lastLine) {
            tokens.add(COMMENT, text[at] == '#' ? "#" : "--", start, end);
        }
        return end;
    }

    private byte byteAt(int index) {
        return index < to ? text[index] : 0;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isLetter(byte b) {
        int letter = b | 0x20;
        return letter >= 'a' && letter <= 'z' || b == '_' || b < 0;
    }

    private static boolean isNamePart(byte b) {
        return isLetter(b) || isDigit(b) || b == '$';
    }
}

package dev.cordon.domain.detection.shape;

/** Calls of functions and variables as PHP writes them. */
final class PhpCalls {

    private static final int LONGEST_COMMENT = 60;

    private static final Words FUNCTIONS =
            Words.of(
                    """
                    system exec eval assert popen passthru print echo die include require readfile fopen
                    unlink md5 sleep printf putenv ini_set define extract parse_str usort call exit
                    """);

    /** Functions whose name with a text in parentheses nobody writes for a saying on a mug. */
    private static final Words DANGEROUS =
            Words.of(
                    """
                    system exec eval assert popen passthru die include require readfile fopen unlink
                    putenv ini_set parse_str
                    """);

    private PhpCalls() {}

    /** {@code system($x)}, {@code print(md5(1));}: an argument and an end that PHP would want. */
    static boolean isPhpCall(Text text, int open) {
        int end = endOfName(text, open);
        int start = text.startOfWord(end);
        int i = text.skipBlanks(open + 1);
        if (start == end || !text.isOneOf(start, end, FUNCTIONS)) {
            return end == open && isComposed(text, start, end) && isTaken(text, i);
        }
        int behind = text.skipWord(i);
        boolean variable = text.at(i) == '$' && text.isLetterOrDigit(i + 1);
        boolean nested = behind > i && text.at(behind) == '(' && text.isOneOf(i, behind, FUNCTIONS);
        boolean named = text.isQuote(i) && text.isOneOf(start, end, DANGEROUS);
        return variable || nested || named || text.has(start, "print") && isReckoned(text, i);
    }

    /** Before blanks, a comment or a quote that stand between a name and its parenthesis. */
    private static int endOfName(Text text, int open) {
        int end = open;
        while (text.isBlank(end - 1)) {
            end--;
        }
        if (text.has(end - 2, "*/")) {
            int most = Math.max(0, end - LONGEST_COMMENT);
            end -= 2;
            while (end > most && !text.has(end, "/*")) {
                end--;
            }
            while (text.isBlank(end - 1)) {
                end--;
            }
        }
        return text.isQuote(end - 1) ? end - 1 : end;
    }

    /** {@code array_filter}: a name of several words, as functions have them. */
    private static boolean isComposed(Text text, int start, int end) {
        int i = start + 2;
        while (i < end - 2 && text.at(i) != '_') {
            i++;
        }
        return i < end - 2 && text.isLetter(start) && text.isLetter(i + 1);
    }

    private static boolean isTaken(Text text, int i) {
        return text.isQuote(i) || text.at(i) == '$' || text.at(i) == '[' || text.at(i) == ')';
    }

    private static boolean isReckoned(Text text, int from) {
        int i = from;
        while (text.isDigit(i)) {
            i++;
        }
        boolean sum = i > from && "+-*".indexOf(text.at(i)) >= 0;
        return sum && text.isDigit(i + 1);
    }

    /** {@code (system)('id')}, {@code @(7*7)}: what stands before is called, or worked out. */
    static boolean isAnswered(Text text, int open) {
        boolean called = text.at(open - 1) == ')' && text.isQuote(open + 1);
        return called || text.at(open - 1) == '@' && isReckoned(text, open + 1);
    }

    /** {@code $a='sys'}, {@code $a('id')}: a variable of PHP that is set or called. */
    static boolean isVariable(Text text, int dollar) {
        int end = text.skipWord(dollar + 1);
        if (end == dollar + 1 || text.isDigit(dollar + 1)) {
            return false;
        }
        boolean set = text.at(end) == '=' && (text.isQuote(end + 1) || text.at(end + 1) == '(');
        return set || text.at(end) == '(' && text.isQuote(end + 1) && !text.has(dollar, "$(");
    }
}

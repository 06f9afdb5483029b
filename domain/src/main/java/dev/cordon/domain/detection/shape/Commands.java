package dev.cordon.domain.detection.shape;

/** Commands for a shell, behind what separates them or within what runs them. */
final class Commands {

    private final Text view = new Text();
    private int quiet;
    private int lead;

    boolean isAttack(Text text) {
        ShellQuotes.drop(text, view);
        findLead();
        if (Programs.SIGNS.areIn(view) || isCommandAlone()) {
            return true;
        }
        for (int i = 0; i < view.length(); i++) {
            int behind = behindSeparator(i);
            if (behind > i && isCommand(i, behind)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCommandAlone() {
        int start = 0;
        int end = view.skipWord(0);
        while (view.isOneOf(start, end, Programs.RUNNING) && view.isBlank(end)) {
            start = end;
            while (view.isBlank(start) || view.isDigit(start) || view.has(start, "-n")) {
                start += view.at(start) == '-' ? 2 : 1;
            }
            end = view.skipWord(start);
        }
        boolean followed = view.at(end) == ';' || view.at(end) == '|';
        return view.isOneOf(start, end, Programs.STARTING) && hasArgument(start, end)
                || view.isOneOf(start, end, Programs.SURE) && followed;
    }

    /** Behind what separates commands or starts one within a text; the same place otherwise. */
    private int behindSeparator(int i) {
        int then = view.at(i + 1);
        return switch (view.at(i)) {
            case ';', '`', '\n', '\r' -> i + 1;
            case '|', '&' -> then == view.at(i) ? i + 2 : i + 1;
            case '$', '<', '>' -> then == '(' ? i + 2 : i;
            case '{' -> i == 0 || !view.isLetterOrDigit(i - 1) ? i + 1 : i;
            default -> i;
        };
    }

    private boolean isCommand(int separator, int from) {
        int start = behindPrefix(from);
        int end = start;
        while (view.isLetterOrDigit(end)) {
            end++;
        }
        if (isVariable(separator, from) || isPattern(start, end) || isScript(separator, from)) {
            return true;
        }
        if (end == start || end - start > 12) {
            return false;
        }
        int behind = view.has(end, ".exe") ? end + 4 : end;
        if (view.isOneOf(start, end, Programs.SURE)) {
            return isBoundary(behind);
        }
        boolean argued = view.isOneOf(start, end, Programs.ARGUED);
        boolean ended = view.isOneOf(start, end, Programs.ENDED);
        if (!argued && !ended) {
            return false;
        }
        boolean runs = view.at(separator) == '`' || view.at(from - 1) == '(';
        if (runs || isFirst(separator)) {
            return isEnd(behind) || view.isBlank(behind) || hasArgument(start, behind);
        }
        if (view.at(separator) == '|' && view.isOneOf(start, end, Programs.SHELLS)) {
            return view.skipBlanks(behind) >= view.length();
        }
        boolean listed = view.at(separator) == '{' && view.at(behind) == ',';
        return listed
                || argued && hasArgument(start, behind)
                || ended && isEnd(behind) && isAlone(separator, start, end);
    }

    /** A separator that nothing stands before but a number or closed quotes. */
    private boolean isFirst(int separator) {
        boolean segment = view.at(separator - 1) == '/' && view.at(separator) != '&';
        boolean plain = view.at(separator) == '&' && view.at(separator + 1) != '&';
        boolean listed = plain || quiet > 0 && view.isDigit(quiet - 1);
        boolean said = view.at(separator) == '{' || listed && view.isBlank(separator + 1);
        return !said && (segment || separator >= quiet && separator <= lead);
    }

    /** Finds where the number or the closed quotes end that a text may begin with. */
    private void findLead() {
        int i = 0;
        while (view.isDigit(i) || view.at(i) == '.') {
            i++;
        }
        if (i == 0) {
            while (view.isQuote(i) && view.at(i) != '`' || view.at(i) == ')') {
                i++;
            }
        }
        quiet = i;
        lead = view.skipBlanks(i);
    }

    /** {@code ;$a}: runs what a variable holds. */
    private boolean isVariable(int separator, int from) {
        boolean parts = view.at(separator) == ';' || view.at(separator) == '|';
        return parts
                && view.at(from) == '$'
                && (view.isLetter(from + 1) || view.at(from + 1) == '{');
    }

    /** {@code ;./x.sh}, {@code ;. /tmp/x}: runs a file by its path. */
    private boolean isScript(int separator, int from) {
        boolean parts = view.at(separator) == ';' || view.at(separator) == '|';
        int slash = view.at(from) == '.' ? view.skipBlanks(from + 1) : from;
        return parts && slash > from && view.at(slash) == '/' && view.isLetter(slash + 1);
    }

    /** {@code /bin/c?t}: a program's path with letters left open. */
    private boolean isPattern(int start, int end) {
        int b = view.at(end);
        return view.at(start - 1) == '/' && (b == '?' || b == '*') && view.isLetter(end + 1);
    }

    /** Behind blanks, an opening bracket, {@code sudo} and a folder of programs. */
    private int behindPrefix(int from) {
        int i = from;
        while (i - from < 40
                && (view.isBlank(i) || "({!@+".indexOf(view.at(i)) >= 0 && view.at(i) > 0)) {
            i++;
        }
        i += view.has(i, "sudo ") && view.isLetter(i + 5) ? 5 : 0;
        int last = i;
        if (view.at(i) == '/') {
            for (int end = i;
                    end - i < 40 && (view.isLetterOrDigit(end) || view.at(end) == '/');
                    end++) {
                last = view.at(end) == '/' ? end + 1 : last;
            }
        }
        return last;
    }

    /**
     * Something a shell's program takes and a customer hardly writes: a path, an option, a host.
     */
    private boolean hasArgument(int start, int end) {
        boolean counted = view.isOneOf(start, end, Programs.COUNTED);
        int b = view.at(end);
        if (b == '<' || b == '$' && !view.isDigit(end + 1) || b == '/' && isOption(end)) {
            return true;
        }
        if (!view.isBlank(end) && b != '+') {
            return false;
        }
        int i = view.skipBlanks(end + 1);
        int first = view.at(i);
        if (counted && view.isDigit(i)) {
            int behind = i;
            while (view.isDigit(behind) || view.at(behind) == '.') {
                behind++;
            }
            return isEnd(view.skipBlanks(behind))
                    || view.at(behind) == '.'
                    || view.at(behind) == 's';
        }
        if (first == '/' || first == '-' && view.isLetterOrDigit(i + 1) || first == '~') {
            return true;
        }
        if (first == '$' && !view.isDigit(i + 1) || first == '*' || isSubcommand(start, end, i)) {
            return true;
        }
        return view.has(i, "../")
                || view.has(i, "./")
                || view.has(i, "\"hkey")
                || view.has(i, "\"hklm")
                || view.has(i, "http")
                || view.has(i, "c:")
                || isFile(i);
    }

    /** {@code /t}: one letter behind a slash. */
    private boolean isOption(int slash) {
        return view.isLetter(slash + 1) && view.isBlank(slash + 2);
    }

    private boolean isSubcommand(int start, int end, int next) {
        boolean net = end == start + 3 && view.has(start, "net");
        return net && view.isOneOf(next, view.skipWord(next), Programs.OF_NET);
    }

    /** A word with a dot or a slash in it: {@code config.php}, {@code folder/file}. */
    private boolean isFile(int from) {
        int end = view.skipWord(from);
        boolean joined = view.at(end) == '.' || view.at(end) == '/' || view.at(end) == '*';
        return end > from && joined && (view.isLetterOrDigit(end + 1) || view.at(end) == '*');
    }

    private boolean isBoundary(int i) {
        return !view.isLetterOrDigit(i) && view.at(i) != '-';
    }

    private boolean isEnd(int i) {
        int at = view.skipBlanks(i);
        return at >= view.length() || ";|&`)#}<>\n\"'".indexOf(view.at(at)) >= 0;
    }

    /** Not one of a list of words such as {@code wallet|id|card} or "ring & set". */
    private boolean isAlone(int separator, int start, int end) {
        int b = view.at(separator);
        if (b == '{') {
            return false;
        }
        if (view.at(separator + 1) == b) {
            return true;
        }
        int before = separator - 1;
        while (view.isBlank(before)) {
            before--;
        }
        boolean word = view.isLetter(before) && (b == '&' || view.isLetter(before - 1));
        boolean joined = start == separator + 1 && before == separator - 1;
        boolean closed = b == '|' && view.at(end) == '|' && end + 1 >= view.length();
        return !word
                || joined
                        && (b != '|' && b != '&' || closed)
                        && view.isOneOf(start, end, Programs.SHELL_ONLY);
    }
}

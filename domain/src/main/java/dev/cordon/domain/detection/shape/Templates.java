package dev.cordon.domain.detection.shape;

/**
 * Expressions between braces that a template would work out. Shops leave braces in links
 * themselves, such as {@code {{campaign.name}}}: a name, even one with a filter, is nothing.
 */
final class Templates {

    private static final int LONGEST = 300;

    private static final Literals TELLING =
            new Literals(
                    """
                    jndi  config  request.  self.  constructor  java.  @print  system  passthru
                    exec  ''.  "".  [].  ().  dump(  app.  range(  cycler  joiner  lipsum  |attr
                    |join  $on.  phpinfo  runtime  class.  processbuilder  include   import   new
                    #rt  #this  _self  debug  #with  #each  pagecontext  applicationscope
                    sessionscope  requestscope  process  #context  param.
                    """);
    private static final Words TAGS =
            Words.of(
                    """
                    if for set import include extends debug raw load block print macro from with
                    """);

    /** What a logging or text library looks up by name. */
    private static final Words LOOKUPS =
            Words.of(
                    """
                    jndi java env sys date lower upper base64 base64decoder url urldecoder dns script ctx
                    main spring k8s docker web bundle const file xml marker event
                    """);

    /** Objects that frameworks hand to every template. */
    private static final Words GIVEN =
            Words.of(
                    """
                    self request config settings app
                    """);

    private Templates() {}

    /** Whether the brace opens something that is worked out. */
    static boolean isEvaluated(Text text, int open) {
        int before = text.at(open - 1);
        boolean marked =
                before == '$' || before == '#' || before == '*' || before == '@' || before == '%';
        if (text.at(open + 1) == '%') {
            return isTag(text, text.skipBlanks(open + 2));
        }
        if (!marked && text.at(open + 1) != '{' || text.at(open - 1) == '{') {
            return isProduct(text, open + 1) && text.at(open + 1) != '{';
        }
        int start = marked ? open + 1 : open + 2;
        int end = start;
        while (end < text.length() && end - start < LONGEST && text.at(end) != '}') {
            end++;
        }
        int name = text.skipBlanks(start);
        return end < text.length()
                && (isWorkedOut(text, start, end)
                        || isLookup(text, start)
                        || text.isOneOf(name, text.skipWord(name), GIVEN));
    }

    private static boolean isLookup(Text text, int start) {
        int end = text.skipWord(start);
        return text.at(end) == ':' && text.isOneOf(start, end, LOOKUPS);
    }

    /** {@code 7*7}: two numbers and nothing else up to the closing sign. */
    static boolean isProduct(Text text, int from) {
        int star = text.skipWord(text.skipBlanks(from));
        int end = text.skipWord(star + 1);
        boolean numbers = text.isDigit(star - 1) && text.isDigit(end - 1);
        return text.at(star) == '*' && numbers && (text.at(end) == '}' || text.at(end) == ']');
    }

    private static boolean isTag(Text text, int from) {
        int start = text.at(from) == '-' ? text.skipBlanks(from + 1) : from;
        return text.isOneOf(start, text.skipWord(start), TAGS);
    }

    private static boolean isWorkedOut(Text text, int start, int end) {
        for (int i = start; i < end; i++) {
            int b = text.at(i);
            boolean hidden = b == '_' && text.at(i + 1) == '_';
            if (b == '(' || b == '{' || hidden || isSum(text, i)) {
                return true;
            }
        }
        return TELLING.areIn(text, start, end);
    }

    /** Digits, an operator and digits or a string. */
    private static boolean isSum(Text text, int i) {
        int b = text.at(i);
        if (b != '*' && b != '+' && b != '/' && b != '-') {
            return false;
        }
        int left = i - 1;
        while (text.isBlank(left)) {
            left--;
        }
        int right = text.skipBlanks(i + 1);
        boolean number = text.isDigit(left) && !text.isLetter(left - 1);
        return number && (text.isDigit(right) || text.isQuote(right))
                || text.isQuote(left) && text.isDigit(right) && b == '*';
    }
}

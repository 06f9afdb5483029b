package dev.cordon.domain.detection.shape;

/** Script that reached a place where script runs: calls, a page's own things, letters avoided. */
final class Scripts {

    private static final Words CALLED =
            Words.of(
                    """
                    alert confirm prompt eval settimeout setinterval execscript fromcharcode fetch atob
                    print function write writeln appendchild createelement open import constructor
                    """);

    /** Words of every day: only with an argument that is script's. */
    private static final Words ARGUMENTS =
            Words.of(
                    """
                    document window location origin cookie string this self parent top navigator name
                    xss eval atob unescape decodeuricomponent frames alert url rsnake localstorage
                    sessionstorage domain hacked test poc opener history prompt confirm
                    """);

    private static final Words HANDED =
            Words.of(
                    """
                    alert confirm prompt eval
                    """);

    private static final Literals SURE =
            new Literals(
                    """
                    |document.cookie|  |document.domain|  |document.location  |document.write
                    |document.body  |document.forms  document['  document["  |window.location
                    |window.name|  |window.open(  window['  window["  self['  self["  |top['  |top["
                    this['  this["  parent['  string.fromcharcode  |location.hash  |location.href=
                    location='  location="  location=`  .constructor(  ['constructor']
                    ["constructor"]  constructor.constructor  xmlhttprequest(  navigator.sendbeacon
                    (![]+[])  [![]]+  ![]+  +[])[  [+!+[]]  {}[''+  .innerhtml  onerror=alert
                    throw onerror  onerror=eval  src=//  .source+  location=name
                    .getscript(  reflect.apply(  location.replace(  location.assign(
                    new xmlhttprequest  ${alert  ${prompt  ${confirm
                    """);

    private Scripts() {}

    static boolean isAttack(Text text) {
        if (SURE.areIn(text)) {
            return true;
        }
        for (int i = 1; i < text.length(); i++) {
            if ((text.at(i) == '(' || text.at(i) == '`') && call(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean call(Text text, int at) {
        if (passes(text, at) || picks(text, at)) {
            return true;
        }
        int end = at;
        while (text.at(end - 1) == ')' || text.at(end - 1) == '.' || text.at(end - 1) == '?') {
            end--;
        }
        int start = text.startOfWord(end);
        if (end - start > 20 || !text.isOneOf(start, end, CALLED)) {
            return false;
        }
        boolean common =
                text.has(start, "open") || text.has(start, "print(") || text.has(start, "write");
        boolean member = text.at(start - 1) == '.' || text.at(start - 1) == ']';
        return common
                ? member && isArgument(text, at + 1)
                        || text.at(start - 1) == '=' && text.at(at + 1) == ')'
                : isArgument(text, at + 1);
    }

    /** {@code [1].map(alert)}: what is called is handed over. */
    private static boolean passes(Text text, int at) {
        int name = text.startOfWord(at);
        int end = text.skipWord(at + 1);
        return name < at
                && text.at(name - 1) == '.'
                && text.at(end) == ')'
                && text.isOneOf(at + 1, end, HANDED);
    }

    /** {@code self[`alert`](1)}: called by a name in quotes. */
    private static boolean picks(Text text, int at) {
        return text.at(at - 1) == ']' && text.isQuote(at - 2) && isArgument(text, at + 1);
    }

    private static boolean isArgument(Text text, int from) {
        int i = text.skipBlanks(from);
        int b = text.at(i);
        if (text.isDigit(i) || text.isQuote(i) || b == '/' || b == '[' || b == '!' || b == ')') {
            return true;
        }
        return text.isOneOf(i, text.skipWord(i), ARGUMENTS);
    }
}

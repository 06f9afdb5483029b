package dev.cordon.domain.detection.shape;

/** Markup that a browser would run: tags that load or do something, handlers, script addresses. */
final class Markup {

    private static final Words RUNNING =
            Words.of(
                    """
                    script iframe svg math frameset applet isindex layer ilayer bgsound xss noscript
                    portal plaintext marquee
                    """);

    /** Do harm by what they load, so only with attributes. */
    private static final Words LOADING =
            Words.of(
                    """
                    object embed base meta img image link style form input video audio source xml frame
                    body button table td a div isindex template animate set use event
                    """);

    private static final Words LOADED =
            Words.of(
                    """
                    src srcdoc formaction data background action poster href content from to values
                    dynsrc lowsrc code srcset style http-equiv xlink:href allowscriptaccess rel
                    """);
    private static final Words HARMLESS_LINKS =
            Words.of(
                    """
                    a link form div td
                    """);
    private static final Words EVENTS =
            Words.of(
                    """
                    onerror onload onclick onfocus onblur onmouseover onmouseenter onmouseleave
                    onmousemove onmouseout onmousedown onmouseup onmousewheel onwheel onkeydown
                    onkeypress onkeyup onchange oninput onsubmit onreset onselect onselectstart ontoggle
                    onbegin onend onrepeat onstart onfinish onbounce onanimationstart onanimationend
                    ontransitionend onpointerover onpointerenter onpointerdown onpointermove
                    onpointerrawupdate onfocusin onfocusout ondblclick oncontextmenu onauxclick oncopy
                    oncut onpaste onbeforecopy onbeforecut onbeforepaste ondrag ondragstart ondragend
                    ondrop onscroll onscrollend onresize onhashchange onpageshow onpagehide onpopstate
                    onmessage onunload onbeforeunload onloadstart onloadend onloadeddata
                    onloadedmetadata oncanplay onplay onplaying onprogress ontimeupdate
                    onreadystatechange onsearch onshow oninvalid onformchange onforminput onactivate
                    onbeforeactivate onabort ontouchstart ontouchend ontouchmove onunhandledrejection
                    onbeforeprint onafterprint onpropertychange onwebkitanimationstart ontransitionrun
                    ontransitionstart onbeforetoggle oncuechange onbeforescriptexecute
                    onafterscriptexecute onbeforeinput onrowexit
                    """);
    private static final Literals SURE =
            new Literals(
                    """
                    data:text/html  data:image/svg  data:application/x-javascript
                    data:text/javascript  -moz-binding  :expression(  srcdoc=  xlink:href=
                    <![cdata[  </script  @import'  @import"  @import url(
                    @import "  behavior:url(  adw-script
                    "><  '><  "/><  '/><
                    """);

    private Markup() {}

    static boolean isAttack(Text text) {
        if (SURE.areIn(text)) {
            return true;
        }
        boolean bracketed = opensTag(text);
        for (int i = 0; i < text.length(); i++) {
            boolean found =
                    switch (text.at(i)) {
                        case '<' -> tag(text, i + 1);
                        case ':' -> scheme(text, i);
                        case 'o' -> text.at(i + 1) == 'n' && handler(text, i, bracketed);
                        default -> false;
                    };
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static boolean opensTag(Text text) {
        int i = 0;
        while (i < text.length() && (text.at(i) != '<' || !isTagStart(text.at(i + 1)))) {
            i++;
        }
        return i < text.length();
    }

    private static boolean isTagStart(int b) {
        return b >= 'a' && b <= 'z' || "/!?%".indexOf(b) >= 0 && b > 0;
    }

    private static boolean tag(Text text, int from) {
        int start = from;
        while (text.at(start) == '/' || text.at(start) == '<' && start - from < 4) {
            start++;
        }
        int named = text.skipBlanks(start);
        int end = text.skipWord(named);
        if (end == named) {
            return false;
        }
        boolean bounded = !text.isLetterOrDigit(end) && text.at(end) != '-';
        if (text.isOneOf(named, end, RUNNING)) {
            return bounded && (named == start || text.at(end) == '>' || isAttributed(text, end));
        }
        return named == start && text.isOneOf(named, end, LOADING) && loads(text, named, end);
    }

    private static boolean isAttributed(Text text, int end) {
        return text.at(end) == '/' || text.at(text.skipBlanks(end)) == '>';
    }

    /** Whether an attribute loads something, up to the tag's end. */
    private static boolean loads(Text text, int named, int end) {
        boolean link = text.isOneOf(named, end, HARMLESS_LINKS);
        int i = end;
        while (i < text.length() && text.at(i) != '>' && text.at(i) != '<') {
            int start = i;
            while (text.isLetter(i) || text.at(i) == '-' || text.at(i) == ':') {
                i++;
            }
            int sign = text.skipBlanks(i);
            boolean loaded = text.at(sign) == '=' && text.isOneOf(start, i, LOADED);
            if (loaded && (!link || isForeign(text, sign + 1))) {
                return true;
            }
            i = Math.max(sign, start + 1);
        }
        return false;
    }

    /** A link anywhere is a link; to another scheme or host it is a trap. */
    private static boolean isForeign(Text text, int from) {
        int i = text.skipBlanks(from);
        i += text.isQuote(i) ? 1 : 0;
        return text.has(i, "//") || text.has(i, "data:") || text.has(i, "x:");
    }

    /**
     * {@code javascript:} with something behind that would run, blanks among its letters or not.
     */
    private static boolean scheme(Text text, int colon) {
        int i = colon - 1;
        var name = "script";
        int letter = name.length() - 1;
        while (letter >= 0 && colon - i < 40) {
            while (text.isBlank(i)) {
                i--;
            }
            if (text.at(i) != name.charAt(letter)) {
                return false;
            }
            i--;
            letter--;
        }
        return letter < 0 && isScriptKind(text, i) && runs(text, colon + 1);
    }

    private static boolean isScriptKind(Text text, int end) {
        int i = end;
        while (text.isBlank(i)) {
            i--;
        }
        return text.at(i) == 'a' || text.at(i) == 'b' || text.at(i) == 'e' || text.at(i) == 'j';
    }

    private static boolean runs(Text text, int from) {
        int i = from;
        int last = Math.min(text.length(), from + 80);
        if (i >= last) {
            return false;
        }
        while (i < last && text.at(i) != '&') {
            if ("(=`/%'\"[+.".indexOf(text.at(i)) >= 0) {
                return true;
            }
            i++;
        }
        return false;
    }

    /** {@code " onfocus=alert(1)}: an event's handler where an attribute could begin. */
    private static boolean handler(Text text, int start, boolean bracketed) {
        int before = text.at(start - 1);
        if (start > 0 && !text.isBlank(start - 1) && !isBreak(before)) {
            return false;
        }
        int end = text.skipWord(start);
        int sign = text.skipBlanks(end);
        int value = text.skipBlanks(sign + 1);
        if (text.at(sign) != '=' || text.at(sign + 1) == '=' || value >= text.length()) {
            return false;
        }
        boolean calls = calls(text, value);
        boolean escapes = bracketed || isBreak(before) || hasQuoteBefore(text, start);
        return text.isOneOf(start, end, EVENTS)
                ? calls || escapes
                : (calls && escapes || bracketed) && end > start + 4;
    }

    private static boolean isBreak(int b) {
        return b == '\'' || b == '"' || b == '`' || b == '/' || b == '>' || b == ';';
    }

    private static boolean hasQuoteBefore(Text text, int end) {
        for (int i = Math.max(0, end - 200); i < end; i++) {
            if (text.isQuote(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean calls(Text text, int from) {
        int last = Math.min(text.length(), from + 200);
        for (int i = from; i < last; i++) {
            if (text.at(i) == '(' || text.at(i) == '`' || text.at(i) == '=') {
                return true;
            }
        }
        return false;
    }
}

package dev.cordon.domain.detection.shape;

import com.google.re2j.Pattern;
import dev.cordon.domain.detection.rule.AttackShape;
import java.util.Arrays;
import java.util.List;

/**
 * Attacks on browsers, files, shells and PHP, by what they cannot do without. Patterns run in
 * linear time, and only on texts that hold the bytes they need.
 */
final class Signatures {

    private record Signature(AttackShape shape, int clue, Pattern pattern) {}

    private static final String COMMANDS =
            "(?:id|whoami|uname|ifconfig|ipconfig|netstat|ps|w|env|printenv|hostname|pwd|ls|dir)";
    private static final String TOOLS =
            "(?:cat|head|tail|less|more|nl|tac|wget|curl|nc|ncat|netcat|bash|sh|zsh|dash|python3?|perl"
                    + "|php|ruby|powershell|cmd(?:\\.exe)?|ping|nslookup|dig|sleep|chmod|chown|rm|cp"
                    + "|mv|echo|touch|kill|type|find|grep|awk|sed|tftp|ftp|telnet|certutil|ls|dir"
                    + "|uname|expr|printf|export|set|eval|exec|nohup|crontab|base64|xxd|busybox)";

    private static final List<Signature> ALL =
            List.of(
                    markup(
                            "<\\s*/?\\s*(?:script|iframe|object|embed|applet|meta|base|frameset)\\b"),
                    markup("<\\s*[a-z!?/][^>]{0,400}[\\s/\"'`+]on[a-z]{3,25}\\s*="),
                    markup("[\"'`>][\\s/]*on[a-z]{3,25}\\s*=\\s*[^\\s]"),
                    markup(
                            "\\bon(?:error|load|click|mouseover|focus|toggle|begin)\\s*=\\s*[\"'`]?\\w+[(`]"),
                    markup("(?:javascript|vbscript|livescript)\\s*:\\s*[^\\s/]"),
                    markup("data\\s*:\\s*text/html"),
                    markup(
                            "<\\s*(?:svg|math|img|body|video|audio|details|marquee|style|link|form"
                                    + "|input|isindex|xml|template|a|div|button|textarea|select|keygen)"
                                    + "(?:[\\s/][^>]{0,400})?(?:src|href|action|data|style|srcdoc|xlink:href"
                                    + "|formaction|poster|background)\\s*=\\s*[\"'`]?\\s*(?:javascript|data|x|//|http)"),
                    markup("<\\s*svg[\\s/>]"),
                    markup(
                            "(?:alert|confirm|prompt|eval|settimeout|fetch|import)\\s*(?:\\(|`)[^)]{0,200}"
                                    + "[)`]\\s*(?://|;|[-+*]\\s*['\"]|<|$)"),
                    markup(
                            "document\\s*\\.\\s*(?:cookie|domain|location|write)|window\\s*\\.\\s*location"
                                    + "|string\\.fromcharcode"),
                    markup("expression\\s*\\(|-moz-binding|@import\\s+['\"]"),
                    markup("<!(?:doctype|entity)[^>]*\\bsystem\\b|<!\\[cdata\\["),
                    path(
                            "(?:\\.\\.[/\\\\]+){2,}|\\.\\.;[/\\\\]|(?:\\.{4,}[/\\\\]+){2}"
                                    + "|\\.\\.[/\\\\]+(?:etc|windows|winnt|boot|proc|var|wp-config)"),
                    path(
                            "[/\\\\](?:etc[/\\\\]+(?:passwd|shadow|hosts|group|issue|hostname|crontab"
                                    + "|apache2|nginx|mysql)|proc[/\\\\]+(?:self|version|cpuinfo|\\d+)"
                                    + "|windows[/\\\\]+(?:win\\.ini|system32)|winnt[/\\\\]|var[/\\\\]+log[/\\\\]"
                                    + "|root[/\\\\]+\\.)"),
                    path("\\b(?:boot\\.ini|win\\.ini)\\b"),
                    path(
                            "^(?:[^=]{0,60}=)?(?:file|php|phar|zip|expect|glob|ogg|rar|compress\\.zlib"
                                    + "|gopher|dict|jar|netdoc|ssh2\\S{0,8})://"),
                    path("^[a-z]:[/\\\\]{1,2}(?:windows|boot|inetpub|users|program)"),
                    path("data:[a-z/]*;base64,"),
                    command("[;|&\\n`]+\\s*/?(?:[\\w.]+/)*" + COMMANDS + "\\s*(?:[;|&`\\n)#>]|$)"),
                    command(
                            "[;|&\\n`]+\\s*(?:/\\w+)*/?"
                                    + TOOLS
                                    + "(?:\\s+|\\$\\{?ifs\\}?|<)[-/\\\\.$~'\"{(%0-9h]"),
                    command("[;|&\\n`]\\s*(?:ls|dir|cat|ps|netstat|ifconfig)\\s+-[a-z]"),
                    command(
                            "\\$\\(\\s*[a-z/]|`\\s*(?:/?\\w+/)*"
                                    + TOOLS
                                    + "|`\\s*"
                                    + COMMANDS
                                    + "\\s*`"),
                    command("\\(\\)\\s*\\{\\s*(?::|_;|\\w+)"),
                    command(
                            "/bin/(?:ba|z|da|k)?sh\\b|/dev/tcp/|cmd(?:\\.exe)?\\s*/c\\b"
                                    + "|powershell(?:\\.exe)?\\s+-|\\$\\{?ifs\\}?"),
                    command("\\b(?:wget|curl)\\s+(?:-\\S+\\s+)*(?:https?|ftp)://"),
                    code("<\\?(?:php|=|\\s)|<%\\s*[=@]|\\bphpinfo\\s*\\("),
                    code(
                            "\\b(?:eval|assert|system|passthru|shell_exec|popen|proc_open|pcntl_exec"
                                    + "|base64_decode|gzinflate|str_rot13|create_function|call_user_func(?:_array)?"
                                    + "|file_put_contents|file_get_contents|fsockopen|move_uploaded_file)"
                                    + "\\s*\\(\\s*[^\\s)]"),
                    code("\\$\\{[^}]{0,40}(?:jndi|lower|upper|env|sys|::-)|\\bjndi\\s*:"),
                    code(
                            "\\{\\{[^{}]{0,200}(?:[*+|]|\\d\\s*-\\s*\\d|\\.|_|\\(|\\[|')[^{}]{0,200}\\}\\}"),
                    code(
                            "(?:\\$|#|@|\\*)\\{[^{}]{0,200}(?:\\d\\s*[*+]\\s*\\d|\\(|\\.)[^{}]{0,200}\\}"),
                    code("\\{%[^%]{0,200}%\\}|<#assign|#set\\s*\\(|\\{php\\}"),
                    code("(?:^|[=;{])o:\\d{1,4}:\"|rO0AB|\\baced0005"),
                    code(
                            "__proto__|constructor\\s*(?:\\[|\\.)\\s*prototype|class\\.module\\.classloader"),
                    code("\\b(?:allow_url_include|auto_prepend_file|disable_functions)\\b\\s*="),
                    code(
                            "169\\.254\\.169\\.254|metadata\\.google\\.internal|100\\.100\\.100\\.200"),
                    code("\\\\think\\\\|invokefunction|\\bvars\\[\\d\\]\\[\\]|_wpnonce=[^&]*<\\?"),
                    code(
                            "java\\.lang\\.(?:runtime|processbuilder)|getruntime\\(|ognl|%\\{[^}]{0,100}#"));

    private Signatures() {}

    static int in(byte[] text, int length, int clues) {
        int seen = 0;
        byte[] exact = text;
        for (var each : ALL) {
            boolean known = (seen & Shapes.bit(each.shape)) != 0;
            if (known || (clues & each.clue) == 0) {
                continue;
            }
            exact = exact.length == length ? exact : Arrays.copyOf(text, length);
            if (each.pattern.matcher(exact).find()) {
                seen |= Shapes.bit(each.shape);
            }
        }
        return seen;
    }

    private static Signature markup(String pattern) {
        return new Signature(AttackShape.CROSS_SITE_SCRIPTING, Clues.MARKUP, compiled(pattern));
    }

    private static Signature path(String pattern) {
        return new Signature(AttackShape.PATH_TRAVERSAL, Clues.PATH, compiled(pattern));
    }

    private static Signature command(String pattern) {
        return new Signature(AttackShape.COMMAND_INJECTION, Clues.COMMAND, compiled(pattern));
    }

    private static Signature code(String pattern) {
        return new Signature(AttackShape.CODE_INJECTION, Clues.CODE, compiled(pattern));
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}

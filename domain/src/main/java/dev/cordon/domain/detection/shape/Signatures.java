package dev.cordon.domain.detection.shape;

import com.google.re2j.Pattern;
import dev.cordon.domain.detection.rule.AttackShape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Attacks on browsers, files, shells and PHP, by what they cannot do without. Each pattern names
 * literals, one of which every text it matches holds: one pass looks for all of them, and only the
 * patterns that may match are run, in linear time. Not safe for two threads.
 */
final class Signatures {

    private record Signature(AttackShape shape, List<String> needs, Pattern pattern) {}

    private static final List<String> COMMANDS =
            List.of(
                    "id",
                    "whoami",
                    "uname",
                    "ifconfig",
                    "ipconfig",
                    "netstat",
                    "ps",
                    "env",
                    "printenv",
                    "hostname",
                    "pwd",
                    "ls",
                    "dir");
    private static final List<String> TOOLS =
            List.of(
                    "cat",
                    "head",
                    "tail",
                    "less",
                    "more",
                    "nl",
                    "tac",
                    "wget",
                    "curl",
                    "nc",
                    "ncat",
                    "netcat",
                    "bash",
                    "sh",
                    "zsh",
                    "dash",
                    "python",
                    "python3",
                    "perl",
                    "php",
                    "ruby",
                    "powershell",
                    "cmd",
                    "cmd.exe",
                    "ping",
                    "nslookup",
                    "dig",
                    "sleep",
                    "chmod",
                    "chown",
                    "rm",
                    "cp",
                    "mv",
                    "echo",
                    "touch",
                    "kill",
                    "type",
                    "find",
                    "grep",
                    "awk",
                    "sed",
                    "tftp",
                    "ftp",
                    "telnet",
                    "certutil",
                    "ls",
                    "dir",
                    "uname",
                    "expr",
                    "printf",
                    "export",
                    "set",
                    "eval",
                    "exec",
                    "nohup",
                    "crontab",
                    "base64",
                    "xxd",
                    "busybox");
    private static final List<String> FUNCTIONS =
            List.of(
                    "eval",
                    "assert",
                    "system",
                    "passthru",
                    "shell_exec",
                    "popen",
                    "proc_open",
                    "pcntl_exec",
                    "base64_decode",
                    "gzinflate",
                    "str_rot13",
                    "create_function",
                    "call_user_func",
                    "call_user_func_array",
                    "file_put_contents",
                    "file_get_contents",
                    "fsockopen",
                    "move_uploaded_file");
    private static final String ANY_COMMAND = anyOf(COMMANDS);
    private static final String ANY_TOOL = anyOf(TOOLS);
    private static final List<String> ON =
            List.of(
                    "onerror",
                    "onload",
                    "onclick",
                    "onmouse",
                    "onfocus",
                    "ontoggle",
                    "onbegin",
                    "onresize",
                    "onanimation",
                    "onpointer",
                    "onkey",
                    "onblur",
                    "onchange",
                    "oninput",
                    "onsubmit",
                    "onstart",
                    "onfinish",
                    "onscroll",
                    "onwheel",
                    "onplay",
                    "oncopy",
                    "oncut",
                    "onpaste",
                    "ondrag",
                    "ondrop",
                    "ontransition",
                    "onpage",
                    "onhash",
                    "onunload",
                    "onbeforeunload",
                    "onmessage",
                    "onstorage",
                    "oninvalid",
                    "onsearch",
                    "onselect",
                    "onshow",
                    "onauxclick",
                    "ondblclick",
                    "oncontextmenu",
                    "onafter",
                    "onbefore",
                    "onready",
                    "onloadstart",
                    "oncanplay",
                    "ontouch",
                    "onbounce",
                    "onwebkit",
                    "onrepeat",
                    "onend",
                    "onactivate",
                    "ondata",
                    "onoffline",
                    "ononline",
                    "onpop",
                    "onreset",
                    "ontime",
                    "onvolume",
                    "onwaiting",
                    "onprogress");

    private static final List<Signature> ALL = all();

    private final LiteralSearch search;
    private final int[] signatureOf;
    private final BitSet worthwhile = new BitSet(ALL.size());

    Signatures() {
        var literals = new ArrayList<byte[]>();
        var owners = new ArrayList<Integer>();
        for (int i = 0; i < ALL.size(); i++) {
            for (var need : ALL.get(i).needs) {
                literals.add(need.getBytes(StandardCharsets.UTF_8));
                owners.add(i);
            }
        }
        search = new LiteralSearch(literals);
        signatureOf = owners.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The bits of the shapes that the text has. */
    int in(byte[] text, int length) {
        worthwhile.clear();
        search.search(text, 0, length, (literal, _) -> worthwhile.set(signatureOf[literal]));
        if (worthwhile.isEmpty()) {
            return 0;
        }
        int seen = 0;
        byte[] exact = text.length == length ? text : Arrays.copyOf(text, length);
        for (int i = worthwhile.nextSetBit(0); i >= 0; i = worthwhile.nextSetBit(i + 1)) {
            var signature = ALL.get(i);
            boolean known = (seen & Shapes.bit(signature.shape)) != 0;
            if (!known && signature.pattern.matcher(exact).find()) {
                seen |= Shapes.bit(signature.shape);
            }
        }
        return seen;
    }

    private static List<Signature> all() {
        var all = new ArrayList<Signature>();
        all.addAll(markup());
        all.addAll(paths());
        all.addAll(commands());
        all.addAll(code());
        return List.copyOf(all);
    }

    private static List<Signature> markup() {
        var shape = AttackShape.CROSS_SITE_SCRIPTING;
        return List.of(
                of(
                        shape,
                        List.of("<"),
                        "<\\s*/?\\s*(?:script|iframe|object|embed|applet|meta|base|frameset)\\b"),
                of(shape, List.of("<"), "<\\s*[a-z!?/][^>]{0,400}[\\s/\"'`+]on[a-z]{3,25}\\s*="),
                of(shape, ON, "[\"'`>][\\s/]*on[a-z]{3,25}\\s*=\\s*[^\\s]"),
                of(shape, ON, "\\bon[a-z]{3,25}\\s*=\\s*[\"'`]?\\w+[(`]"),
                of(
                        shape,
                        List.of("javascript", "vbscript", "livescript"),
                        "(?:java|vb|live)script\\s*:\\s*[^\\s/]"),
                of(shape, List.of("text/html"), "data\\s*:\\s*text/html"),
                of(
                        shape,
                        List.of("<"),
                        "<\\s*(?:svg|math|img|body|video|audio|details|marquee|style|link|form|input"
                                + "|isindex|xml|template|a|div|button|textarea|select|keygen)"
                                + "(?:[\\s/][^>]{0,400})?(?:src|href|action|data|style|srcdoc|background"
                                + "|formaction|poster)\\s*=\\s*[\"'`]?\\s*(?:javascript|data|x|//|http)"),
                of(shape, List.of("<"), "<\\s*svg[\\s/>]"),
                of(
                        shape,
                        List.of("alert", "confirm", "prompt", "eval", "settimeout", "fetch"),
                        "(?:alert|confirm|prompt|eval|settimeout|fetch)\\s*(?:\\(|`)[^)]{0,200}"
                                + "[)`]\\s*(?://|;|[-+*]\\s*['\"]|<|$)"),
                of(
                        shape,
                        List.of("document", "window", "fromcharcode"),
                        "document\\s*\\.\\s*(?:cookie|domain|location|write)"
                                + "|window\\s*\\.\\s*location|string\\.fromcharcode"),
                of(
                        shape,
                        List.of("expression", "-moz-binding", "@import"),
                        "expression\\s*\\(|-moz-binding|@import\\s+['\"]"),
                of(shape, List.of("<!"), "<!(?:doctype|entity)[^>]*\\bsystem\\b|<!\\[cdata\\["));
    }

    private static List<Signature> paths() {
        var shape = AttackShape.PATH_TRAVERSAL;
        return List.of(
                of(
                        shape,
                        List.of(".."),
                        "(?:\\.\\.[/\\\\]+){2,}|\\.\\.;[/\\\\]|(?:\\.{4,}[/\\\\]+){2}"
                                + "|\\.\\.[/\\\\]+(?:etc|windows|winnt|boot|proc|var|wp-config)"),
                of(
                        shape,
                        List.of(
                                "etc/",
                                "etc\\",
                                "proc/",
                                "windows/",
                                "windows\\",
                                "winnt",
                                "/log/",
                                "/root/"),
                        "[/\\\\](?:etc[/\\\\]+(?:passwd|shadow|hosts|group|issue|hostname|crontab"
                                + "|apache2|nginx|mysql)|proc[/\\\\]+(?:self|version|cpuinfo|\\d+)"
                                + "|windows[/\\\\]+(?:win\\.ini|system32)|winnt[/\\\\]"
                                + "|var[/\\\\]+log[/\\\\]|root[/\\\\]+\\.)"),
                of(shape, List.of("boot.ini", "win.ini"), "\\b(?:boot\\.ini|win\\.ini)\\b"),
                of(
                        shape,
                        List.of("://"),
                        "^(?:[^=]{0,60}=)?(?:file|php|phar|zip|expect|glob|ogg|rar|compress\\.zlib"
                                + "|gopher|dict|jar|netdoc|ssh2\\S{0,8})://"),
                of(
                        shape,
                        List.of(":/", ":\\"),
                        "^[a-z]:[/\\\\]{1,2}(?:windows|boot|inetpub|users|program)"),
                of(shape, List.of("base64,"), "data:[a-z/]*;base64,"));
    }

    private static List<Signature> commands() {
        var shape = AttackShape.COMMAND_INJECTION;
        var separated = behindSeparators(COMMANDS);
        var called = behindSeparators(TOOLS);
        return List.of(
                of(
                        shape,
                        separated,
                        "[;|&\\n`]+\\s*/?(?:[\\w.]+/)*" + ANY_COMMAND + "\\s*(?:[;|&`\\n)#>]|$)"),
                of(
                        shape,
                        called,
                        "[;|&\\n`]+\\s*(?:/\\w+)*/?"
                                + ANY_TOOL
                                + "(?:\\s+|\\$\\{?ifs\\}?|<)[-/\\\\.$~'\"{(%0-9h]"),
                of(shape, separated, "[;|&\\n`]\\s*(?:ls|dir|ps|netstat|ifconfig)\\s+-[a-z]"),
                of(
                        shape,
                        List.of("$(", "`"),
                        "\\$\\(\\s*[a-z/]|`\\s*(?:/?\\w+/)*"
                                + ANY_TOOL
                                + "|`\\s*"
                                + ANY_COMMAND
                                + "\\s*`"),
                of(shape, List.of("()"), "\\(\\)\\s*\\{\\s*(?::|_;|\\w+)"),
                of(
                        shape,
                        List.of("/bin/", "/dev/tcp/", "cmd", "powershell", "$ifs", "${ifs"),
                        "/bin/(?:ba|z|da|k)?sh\\b|/dev/tcp/|cmd(?:\\.exe)?\\s*/c\\b"
                                + "|powershell(?:\\.exe)?\\s+-|\\$\\{?ifs\\}?"),
                of(
                        shape,
                        List.of("wget ", "curl "),
                        "\\b(?:wget|curl)\\s+(?:-\\S+\\s+)*(?:https?|ftp)://"));
    }

    private static List<Signature> code() {
        var shape = AttackShape.CODE_INJECTION;
        return List.of(
                of(
                        shape,
                        List.of("<?", "<%", "phpinfo"),
                        "<\\?(?:php|=|\\s)|<%\\s*[=@]|\\bphpinfo\\s*\\("),
                of(shape, FUNCTIONS, "\\b" + anyOf(FUNCTIONS) + "\\s*\\(\\s*[^\\s)]"),
                of(
                        shape,
                        List.of("${", "jndi"),
                        "\\$\\{[^}]{0,40}(?:jndi|lower|upper|env|sys|::-)|\\bjndi\\s*:"),
                of(
                        shape,
                        List.of("{{"),
                        "\\{\\{[^{}]{0,200}(?:[*+|]|\\d\\s*-\\s*\\d|\\.|_|\\(|\\[|')[^{}]{0,200}\\}\\}"),
                of(
                        shape,
                        List.of("${", "#{", "@{", "*{"),
                        "(?:\\$|#|@|\\*)\\{[^{}]{0,200}(?:\\d\\s*[*+]\\s*\\d|\\(|\\.)[^{}]{0,200}\\}"),
                of(
                        shape,
                        List.of("{%", "<#assign", "#set", "{php}"),
                        "\\{%[^%]{0,200}%\\}|<#assign|#set\\s*\\(|\\{php\\}"),
                of(
                        shape,
                        List.of(":\"", "ro0ab", "aced0005"),
                        "(?:^|[=;{])o:\\d{1,4}:\"|rO0AB|\\baced0005"),
                of(
                        shape,
                        List.of("__proto__", "prototype", "classloader"),
                        "__proto__|constructor\\s*(?:\\[|\\.)\\s*prototype|class\\.module\\.classloader"),
                of(
                        shape,
                        List.of("allow_url_include", "auto_prepend_file", "disable_functions"),
                        "\\b(?:allow_url_include|auto_prepend_file|disable_functions)\\b\\s*="),
                of(
                        shape,
                        List.of("169.254.169.254", "metadata.google", "100.100.100.200"),
                        "169\\.254\\.169\\.254|metadata\\.google\\.internal|100\\.100\\.100\\.200"),
                of(
                        shape,
                        List.of("\\think\\", "invokefunction", "vars["),
                        "\\\\think\\\\|invokefunction|\\bvars\\[\\d\\]\\[\\]"),
                of(
                        shape,
                        List.of("java.lang", "getruntime", "ognl", "%{"),
                        "java\\.lang\\.(?:runtime|processbuilder)|getruntime\\(|ognl|%\\{[^}]{0,100}#"));
    }

    private static Signature of(AttackShape shape, List<String> needs, String pattern) {
        return new Signature(
                shape, needs, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }

    private static String anyOf(List<String> words) {
        return "(?:" + String.join("|", words.stream().map(Pattern::quote).toList()) + ")";
    }

    /** Each word as it stands behind what separates commands, with a blank or a folder between. */
    private static List<String> behindSeparators(List<String> words) {
        var all = new ArrayList<String>();
        for (var separator : List.of(";", "|", "&", "\n", "`")) {
            for (var word : words) {
                all.add(separator + word);
                all.add(separator + " " + word);
            }
            all.add(separator + "/");
            all.add(separator + " /");
        }
        return all;
    }
}

package dev.cordon.domain.store.paymentpage;

import dev.cordon.domain.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of an inline script: what stays the same while the store writes another cart, nonce or
 * price into it at each visit. Numbers and the texts in quotation marks are left out, except for
 * the hosts that they name: where a script sends to is a part of what it does. A script that can
 * run a text as code is compared exactly, for then its texts are its code; so is one that loads
 * another, for then a text names what runs, as the number of a tag manager's container does.
 */
public final class ScriptForm {

    /** Ends at the quotation mark, the line's end or the script's. */
    private static final Pattern LITERAL =
            Pattern.compile(
                    "\"(?:[^\"\\\\\\r\\n]|\\\\.)*+\"?|'(?:[^'\\\\\\r\\n]|\\\\.)*+'?"
                            + "|`(?:[^`\\\\]|\\\\.)*+`?|\\b[0-9][0-9A-Za-z_.]*+",
                    Pattern.DOTALL);

    private static final Pattern HOST =
            Pattern.compile("(?:https?:|wss?:)?(?:\\\\?/){2}([0-9A-Za-z.-]{1,253})");

    private static final Pattern SPACE = Pattern.compile("\\s++");

    /** What stands in a template literal between braces is code, whatever surrounds it. */
    private static final Pattern RUNS_TEXT =
            Pattern.compile(
                    "\\beval\\b|\\bFunction\\b|\\batob\\b|fromCharCode|fromCodePoint|\\bunescape\\b"
                            + "|document\\s*\\.\\s*write|\\bsetTimeout\\s*\\(\\s*['\"`]"
                            + "|\\bsetInterval\\s*\\(\\s*['\"`]|\\bimportScripts\\b"
                            + "|\\\\x[0-9a-fA-F]{2}\\\\x|\\bimport\\s*\\("
                            + "|\\$\\{|\\bcreateElement(?:NS)?\\b|\\.\\s*src\\s*=(?!=)"
                            + "|\\[\\s*['\"`]src['\"`]\\s*]\\s*=(?!=)"
                            + "|\\bsetAttribute(?:NS)?\\s*\\([^)]{0,80}['\"`]src\\b");

    private ScriptForm() {}

    /** The digest of the script's form. */
    public static Sha256 of(String script) {
        var form = RUNS_TEXT.matcher(script).find() ? script : masked(script);
        return Sha256.of(form.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the script is compared exactly. */
    public static boolean isExact(String script) {
        return RUNS_TEXT.matcher(script).find();
    }

    private static String masked(String script) {
        var form = new StringBuilder();
        var literals = LITERAL.matcher(script);
        while (literals.find()) {
            literals.appendReplacement(form, Matcher.quoteReplacement(left(literals.group())));
        }
        literals.appendTail(form);
        return SPACE.matcher(form).replaceAll(" ").strip();
    }

    private static String left(String literal) {
        if (Character.isDigit(literal.charAt(0))) {
            return "0";
        }
        var left = new StringBuilder("'");
        var hosts = HOST.matcher(literal);
        while (hosts.find()) {
            left.append(hosts.group(1).toLowerCase(Locale.ROOT)).append(' ');
        }
        return left.append('\'').toString();
    }
}

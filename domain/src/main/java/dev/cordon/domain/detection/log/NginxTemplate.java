package dev.cordon.domain.detection.log;

import dev.cordon.domain.detection.log.Variable.Kind;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the string of nginx's {@code log_format}; what it does not know is skipped in lines. */
final class NginxTemplate {

    private static final Map<String, Kind> KINDS =
            Map.ofEntries(
                    Map.entry("remote_addr", Kind.ADDRESS),
                    Map.entry("realip_remote_addr", Kind.PEER),
                    Map.entry("http_x_forwarded_for", Kind.FORWARDED),
                    Map.entry("proxy_add_x_forwarded_for", Kind.FORWARDED),
                    Map.entry("http_x_real_ip", Kind.FORWARDED),
                    Map.entry("http_cf_connecting_ip", Kind.FORWARDED),
                    Map.entry("http_true_client_ip", Kind.FORWARDED),
                    Map.entry("remote_user", Kind.USER),
                    Map.entry("host", Kind.HOST),
                    Map.entry("http_host", Kind.HOST),
                    Map.entry("server_name", Kind.HOST),
                    Map.entry("time_local", Kind.STAMP),
                    Map.entry("time_iso8601", Kind.MOMENT),
                    Map.entry("msec", Kind.MOMENT),
                    Map.entry("request", Kind.REQUEST),
                    Map.entry("request_method", Kind.METHOD),
                    Map.entry("request_uri", Kind.TARGET),
                    Map.entry("uri", Kind.PATH),
                    Map.entry("document_uri", Kind.PATH),
                    Map.entry("args", Kind.QUERY),
                    Map.entry("query_string", Kind.QUERY),
                    Map.entry("status", Kind.STATUS),
                    Map.entry("body_bytes_sent", Kind.SIZE),
                    Map.entry("bytes_sent", Kind.SIZE),
                    Map.entry("http_referer", Kind.REFERER),
                    Map.entry("http_user_agent", Kind.USER_AGENT));

    private static final Pattern DIRECTIVE =
            Pattern.compile("log_format\\s+[^\\s'\"]+\\s+(?:escape=[a-z]+\\s+)?|escape=[a-z]+\\s+");

    private NginxTemplate() {}

    static Template of(String text) {
        var builder = new Template.Builder();
        var plain = unquoted(text);
        int at = 0;
        while (at < plain.length()) {
            int end = plain.charAt(at) == '$' ? endOfName(plain, at + 1) : at;
            if (end > at + 1) {
                builder.variable(variable(plain.substring(at, end)));
                at = end;
            } else {
                builder.text(plain.charAt(at++));
            }
        }
        return builder.build();
    }

    private static Variable variable(String spelled) {
        var name = spelled.replace("${", "").replace("$", "").replace("}", "");
        return new Variable(KINDS.getOrDefault(name, Kind.SKIPPED), "$" + name);
    }

    private static int endOfName(String text, int from) {
        boolean braces = from < text.length() && text.charAt(from) == '{';
        int at = braces ? from + 1 : from;
        while (at < text.length() && isName(text.charAt(at))) {
            at++;
        }
        boolean closed = braces && at < text.length() && text.charAt(at) == '}';
        return closed ? at + 1 : braces ? from : at;
    }

    private static boolean isName(char c) {
        return c == '_' || c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    /**
     * The string as nginx's configuration has it: in quotes, perhaps in several pieces, perhaps
     * with the whole directive around it.
     */
    private static String unquoted(String text) {
        var directive = DIRECTIVE.matcher(text.strip());
        boolean whole = directive.lookingAt();
        var stripped = text.strip().substring(whole ? directive.end() : 0);
        if (whole && stripped.endsWith(";")) {
            stripped = stripped.substring(0, stripped.length() - 1).strip();
        }
        char first = stripped.isEmpty() ? ' ' : stripped.charAt(0);
        boolean quoted = first == '\'' || whole && first == '"';
        boolean closed = stripped.length() > 1 && stripped.charAt(stripped.length() - 1) == first;
        return quoted && closed ? joined(stripped) : stripped;
    }

    private static String joined(String pieces) {
        var joined = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < pieces.length(); i++) {
            char c = pieces.charAt(i);
            char next = i + 1 < pieces.length() ? pieces.charAt(i + 1) : 0;
            if (quote != 0 && c == '\\' && (next == quote || next == '\\')) {
                joined.append(next);
                i++;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (quote != 0) {
                joined.append(c);
            }
        }
        return joined.toString();
    }
}

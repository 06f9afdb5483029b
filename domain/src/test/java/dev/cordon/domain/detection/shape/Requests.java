package dev.cordon.domain.detection.shape;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.engine.Samples;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests of many visitors, one each, and which of them an alert about injection names. */
final class Requests {

    private static final List<String> PLACES =
            List.of(
                    "/?s=%s&post_type=product",
                    "/wp-json/wc/store/v1/products?search=%s&per_page=10",
                    "/wp-json/wc/store/v1/products?min_price=%s",
                    "/wp-admin/admin-ajax.php?action=k&id=%s");

    private static final Set<AttackKind> INJECTION =
            EnumSet.of(
                    AttackKind.SQL_INJECTION,
                    AttackKind.CROSS_SITE_SCRIPTING,
                    AttackKind.CODE_INJECTION);

    private static final Pattern CODED = Pattern.compile("%(u[0-9a-fA-F]{4}|[0-9a-fA-F]{2})");

    private final List<String> targets = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();

    Requests with(Disguise disguise, String payload) {
        var place = PLACES.get(targets.size() % PLACES.size());
        return to(place.replace("%s", disguise.of(payload)));
    }

    Requests to(String target) {
        targets.add(target);
        pages.add("-");
        return this;
    }

    Requests fromPage(String page) {
        targets.add("/");
        pages.add(page);
        return this;
    }

    int count() {
        return targets.size();
    }

    List<String> noticed() {
        var named = named();
        return those(i -> named.contains(address(i)));
    }

    List<String> unnoticed() {
        var named = named();
        return those(i -> !named.contains(address(i)));
    }

    private List<String> those(IntPredicate wanted) {
        return IntStream.range(0, count())
                .filter(wanted)
                .mapToObj(i -> targets.get(i) + " from " + pages.get(i))
                .toList();
    }

    private Set<String> named() {
        var log = new StringBuilder();
        for (int i = 0; i < count(); i++) {
            log.append(address(i))
                    .append(" - - [23/Nov/2026:06:00:00 +0000] \"GET ")
                    .append(targets.get(i))
                    .append(" HTTP/1.1\" 200 5123 \"")
                    .append(pages.get(i))
                    .append("\" \"Firefox\"\n");
        }
        return Samples.findings(log.toString().getBytes(UTF_8)).stream()
                .filter(finding -> INJECTION.contains(finding.kind()))
                .flatMap(finding -> Samples.addresses(finding).stream())
                .collect(Collectors.toSet());
    }

    private static String address(int i) {
        return "10.0.%d.%d".formatted(i >> 8, i & 255);
    }

    /** How programs and people write a text into an address. */
    enum Disguise {
        PERCENT {
            @Override
            String of(String text) {
                return coded(text, "-._~");
            }
        },
        FORM {
            @Override
            String of(String text) {
                return coded(text, "-._~*").replace("%20", "+");
            }
        },
        BROWSER {
            @Override
            String of(String text) {
                return coded(text, "-._~!$'()*,;:@/?");
            }
        },
        EVERYTHING {
            @Override
            String of(String text) {
                return coded(text, null);
            }
        },
        TWICE {
            @Override
            String of(String text) {
                return coded(text, "-._~").replace("%", "%25");
            }
        },
        WIDE {
            @Override
            String of(String text) {
                return CODED.matcher(coded(text, "-._~"))
                        .replaceAll("%u00$1")
                        .replace("%u00u", "%u");
            }
        };

        abstract String of(String text);

        /** Codes that are there already stay; of the rest, letters, digits and what is kept. */
        private static String coded(String text, String kept) {
            var coded = new StringBuilder();
            byte[] bytes = text.getBytes(UTF_8);
            var there = CODED.matcher(text);
            for (int i = 0; i < bytes.length; i++) {
                int b = bytes[i] & 0xff;
                boolean code = b == '%' && i < text.length() && there.find(i) && there.start() == i;
                boolean plain = kept != null && (isPlain(b) || kept.indexOf(b) >= 0);
                if (code || plain || b == '%' && there.find(0)) {
                    coded.append((char) b);
                } else {
                    coded.append("%%%02X".formatted(b));
                }
            }
            return coded.toString();
        }

        private static boolean isPlain(int b) {
            return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
        }
    }
}

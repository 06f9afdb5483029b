package dev.cordon.infra.pack;

import dev.cordon.domain.evidence.pack.Finding.What;
import dev.cordon.infra.pack.TamperCorpus.Row;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each fact of an item changed, with manifests that fit. */
final class TamperedFacts {

    private static final String MANIFEST = "ab".repeat(32);

    private TamperedFacts() {}

    static Stream<Row> rows() {
        return Stream.of(
                of("\"incident\"", "incidentId", "\"00000000-0000-0000-0000-000000000099\""),
                of("\"incident\"", "store", "\"00000000-0000-0000-0000-000000000099\""),
                of("\"items\"", "id", "\"00000000-0000-0000-0000-000000000099\""),
                of("\"items\"", "label", "\"EV-0009\"", "EV-0009"),
                of("\"items\"", "kind", "\"SCREENSHOT\""),
                of("\"items\"", "title", "\"Nothing to see\""),
                of("\"items\"", "originalName", "\"error.log\""),
                of("\"items\"", "size", "3"),
                of("\"intake\"", "masked", "0"),
                of("\"intake\"", "danger", "\"none\""),
                without("\"intake\"", "danger"),
                of("\"intake\"", "manifest", "\"" + MANIFEST + "\""),
                of("\"intake\"", "rules", "\"cards/2\""),
                of("\"intake\"", "searched", "\"ALL\""),
                of("\"intake\"", "left", "2"),
                of("\"intake\"", "because", "\"no reason\""),
                of("\"intake\"", "came", "\"" + MANIFEST + "\""),
                of("\"acquired\"", "covers", "\"tree /var/log\""),
                of("\"acquired\"", "by", "\"person:carl\""),
                of("\"acquired\"", "at", "\"2026-11-26T11:00:00Z\""),
                of("\"acquired\"", "receivedAt", "\"2026-11-26T12:00:01Z\""),
                of("\"acquired\"", "method", "\"upload\""),
                of("\"acquired\"", "tool", "\"dd 9.1\""),
                of("\"acquired\"", "command", "\"cat access.log\""),
                of("\"acquired\"", "source", "\"web2, /var/log\""),
                of("\"acquired\"", "clockDrift", "\"PT1.5S\""),
                without("\"acquired\"", "clockDrift"),
                of("\"acquired\"", "coversFrom", "\"2026-11-26T11:00:00Z\""),
                of("\"acquired\"", "coversTo", "\"2026-11-26T11:59:59Z\""),
                without("\"acquired\"", "coversTo"),
                of("\"acquired\"", "salt", "\"00112233445566778899aabbccddeeff\""),
                without("\"acquired\"", "salt"));
    }

    private static Row of(String behind, String name, String value) {
        return of(behind, name, value, "EV-0001");
    }

    private static Row of(String behind, String name, String value, String label) {
        return TamperCorpus.hidden(
                "state another " + name,
                What.FACTS_DIFFER,
                label,
                t -> t.text("custody.json", text -> replaced(text, behind, name, value)));
    }

    private static Row without(String behind, String name) {
        return TamperCorpus.hidden(
                "leave out " + name,
                What.FACTS_DIFFER,
                "EV-0001",
                t ->
                        t.text(
                                "custody.json",
                                text -> {
                                    var gone = replaced(text, behind, name, "§");
                                    return gone.replaceFirst(",\\s*\"" + name + "\" : §", "");
                                }));
    }

    private static String replaced(String text, String behind, String name, String value) {
        int from = text.indexOf(behind);
        return text.substring(0, from)
                + Pattern.compile("(\"" + name + "\" : )(?:[0-9]+|\"[^\"]*\")")
                        .matcher(text.substring(from))
                        .replaceFirst("$1" + Matcher.quoteReplacement(value));
    }
}

package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.Alert;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of an alert and search in, taken out of its finding; not audited, for the finding
 * is.
 *
 * @param title what the alert calls itself
 * @param rules one a line
 * @param addressesKept how many addresses the finding lists
 * @param search words that it is found by, in small letters
 */
@Embeddable
record AlertListColumns(
        @Nullable String title,
        String rules,
        @Column(name = "address_count") int addresses,
        @Column(name = "addresses_kept") int addressesKept,
        int successes,
        @Column(name = "started_at") Instant startedAt,
        String search) {

    static final AlertListColumns NONE = new AlertListColumns(null, "", 0, 0, 0, Instant.EPOCH, "");

    private static final int LONGEST_SEARCH = 4_000;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    static AlertListColumns of(Alert alert) {
        var finding = alert.finding();
        return new AlertListColumns(
                alert.title(),
                String.join("\n", finding.verdict().rules()),
                finding.addressCount(),
                finding.addresses().size(),
                finding.successes(),
                finding.startedAt(),
                search(alert));
    }

    /** The words of a text as they are kept and asked for: letters and digits, small. */
    static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String search(Alert alert) {
        var finding = alert.finding();
        var said = new ArrayList<String>();
        said.add(finding.kind().label());
        said.add(finding.verdict().title());
        var note = alert.note();
        if (note != null) {
            said.add(note.title());
            said.add(note.description());
        }
        said.addAll(finding.verdict().rules());
        said.add(alert.origin().source());
        said.add(alert.origin().reference());
        said.addAll(finding.sources());
        said.addAll(finding.attackers().accounts());
        said.addAll(finding.paths());
        var words = String.join(" ", words(String.join(" ", said)));
        return words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
    }
}

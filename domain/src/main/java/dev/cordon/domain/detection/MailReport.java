package dev.cordon.domain.detection;

import dev.cordon.domain.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody mailed about a store. Nothing in it is proven, the sender least of all.
 *
 * @param content over what it says; the same again is the same mail
 * @param id of its Message-ID (RFC 5322, section 3.6.4); null if it has none
 * @param thread of the Message-IDs that it answers, those of {@code References} and {@code
 *     In-Reply-To}
 * @param from who it says that it is from
 * @param checked what a mail server that is trusted found out about the sender, such as {@code
 *     spf=pass}; null if none did
 * @param facts what its machine-readable part says, such as {@code Source-IP: 192.0.2.1}
 * @param attachments those that are named; they are not kept
 * @param unnamed how many more there are
 */
public record MailReport(
        Sha256 content,
        @Nullable Sha256 id,
        List<Sha256> thread,
        String from,
        String subject,
        @Nullable String checked,
        List<String> facts,
        String text,
        List<Attachment> attachments,
        int unnamed) {

    private static final int LONGEST_FROM = 300;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_FACT = 200;
    private static final int MOST_FACTS = 15;
    private static final int MOST_NAMED = 20;
    private static final int LONGEST_TEXT = 6_000;
    private static final String NO_SUBJECT = "Mail without a subject";
    private static final String QUOTE = "> ";

    /**
     * @param name as the sender calls it
     * @param size in bytes, without the encoding of the transfer
     */
    public record Attachment(String name, long size, Sha256 digest) {}

    public MailReport {
        thread = List.copyOf(thread);
        facts = List.copyOf(facts);
        attachments = List.copyOf(attachments);
    }

    /** The Message-IDs that tie it to others: its own and those that it answers. */
    public List<Sha256> ties() {
        var all = new ArrayList<>(thread);
        if (id != null) {
            all.add(id);
        }
        return all;
    }

    /** What it says, secrets blotted out, in a form that it cannot speak out of. */
    public AlertNote note() {
        return new AlertNote(title(), said(), null).masked();
    }

    /** The same added to what an alert says already; empty if there is no room. */
    public Optional<AlertNote> addedTo(AlertNote note) {
        var all = note.description() + "\n\nAnother mail: " + title() + "\n" + said();
        return all.length() > AlertNote.LONGEST_DESCRIPTION
                ? Optional.empty()
                : Optional.of(new AlertNote(note.title(), all, note.link()).masked());
    }

    private String title() {
        var line = ForeignText.line(subject, AlertNote.LONGEST_TITLE);
        return line.isEmpty() ? NO_SUBJECT : line;
    }

    /** Each of the mail's own lines is quoted, so that none passes for a line of ours. */
    private String said() {
        var before = claims() + "\n\n";
        var after = "\n\n" + named();
        int around = before.length() + after.length();
        int room = Math.min(LONGEST_TEXT, AlertNote.LONGEST_DESCRIPTION - around);
        var safe = ForeignText.lines(text);
        var words = safe.isEmpty() ? "It has no text." : ForeignText.cut(quoted(safe), room);
        return (before + words + after).strip();
    }

    private String claims() {
        var lines = new ArrayList<String>();
        lines.add("Says that it is from: " + ForeignText.line(from, LONGEST_FROM));
        lines.add(
                checked == null
                        ? "Nobody checked the sender."
                        : "Checked by the mail server: " + ForeignText.line(checked, LONGEST_FROM));
        facts.stream()
                .limit(MOST_FACTS)
                .forEach(fact -> lines.add(ForeignText.line(fact, LONGEST_FACT)));
        return String.join("\n", lines);
    }

    /** Empty without attachments. */
    private String named() {
        if (attachments.isEmpty()) {
            return "";
        }
        var names =
                attachments.stream()
                        .limit(MOST_NAMED)
                        .map(MailReport::named)
                        .collect(Collectors.joining("\n"));
        int more = unnamed + Math.max(0, attachments.size() - MOST_NAMED);
        return "Attachments, not kept:\n" + names + (more > 0 ? "\nand " + more + " more" : "");
    }

    private static String quoted(String text) {
        return text.lines().map(line -> QUOTE + line).collect(Collectors.joining("\n"));
    }

    private static String named(Attachment each) {
        return "%s (%d bytes, SHA-256 %s)"
                .formatted(
                        ForeignText.line(each.name(), LONGEST_NAME),
                        each.size(),
                        each.digest().hex());
    }
}

package dev.cordon.domain.evidence.pack;

import dev.cordon.domain.evidence.CardSearch;
import dev.cordon.domain.evidence.Coverage;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.Intake;
import dev.cordon.domain.evidence.Salt;
import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An item as a package states it: all that was said of it when it was collected, in the words that
 * were hashed then.
 *
 * @param label what people say, {@code EV-0003}
 * @param kind the name of an {@link dev.cordon.domain.evidence.EvidenceKind}
 * @param path where its content lies in the package
 * @param content its content's digest
 * @param size in bytes
 * @param salt that of title, original name, command and source; null in an item that was hashed
 *     with the words themselves
 * @param links its whole chain of custody, the oldest first
 */
public record PackedItem(
        EvidenceId id,
        String label,
        String kind,
        String title,
        String originalName,
        String path,
        Sha256 content,
        long size,
        Intake intake,
        Acquired acquired,
        @Nullable Salt salt,
        List<PackedLink> links) {

    private static final int LONGEST_NAME = 100;
    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9_.-]");
    private static final Pattern AT_THE_EDGES = Pattern.compile("^[.-]+|\\.+$");

    /** What Windows takes for a device, whatever ends the name. */
    private static final Pattern OF_DEVICES =
            Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");

    /**
     * How it came to be held, as in {@link dev.cordon.domain.evidence.Acquisition}.
     *
     * @param by as {@link dev.cordon.domain.kernel.Actor#reference()} writes it
     * @param clockDrift how far the source's clock was ahead; null if nobody looked
     * @param coversFrom the earliest moment it speaks of; null if unknown
     * @param coversTo the latest; null if unknown
     * @param covers what of the store it holds
     */
    public record Acquired(
            String by,
            Instant at,
            Instant receivedAt,
            String method,
            String tool,
            String command,
            String source,
            @Nullable Duration clockDrift,
            @Nullable Instant coversFrom,
            @Nullable Instant coversTo,
            Coverage covers) {}

    public PackedItem {
        links = List.copyOf(links);
    }

    /**
     * An item as the program holds it.
     *
     * @param path where its content lies in the package
     * @param links the whole chain
     */
    public static PackedItem of(EvidenceItem item, String path, List<CustodyEntry> links) {
        var acquisition = item.acquisition();
        var commitment = item.commitment();
        return new PackedItem(
                item.id(),
                item.label(),
                item.kind().name(),
                item.title(),
                item.originalName(),
                path,
                item.content(),
                item.size(),
                item.intake(),
                new Acquired(
                        acquisition.by().reference(),
                        acquisition.at(),
                        acquisition.receivedAt(),
                        acquisition.method(),
                        acquisition.tool(),
                        acquisition.command(),
                        acquisition.source(),
                        acquisition.clockDrift(),
                        acquisition.coversFrom(),
                        acquisition.coversTo(),
                        acquisition.covers()),
                commitment == null ? null : commitment.salt(),
                links.stream().map(PackedLink::of).toList());
    }

    /**
     * Where an item's content lies in a package: a name that no system takes for anything else.
     *
     * @param originalName the name it came with, whatever that holds
     */
    public static String path(String label, String originalName) {
        var name = NOT_PLAIN.matcher(originalName).replaceAll("_");
        name = name.substring(Math.max(0, name.length() - LONGEST_NAME));
        name = AT_THE_EDGES.matcher(name).replaceAll("_");
        if (name.isEmpty() || OF_DEVICES.matcher(name).matches()) {
            name = "_" + name;
        }
        return "data/" + label + "/" + name;
    }

    /** How a finding names one of its links: {@code EV-0003/2}. */
    public String link(long seq) {
        return label + "/" + seq;
    }

    /**
     * The digest that what is stated here has, in the forms of {@link EvidenceItem#facts}; the
     * chain's first link holds the one from the collection.
     */
    public Sha256 facts(PackedCustody.Head head) {
        boolean inClear = salt == null;
        boolean first =
                inClear && intake.cards().equals(CardSearch.NONE) && acquired.covers().isUnknown();
        var form =
                Canonical.tagged("cordon/evidence/facts/" + (inClear ? first ? "v1" : "v2" : "v3"))
                        .add(id.toString())
                        .add(head.incidentId().toString())
                        .add(head.store().toString())
                        .add(label)
                        .add(kind)
                        .add(salt == null ? title : salt.over(words()).hex())
                        .add(inClear ? originalName : "")
                        .add(content)
                        .add(size)
                        .add(intake.masked())
                        .add(text(intake.danger()))
                        .add(text(intake.manifest()))
                        .add(acquired.by())
                        .add(acquired.at())
                        .add(acquired.receivedAt())
                        .add(acquired.method())
                        .add(acquired.tool())
                        .add(inClear ? acquired.command() : "")
                        .add(inClear ? acquired.source() : "")
                        .add(text(acquired.clockDrift()))
                        .add(text(acquired.coversFrom()))
                        .add(text(acquired.coversTo()));
        return first ? form.sha256() : acquired.covers().addTo(intake.cards().addTo(form)).sha256();
    }

    private List<String> words() {
        return List.of(title, originalName, acquired.command(), acquired.source());
    }

    private static String text(@Nullable Object field) {
        return switch (field) {
            case null -> "";
            case Sha256 digest -> digest.hex();
            default -> field.toString();
        };
    }
}

package dev.cordon.infra.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.evidence.pack.PackedItem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** What the bag says of itself (RFC 8493, section 2.2.2). */
@Component
class BagInfo implements Companion {

    @Override
    public String name() {
        return "bag-info.txt";
    }

    @Override
    public byte[] of(Basis basis) {
        var head = basis.stated().head();
        var items = basis.stated().items();
        long octets = items.stream().mapToLong(PackedItem::size).sum();
        return (line("Source-Organization", head.storeName())
                        + line("Contact-Name", head.by())
                        + line("External-Description", head.purpose())
                        + line("External-Identifier", "urn:uuid:" + head.id())
                        + line("Bagging-Date", LocalDate.ofInstant(head.at(), ZoneOffset.UTC))
                        + line("Payload-Oxum", octets + "." + items.size())
                        + line("Bag-Group-Identifier", head.incident())
                        + line("Internal-Sender-Identifier", head.incident())
                        + line("Internal-Sender-Description", description(basis))
                        + line("Bag-Software-Agent", "Cordon"))
                .getBytes(UTF_8);
    }

    private static String description(Basis basis) {
        var head = basis.stated().head();
        var text =
                "Evidence of %s, %d items, for %s"
                        .formatted(
                                head.incident(), basis.stated().items().size(), head.recipient());
        return basis.disposedOf().isEmpty()
                ? text
                : text
                        + "; not in it, as disposed of before: "
                        + String.join(", ", basis.disposedOf());
    }

    /** A value stays on its line, whatever it holds. */
    private static String line(String label, Object value) {
        return label + ": " + value.toString().replaceAll("\\p{Cntrl}+", " ").strip() + "\n";
    }
}

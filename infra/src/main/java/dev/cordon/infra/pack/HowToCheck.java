package dev.cordon.infra.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How a stranger checks the package, in English and German. */
@Component
class HowToCheck implements Companion {

    @Override
    public String name() {
        return "README.txt";
    }

    /** Values come last and are not read again: they may hold anything. */
    @Override
    public byte[] of(Basis basis) {
        var head = basis.stated().head();
        var text = new StringBuilder();
        for (var part : template().split("\\{", -1)) {
            int end = part.indexOf('}');
            if (text.isEmpty() && end < 0) {
                text.append(part);
                continue;
            }
            text.append(
                    switch (part.substring(0, end)) {
                        case "incident" -> head.incident();
                        case "store" -> plain(head.storeName());
                        case "package" -> head.id().toString();
                        case "at" -> head.at().toString();
                        case "by" -> plain(head.by());
                        case "recipient" -> plain(head.recipient());
                        case "purpose" -> plain(head.purpose());
                        case "items" -> Integer.toString(basis.stated().items().size());
                        case "disposed" ->
                                basis.disposedOf().isEmpty()
                                        ? "-"
                                        : String.join(", ", basis.disposedOf());
                        default -> throw new IllegalStateException(part);
                    });
            text.append(part.substring(end + 1));
        }
        return text.toString().getBytes(UTF_8);
    }

    private static String plain(String value) {
        return value.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String template() {
        try (var in =
                Objects.requireNonNull(
                        HowToCheck.class.getResourceAsStream("how-to-check.txt"), "template")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

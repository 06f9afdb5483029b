package dev.cordon.notify.notification;

import dev.cordon.application.notification.NoticeTemplates;
import dev.cordon.domain.breach.Basis;
import dev.cordon.domain.notification.NoticeText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The texts that come with Cordon, in English and German. The first line of a file is the subject.
 * Each says what Article 34(2) GDPR asks for: nature, contact, consequences, measures.
 */
@Component
class BundledNoticeTemplates implements NoticeTemplates {

    private static final List<String> LANGUAGES = List.of("en", "de");

    @Override
    public Map<String, NoticeText> accountsEntered(Basis basis) {
        var kind = basis.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return LANGUAGES.stream()
                .collect(
                        Collectors.toMap(
                                language -> language,
                                language -> read("accounts-entered." + kind + "." + language)));
    }

    private static NoticeText read(String name) {
        try (var file =
                BundledNoticeTemplates.class.getResourceAsStream("/notices/" + name + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("the notice template " + name + " is missing");
            }
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            return new NoticeText(text.substring(0, end), text.substring(end + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

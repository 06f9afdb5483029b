package dev.cordon.ui.shell;

import dev.cordon.application.kernel.Denied;
import dev.cordon.domain.people.Role;
import dev.cordon.ui.kernel.Words;
import java.util.stream.Collectors;

/** Says which roles may do what somebody was refused. */
final class Permitted {

    private Permitted() {}

    static String by(Denied refusal, Words words) {
        var needed = refusal.needed();
        return needed == null
                ? words.text("kind.denied.nobody")
                : Role.permitting(needed).stream()
                        .sorted()
                        .map(words::of)
                        .collect(Collectors.joining(", "));
    }
}

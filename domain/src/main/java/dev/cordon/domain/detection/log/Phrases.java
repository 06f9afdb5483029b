package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a program's own sentences mean. Of several, the one that stands first counts. */
final class Phrases {

    private record Phrase(byte[] text, Activity activity) {}

    /** How much of a message is looked at: a program says what is wrong at once. */
    private static final int LONGEST = 2_048;

    private final List<Phrase> phrases = new ArrayList<>();

    /** Adds sentences that mean this. */
    Phrases with(Activity activity, String... texts) {
        for (var text : texts) {
            phrases.add(new Phrase(text.getBytes(StandardCharsets.UTF_8), activity));
        }
        return this;
    }

    /** What the message means; null if nothing here fits. */
    @Nullable Activity meaning(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + LONGEST);
        Activity meaning = null;
        for (int i = 0; i < phrases.size(); i++) {
            int at = Bytes.find(phrases.get(i).text(), bytes, from, end);
            if (at >= 0) {
                meaning = phrases.get(i).activity();
                // A later phrase counts only if it begins before this one.
                end = Math.min(to, at + phrases.get(i).text().length - 1);
            }
        }
        return meaning;
    }

    /** What the message begins with means. */
    @Nullable Activity beginning(byte[] bytes, int from, int to) {
        for (int i = 0; i < phrases.size(); i++) {
            if (Bytes.startsWith(bytes, from, to, phrases.get(i).text())) {
                return phrases.get(i).activity();
            }
        }
        return null;
    }
}

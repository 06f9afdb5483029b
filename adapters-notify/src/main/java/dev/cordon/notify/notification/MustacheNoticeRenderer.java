package dev.cordon.notify.notification;

import com.samskivert.mustache.Mustache;
import dev.cordon.application.notification.NoticeRenderer;
import dev.cordon.domain.notification.NoticeText;
import dev.cordon.domain.notification.Placeholder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Mustache without its logic: {@code {{placeholder}}} and nothing else. Sections, partials,
 * comments, unescaped tags and changed delimiters are faults, found before anything is filled in.
 */
@Component
class MustacheNoticeRenderer implements NoticeRenderer {

    /** Two braces, not three: a third would be Mustache's unescaped form. */
    private static final Pattern TAG = Pattern.compile("(?<!\\{)\\{\\{([^{}]*)}}(?!})");

    private static final Mustache.Compiler COMPILER = Mustache.compiler().escapeHTML(false);

    private static final String KNOWN =
            Arrays.stream(Placeholder.values())
                    .map(placeholder -> "{{" + placeholder.key() + "}}")
                    .collect(Collectors.joining(", "));

    @Override
    public List<String> faults(NoticeText text) {
        var faults = new ArrayList<String>();
        faults.addAll(faultsOf(text.subject(), "subject"));
        faults.addAll(faultsOf(text.body(), "text"));
        if (text.body().isBlank()) {
            faults.add("The text is empty. Write what happened and what to do.");
        }
        if (longest(text.body()) > NoticeText.LONGEST) {
            faults.add(
                    "The text has no room for what its placeholders put in. Shorten it to"
                            + " leave %d characters for each.".formatted(PlainText.LONGEST_VALUE));
        }
        return faults;
    }

    @Override
    public NoticeText render(NoticeText text, Map<Placeholder, String> values) {
        var faults = faults(text);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("a text with faults is not sent: " + faults);
        }
        var clean =
                values.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        value -> value.getKey().key(),
                                        value -> PlainText.value(value.getValue())));
        return new NoticeText(
                PlainText.shortened(fill(text.subject(), clean), NoticeText.LONGEST_SUBJECT),
                fill(text.body(), clean));
    }

    private static String fill(String template, Map<String, String> values) {
        // The spaces that a tag may hold are ours, so that a name is looked up as we checked it.
        var plain = TAG.matcher(template).replaceAll(tag -> "{{" + tag.group(1).strip() + "}}");
        return COMPILER.compile(plain).execute(values);
    }

    private static List<String> faultsOf(String template, String part) {
        var faults =
                TAG.matcher(template)
                        .results()
                        .filter(tag -> Placeholder.of(tag.group(1).strip()).isEmpty())
                        .map(tag -> unknown(tag, part))
                        .distinct()
                        .collect(Collectors.toCollection(ArrayList::new));
        var rest = TAG.matcher(template).replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            faults.add(
                    "The %s has braces that hold no placeholder. Permitted are %s."
                            .formatted(part, KNOWN));
        }
        return faults;
    }

    private static String unknown(MatchResult tag, String part) {
        return "The %s holds %s, which is no placeholder. Permitted are %s."
                .formatted(part, PlainText.shortened(tag.group(), 60), KNOWN);
    }

    private static long longest(String body) {
        return body.length() + TAG.matcher(body).results().count() * PlainText.LONGEST_VALUE;
    }
}

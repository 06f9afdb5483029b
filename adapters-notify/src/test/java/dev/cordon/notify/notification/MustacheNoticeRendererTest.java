package dev.cordon.notify.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cordon.domain.breach.Basis;
import dev.cordon.domain.notification.NoticeText;
import dev.cordon.domain.notification.Placeholder;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MustacheNoticeRendererTest {

    private final MustacheNoticeRenderer renderer = new MustacheNoticeRenderer();

    @Test
    void placeholdersAreFilledInSubjectAndBody() {
        var text =
                new NoticeText("{{store}}: {{reference}}", "Dear {{ name }},\n{a} {{contact}}\n");

        var filled =
                renderer.render(
                        text,
                        values(
                                Map.of(
                                        Placeholder.STORE, "Mein Laden",
                                        Placeholder.REFERENCE, "INC-2026-0042",
                                        Placeholder.NAME, "Eva Müller",
                                        Placeholder.CONTACT, "privacy@shop.example")));

        assertThat(filled)
                .isEqualTo(
                        new NoticeText(
                                "Mein Laden: INC-2026-0042",
                                "Dear Eva Müller,\n{a} privacy@shop.example\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{#name}}x{{/name}}",
                "{{^name}}x{{/name}}",
                "{{> other}}",
                "{{{name}}}",
                "{{&name}}",
                "{{! a comment }}",
                "{{=<% %>=}}",
                "{{=<% %>=}}<%name%>",
                "{{name.class}}",
                "{{customer}}",
                "{{Name}}",
                "{{}}",
                "{{name",
                "name}}",
                "{{na\nme}}",
                "{{{{name}}}}",
                "  "
            })
    void everythingButAKnownPlaceholderIsAFault(String body) {
        assertThat(renderer.faults(new NoticeText("subject", body))).isNotEmpty();
    }

    @Test
    void faultNamesTheUnknownAndWhatIsPermitted() {
        var faults = renderer.faults(new NoticeText("{{customer}}", "body"));

        assertThat(faults)
                .singleElement()
                .asString()
                .startsWith("The subject holds {{customer}}, which is no placeholder.")
                .contains("{{name}}", "{{reference}}");
    }

    @Test
    void textWithFaultsIsNotRendered() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                renderer.render(
                                        new NoticeText("s", "{{#a}}{{/a}}"), values(Map.of())));
    }

    @Test
    void valuesAreNotReadAsTemplates() {
        var filled =
                renderer.render(
                        new NoticeText("s", "Dear {{name}}"),
                        values(Map.of(Placeholder.NAME, "{{reference}} {{#x}}")));

        assertThat(filled.body()).isEqualTo("Dear {{reference}} {{#x}}");
    }

    @Test
    void valueStaysOnItsLineAndDoesNotTurnTheReadingDirection() {
        var filled =
                renderer.render(
                        new NoticeText("Dear {{name}}", "Dear {{name}},"),
                        values(Map.of(Placeholder.NAME, "Eva\r\nMüller\u202E\u0000")));

        assertThat(filled).isEqualTo(new NoticeText("Dear Eva Müller", "Dear Eva Müller,"));
    }

    @Test
    void longValuesNeverMakeATextTooLong() {
        var text = new NoticeText("{{name}}", "x".repeat(NoticeText.LONGEST - 330) + "{{name}}");

        var filled = renderer.render(text, values(Map.of(Placeholder.NAME, "😀".repeat(9_000))));

        assertThat(filled.subject()).hasSizeLessThanOrEqualTo(200).endsWith("😀…");
        assertThat(filled.body()).hasSizeLessThanOrEqualTo(NoticeText.LONGEST).endsWith("😀…");
    }

    @Test
    void textWithoutRoomForItsValuesIsAFault() {
        var text = new NoticeText("s", "x".repeat(NoticeText.LONGEST - 10) + "{{name}}");

        assertThat(renderer.faults(text)).singleElement().asString().contains("no room");
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void textsThatComeWithCordonHaveNoFaults(Basis basis) {
        var texts = new BundledNoticeTemplates().accountsEntered(basis);

        assertThat(texts).containsOnlyKeys("de", "en");
        assertThat(texts.values()).allSatisfy(text -> assertThat(renderer.faults(text)).isEmpty());
    }

    private static Map<Placeholder, String> values(Map<Placeholder, String> given) {
        var all = new EnumMap<Placeholder, String>(Placeholder.class);
        Arrays.stream(Placeholder.values()).forEach(placeholder -> all.put(placeholder, "-"));
        all.putAll(given);
        return all;
    }
}

package dev.cordon.infra.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.cordon.domain.evidence.pack.Finding;
import dev.cordon.domain.evidence.pack.Verdict;
import dev.cordon.infra.bootstrap.demo.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The verifier in a real browser that has no network, opened from a disk as a lawyer opens it. */
final class OpenedPage implements AutoCloseable {

    private final Chromium chromium = Chromium.start();
    private final String address;
    private final List<String> asked = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    final Page page;

    OpenedPage(Path folder, String language) throws IOException {
        var file = folder.resolve(VerifierPage.FILE);
        Files.write(file, VerifierPage.bytes());
        address = file.toUri().toString();
        page = chromium.window(language);
        page.context().setOffline(true);
        page.onRequest(request -> asked.add(request.url()));
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onDialog(dialog -> complaints.add("a dialog: " + dialog.message()));
    }

    void fresh() {
        page.navigate(address);
        asked.clear();
    }

    /** Nothing was asked for, and nothing went wrong, or was stopped, in the page. */
    void isQuiet() {
        assertThat(asked).isEmpty();
        assertThat(complaints).isEmpty();
    }

    void give(String field, String name, byte[] bytes) {
        page.setInputFiles(field, new FilePayload(name, "application/octet-stream", bytes));
    }

    void check(byte[] file, String key) {
        give("#package", "package.zip", file);
        check(key);
    }

    void check(String key) {
        page.fill("#key", key);
        page.click("#check");
        page.locator("body[aria-busy=false] #verdict").waitFor();
    }

    Locator step(String name) {
        return page.locator("#steps [data-step=" + name + "]");
    }

    String verdict() {
        return named(page.locator("#verdict").getAttribute("data-verdict"));
    }

    static String verdict(Verdict verdict) {
        return named(Sentences.name(verdict));
    }

    private static String named(String verdict) {
        return verdict.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> faults() {
        return page.locator("#faults [data-what]").allInnerTexts();
    }

    static List<String> sentences(Verdict verdict) {
        var sentences = new Sentences("en");
        return findings(verdict).stream()
                .map(sentences::of)
                .map(sentence -> sentence.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?"))
                .toList();
    }

    /** What the page says a receipt states; empty if it says nothing. */
    String digest() {
        return String.join("", page.locator("[data-fact=digest]").allInnerTexts());
    }

    /** The same as the command line computes it. */
    static String digest(Verdict verdict) {
        var contents =
                switch (verdict) {
                    case Verdict.Intact(var some) -> some;
                    case Verdict.SignerUnknown(var some) -> some;
                    case Verdict.Broken(var _, var some) -> some;
                    case Verdict.Unreadable _ -> null;
                };
        return contents == null || contents.digest() == null ? "" : contents.digest().hex();
    }

    private static List<Finding> findings(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Broken(var findings, var _) -> findings;
            case Verdict.Unreadable(var why) -> List.of(why);
            case Verdict.Intact _, Verdict.SignerUnknown _ -> List.of();
        };
    }

    /** Two readers stop at the same text, not always at the same byte of what is no text. */
    static List<String> withoutPlaces(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.replaceAll("(does not have its form): .*", "$1"))
                .toList();
    }

    @Override
    public void close() {
        chromium.close();
    }
}

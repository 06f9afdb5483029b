package dev.cordon.woocommerce.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.store.VulnerabilityFeedFile.Outcome;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Trait;
import dev.cordon.domain.store.vulnerability.Vulnerability;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordfenceFeedTest {

    /** Made up, in the feed's form. */
    private static final String RECORD =
            """
            {"id": "%1$s", "title": "Akismet < 5.7.3 - Made up", "cve": null,
             "references": ["https://vulnerabilities.example/%1$s"],
             "cvss": {"vector": "CVSS:3.1/AV:N", "score": 9.8, "rating": "Critical"},
             "software": [{"type": "plugin", "name": "Akismet", "slug": "akismet",
               "affected_versions": {"* - 5.7.2": {"from_version": "*", "from_inclusive": true,
                  "to_version": "5.7.2", "to_inclusive": true}},
               "patched": true, "patched_versions": ["5.7.3"], "remediation": "Update."}],
             "copyrights": {"message": "Made-up copyrights.",
               "defiant": {"notice": "Copyright 2026 Somebody", "license": "…",
                  "license_url": "https://terms.example/"}}}
            """;

    @TempDir private Path folder;

    @Test
    void aRecordTellsWhatIsVulnerableAndWhoseWordsTheseAre() throws IOException {
        var read = new ArrayList<Vulnerability>();

        var state = feed("{\"u-1\": " + RECORD.formatted("u-1") + "}").read(read::add);

        assertThat(state.isWhole()).isTrue();
        var known = read.getFirst();
        assertThat(known.score()).isEqualTo(9.8);
        assertThat(known.link()).isEqualTo("https://vulnerabilities.example/u-1");
        assertThat(known.copyright())
                .contains(
                        "Made-up copyrights.", "Copyright 2026 Somebody", "https://terms.example/");
        var akismet = known.software().getFirst();
        assertThat(akismet.patched()).containsExactly("5.7.3");
        assertThat(akismet.is(plugin("5.7.2"))).isTrue();
        assertThat(akismet.is(plugin("5.7.3"))).isFalse();
    }

    @Test
    void aListOfRangesIsReadLikeAnObjectOfThem() throws IOException {
        var read = new ArrayList<Vulnerability>();

        feed("""
                        {"a": {"title": "x", "software": [{"type": "theme", "slug": "shop",
                          "affected_versions": [{"from_version": "1.0", "from_inclusive": false,
                            "to_version": "*", "to_inclusive": true}]}]}}
                        """)
                .read(read::add);

        var theme = InventoryItem.of(ItemKind.THEME, "shop", "Shop");
        var software = read.getFirst().software().getFirst();
        assertThat(software.is(theme.with(Trait.VERSION, "1.0"))).isFalse();
        assertThat(software.is(theme.with(Trait.VERSION, "99"))).isTrue();
    }

    @Test
    void aFileThatBreaksOffIsNotWhole() throws IOException {
        var read = new ArrayList<Vulnerability>();

        var state =
                feed("{\"u-1\": " + RECORD.formatted("u-1") + ", \"u-2\": {\"ti").read(read::add);

        assertThat(read).hasSize(1);
        assertThat(state.isWhole()).isFalse();
        assertThat(state.trouble()).contains("1");
        assertThat(feed("[]").read(read::add).isWhole()).isFalse();
    }

    @Test
    void withoutAFileNothingIsKnown() {
        var state = new WordfenceFeed(folder.resolve("none.json")).read(_ -> {});

        assertThat(state.at()).isNull();
        assertThat(state.isWhole()).isFalse();
    }

    @Test
    void tensOfMegabytesAreReadOneByOne() throws IOException {
        var file = folder.resolve("feed.json");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("{");
            for (int each = 0; each < 30_000; each++) {
                out.write((each == 0 ? "" : ",") + "\"" + each + "\": " + RECORD.formatted(each));
            }
            out.write("}");
        }

        var state = new WordfenceFeed(file).read(_ -> {});

        assertThat(Files.size(file)).isGreaterThan(15_000_000);
        assertThat(state.records()).isEqualTo(30_000);
    }

    @Test
    void anotherFileComesIntoForceOnceItIsWhole() throws IOException {
        var feed = feed("{\"u-1\": " + RECORD.formatted("u-1") + "}");
        var whole =
                "{\"u-2\": %s, \"u-3\": %s}"
                        .formatted(RECORD.formatted("u-2"), RECORD.formatted("u-3"));

        assertThat(feed.replace(bytes(whole.substring(0, whole.length() - 1))))
                .isEqualTo(Outcome.Refused.NOT_WHOLE);
        assertThat(feed.replace(bytes("{}"))).isEqualTo(Outcome.Refused.EMPTY);
        assertThat(feed.replace(bytes("[]"))).isEqualTo(Outcome.Refused.NOT_WHOLE);
        assertThat(feed.read(_ -> {}).records()).isEqualTo(1);

        assertThat(feed.replace(bytes(whole))).isEqualTo(new Outcome.Replaced(2));
        assertThat(feed.read(_ -> {}).records()).isEqualTo(2);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFileThatIsLargerThanMayBeIsRefusedWhileItComes() throws IOException {
        var whole = "{\"u-2\": " + RECORD.formatted("u-2") + "}";
        var feed = new WordfenceFeed(folder.resolve("feed.json"), whole.length() - 2);

        assertThat(feed.replace(bytes(whole))).isEqualTo(Outcome.Refused.TOO_LARGE);
        assertThat(feed.read(_ -> {}).at()).isNull();
    }

    private static ByteArrayInputStream bytes(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private WordfenceFeed feed(String json) throws IOException {
        return new WordfenceFeed(Files.writeString(folder.resolve("feed.json"), json));
    }

    private static InventoryItem plugin(String version) {
        return InventoryItem.of(ItemKind.PLUGIN, "akismet/akismet", "Akismet")
                .with(Trait.VERSION, version);
    }
}

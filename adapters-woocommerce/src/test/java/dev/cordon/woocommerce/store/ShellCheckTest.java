package dev.cordon.woocommerce.store;

import static dev.cordon.domain.store.ConnectionKind.SHELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.Finding;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a login is found to allow, on a host behind a real SSH server. */
class ShellCheckTest {

    private static final String WORKING =
            """
            case "$*" in
              *"cli version") echo "WP-CLI 2.12.0";;
              *" eval "*) echo "Notice: a plugin speaks"; echo '%s';;
            esac
            """;

    private static final String ALL =
            """
            {"wordpress":"7.1","woocommerce":"11.0.1","php":"8.2.36","hpos":"yes",\
            "plugins_writable":true,"config_writable":true,"root_writable":true,\
            "logs_readable":true}""";

    @TempDir private Path root;
    private HostWithStore host;

    @BeforeEach
    void open() throws Exception {
        host = new HostWithStore(root).program("mariadb-dump", "exit 0");
        Files.writeString(host.folder.resolve("wp-load.php"), "<?php");
        host.program("wp", WORKING.formatted(ALL));
    }

    @AfterEach
    void close() throws Exception {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void theOwnersLoginMayDoAllThatAHostLets() throws IOException {
        var report = check();

        for (var capability : Capability.values()) {
            assertThat(report.allows(capability))
                    .as(capability.name())
                    .isEqualTo(capability.ways().contains(SHELL));
        }
    }

    @Test
    void theHostNamesItsVersionsAndHowOrdersAreKept() throws IOException {
        var said = look(new Findings());

        assertThat(said.wpCliVersion()).isEqualTo("2.12.0");
        assertThat(said.asStatus().wooCommerceVersion()).isEqualTo("11.0.1");
        assertThat(said.asStatus().highPerformanceOrderStorage()).isTrue();
    }

    @Test
    void anOptionThatWasNeverSetMeansThatOrdersArePostsStill() throws IOException {
        host.program("wp", WORKING.formatted(ALL.replace("\"yes\"", "false")));

        assertThat(look(new Findings()).asStatus().highPerformanceOrderStorage()).isFalse();
    }

    @Test
    void aLoginThatMayNotWriteRollsNothingBack() throws IOException {
        host.program(
                "wp",
                WORKING.formatted(
                        ALL.replace("\"plugins_writable\":true", "\"plugins_writable\":0")));

        var report = check();

        assertThat(report.verdict(Capability.ROLL_BACK_PLUGINS))
                .isEqualTo(new Verdict.Refused(Finding.MAY_NOT_WRITE.about("wp-content/plugins")));
        assertThat(report.allows(Capability.DEACTIVATE_PLUGINS)).isTrue();
    }

    @Test
    void aHostWithoutWpCliHashesFilesAllTheSame() throws IOException {
        host.program("wp", "exit 127");

        var report = check();

        assertThat(report.allows(Capability.HASH_FILES)).isTrue();
        assertThat(report.verdict(Capability.END_SESSIONS))
                .isEqualTo(new Verdict.Refused(Finding.NO_WP_CLI.reason()));
    }

    @Test
    void aSiteThatDoesNotStartIsToldFromAMissingTool() throws IOException {
        host.program("wp", "case \"$*\" in *version) echo 'WP-CLI 2.10.0';; *) exit 255;; esac");

        assertThat(check().verdict(Capability.END_SESSIONS))
                .isEqualTo(new Verdict.Refused(Finding.WORDPRESS_BROKEN.reason()));
    }

    @Test
    void aWrongFolderIsNamed() throws IOException {
        Files.delete(host.folder.resolve("wp-load.php"));

        assertThat(check().verdict(Capability.END_SESSIONS))
                .isEqualTo(new Verdict.Refused(Finding.NO_WORDPRESS.about(host.folder.toString())));
    }

    @Test
    void aSiteWithoutWooCommerceHoldsNoOrders() throws IOException {
        host.program("wp", WORKING.formatted(ALL.replace("\"11.0.1\"", "false")));

        var report = check();

        assertThat(report.verdict(Capability.HOLD_ORDERS))
                .isEqualTo(new Verdict.Refused(Finding.NO_WOOCOMMERCE.reason()));
        assertThat(report.allows(Capability.END_SESSIONS)).isTrue();
    }

    @Test
    void lookingAroundChangesNoFile() throws IOException {
        check();

        try (var files = Files.list(host.folder)) {
            assertThat(files).containsExactly(host.folder.resolve("wp-load.php"));
        }
    }

    @Test
    void theHostsKeyIsShownWithoutLoggingIn() throws IOException {
        var shown = host.shell.hostKey("127.0.0.1", host.port());

        assertThat(shown.map(key -> key.line().split(" ")[1]))
                .isEqualTo(new StoreAnswer.Ok<>(host.hostKey().split(" ")[1]));
        assertThat(shown.map(key -> key.fingerprint().startsWith("SHA256:")))
                .isEqualTo(new StoreAnswer.Ok<>(true));
    }

    @Test
    void aHostThatIsAwayShowsNoKey() throws Exception {
        host.close();

        assertThat(host.shell.hostKey("127.0.0.1", host.port()))
                .isInstanceOf(StoreAnswer.Failed.class);
    }

    private ConnectionReport check() throws IOException {
        var findings = new Findings();
        look(findings);
        return new ConnectionReport(
                HostWithStore.SHOP.id(),
                Instant.EPOCH,
                findings.all(),
                new ConnectionReport.Facts(true, null, null, null, null, null, null, null, null));
    }

    private HostReport look(Findings findings) throws IOException {
        return new ShellCheck(host.shell, HostWithStore.SHOP, host.access(), findings).run();
    }
}

package dev.cordon.woocommerce.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.domain.store.Plugin;
import dev.cordon.domain.store.ShellCommand;
import dev.cordon.domain.store.ShellOutput;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What WP-CLI said in a real store, said once more by a {@code wp} on a host behind a real SSH
 * server.
 */
class WpCliRecordingsTest {

    private static final Recordings SAID = Recordings.of("/recordings/wpcli.zip");

    @TempDir private static Path root;
    private static HostWithStore host;
    private static Path tapes;

    @BeforeAll
    static void open() throws Exception {
        host = new HostWithStore(root);
        tapes = Files.createDirectory(root.resolve("tapes"));
        host.program(
                "wp",
                """
                cat "%1$s/$1.stdout"; cat "%1$s/$1.stderr" >&2; exit "$(cat "%1$s/$1.exit")"
                """
                        .formatted(tapes));
        for (var name : names().toList()) {
            var tape = tapes.resolve(tape(name));
            Files.write(Path.of(tape + ".stdout"), SAID.files().get(name + ".stdout"));
            Files.write(Path.of(tape + ".stderr"), SAID.files().get(name + ".stderr"));
            Files.writeString(Path.of(tape + ".exit"), Integer.toString(exit(name)));
        }
    }

    @AfterAll
    static void close() throws Exception {
        if (host != null) {
            host.close();
        }
    }

    static Stream<String> names() {
        return Stream.of("wpcli", "wpcli212")
                .flatMap(
                        folder ->
                                SAID.index(folder + "/index.jsonl").stream()
                                        .map(row -> folder + "/" + row.path("name").asString()));
    }

    private static int exit(String name) {
        return SAID.index(name.substring(0, name.indexOf('/')) + "/index.jsonl").stream()
                .filter(row -> name.endsWith("/" + row.path("name").asString()))
                .findFirst()
                .orElseThrow()
                .path("exit")
                .asInt();
    }

    private static String tape(String name) {
        return name.replace('/', '-');
    }

    @ParameterizedTest
    @MethodSource("names")
    void outputErrorsAndCodeArriveApartAndUnchanged(String name) {
        var said = play(name);

        assertThat(said.exit()).isEqualTo(exit(name));
        assertThat(said.out()).isEqualTo(SAID.text(name + ".stdout"));
        assertThat(said.err()).isEqualTo(SAID.text(name + ".stderr"));
    }

    @Test
    void checksumsOfATamperedPluginAreNotCleanAlthoughTheCommandSaysSuccess() {
        var said = play("wpcli/f_verify_checksums_tampered_nonet");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).startsWith("Success");
        assertThat(WpCliChecksums.of(said).skipped()).isEqualTo(1);
        assertThat(WpCliChecksums.of(said).unpublished()).containsExactly("woocommerce");
        assertThat(WpCliChecksums.of(said).bearsOut("woocommerce")).isFalse();
    }

    @Test
    void checksumsThatCountedNothingBearNothingOut() {
        for (var name :
                List.of(
                        "wpcli/core_verify_checksums_nonet",
                        "wpcli/plugin_verify_checksums_nonet",
                        "wpcli212/plugin_verify_checksums_nonet",
                        "wpcli212/plugin_verify_one")) {
            assertThat(WpCliChecksums.of(play(name)).bearsOut("hello")).as(name).isFalse();
        }
        assertThat(WpCliCoreChecksums.of(play("wpcli/f_core_verify_tampered_nonet")).compared())
                .isFalse();
    }

    @Test
    void aVersionThatReadsLikeAMessageHidesNoPluginThatWasLeftOut() {
        var said =
                new ShellOutput(
                        0,
                        "Success: Verified 1 of 2 plugins (1 skipped).\n",
                        "Warning: Could not retrieve the checksums for version 1 of plugin zzz,"
                                + " skipping. of plugin evil, skipping.\n");

        assertThat(WpCliChecksums.of(said).bearsOut("evil")).isFalse();
        assertThat(WpCliChecksums.of(said).bearsOut("akismet")).isTrue();
    }

    @Test
    void anUpdateThatEndedWithOneWorked() {
        assertThat(play("wpcli/core_rollback_zip_7_0_4").exit()).isEqualTo(1);
        assertThat(WpCliWord.version(play("wpcli/core_version_after_rollback"))).contains("7.0.4");
    }

    @Test
    void aPlaceWithoutWordPressHasNoVersion() {
        assertThat(WpCliWord.version(play("wpcli/wp_as_no_cd"))).isEmpty();
    }

    @Test
    void anOptionThatWasNeverSetIsAbsentAndAnEmptyOneIsThere() {
        assertThat(WpCliWord.option(play("wpcli/option_get_missing"))).isEmpty();
        assertThat(WpCliWord.option(play("wpcli212/wc_get_false"))).contains("");
    }

    @Test
    void pluginsAreListedAlthoughPhpWarnsBesides() {
        var said = play("wpcli/plugin_list_skip_plugins");

        assertThat(said.err()).contains("Warning");
        assertThat(value(WpCliPlugins.of(said)))
                .extracting(Plugin::id, Plugin::state)
                .contains(
                        tuple("akismet", Plugin.State.ACTIVE),
                        tuple("hello", Plugin.State.INACTIVE));
    }

    @Test
    void pluginsAreNamedByTheirFileWhereItIsKnown() {
        assertThat(value(WpCliPlugins.of(play("wpcli/plugin_list_fields"))))
                .extracting(Plugin::id)
                .contains("woocommerce/woocommerce");
        assertThat(value(WpCliPlugins.of(play("wpcli/mu_plugins"))))
                .extracting(Plugin::state)
                .containsOnly(Plugin.State.MUST_USE);
        assertThat(value(WpCliPlugins.of(play("wpcli/dropins")))).isEmpty();
    }

    @Test
    void aListThatDidNotComeIsAFailureThatNamesTheCode() {
        assertThat(WpCliPlugins.of(play("wpcli/wrong_path")))
                .isEqualTo(
                        new StoreAnswer.Failed<>(
                                new StoreFailure.CommandFailed("wp plugin list", 1)));
    }

    @Test
    void accountsComeWithTheirRolesAndNobodysNameInTheText() {
        var users = value(WpCliUsers.of(play("wpcli/user_list_roles")));

        assertThat(users)
                .contains(new WpCliUsers.User(304, "agency", List.of("administrator")))
                .contains(new WpCliUsers.User(302, "mgr", List.of("shop_manager")));
        assertThat(users.getFirst().toString()).isEqualTo("user 304");
    }

    private static ShellOutput play(String name) {
        var answer = host.shell.run(HostWithStore.SHOP, ShellCommand.wp(tape(name)));
        return ((StoreAnswer.Ok<ShellOutput>) answer).value();
    }

    private static <T> T value(StoreAnswer<T> answer) {
        return ((StoreAnswer.Ok<T>) answer).value();
    }
}

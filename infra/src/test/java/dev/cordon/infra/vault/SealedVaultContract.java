package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.EvidenceVault.Unreadable;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.SealedForm;
import dev.cordon.infra.crypto.TestKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an encrypted vault promises, wherever its bytes lie. */
abstract class SealedVaultContract extends SweptVaultContract {

    protected static final String SECRET = "203.0.113.9 asked for /my-account";
    private static final int FORM = "cordon/evidence/v1\n".length();

    @Test
    void equalContentOfAnIncidentLiesThereOnce() throws IOException {
        vault.store(ONE, bytes("line"), 100);
        vault.store(ONE, bytes("line"), 100);
        vault.store(OTHER, bytes("line"), 100);

        assertThat(contentNames()).hasSize(2);
        assertThat(keyNames()).hasSize(2);
    }

    @Test
    void manyWhoBringEqualContentAtOnceLeaveItOnceAndSound() throws Exception {
        var content = new byte[100_000];
        Callable<EvidenceVault.Stored> bring =
                () -> another().store(ONE, new ByteArrayInputStream(content), content.length);

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done :
                    threads.invokeAll(IntStream.range(0, 24).mapToObj(_ -> bring).toList())) {
                assertThat(done.get().content()).isEqualTo(Sha256.of(content));
            }
        }

        assertThat(contentNames()).hasSize(1);
        assertThat(vault.rehash(ONE, Sha256.of(content))).contains(Sha256.of(content));
    }

    @Test
    void whatWasChangedInTheVaultIsNotTakenForTheSameContent() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100);
        change(stored.content());

        assertThatThrownBy(() -> vault.store(ONE, bytes("line"), 100))
                .isInstanceOf(Unreadable.class);

        assertThat(contentNames()).hasSize(1);
    }

    @Test
    void whatWasRemovedFromTheVaultCanBeBroughtBack() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100);
        remove(stored.content());

        vault.store(ONE, bytes("line"), 100);

        assertThat(vault.rehash(ONE, stored.content())).contains(stored.content());
    }

    @Test
    void nothingOfTheContentLiesInClear() throws IOException {
        vault.store(
                ONE,
                new Watched(SECRET.repeat(400_000).getBytes(UTF_8), this::assertNothingInClear),
                Long.MAX_VALUE);

        assertNothingInClear();
    }

    @Test
    void aFlippedBitIsNamedWithItsFileAndTheFirstByteThatDoesNotOpen() throws IOException {
        var content = new byte[2 * SealedForm.RECORD + 100];
        new Random(3).nextBytes(content);
        var stored = vault.store(ONE, new ByteArrayInputStream(content), content.length);
        var file = contentNames().getFirst();
        var whole = raw(file);

        for (int at = 0; at < whole.length; at = at < 100 ? at + 1 : at + 997) {
            var changed = whole.clone();
            changed[at] ^= (byte) (1 << at % 8);
            overwrite(file, changed);
            long broken = at < FORM ? 0 : recordOf(at - FORM);

            assertThatThrownBy(() -> vault.rehash(ONE, stored.content()))
                    .isInstanceOfSatisfying(
                            Unreadable.class,
                            unreadable -> {
                                assertThat(unreadable.file()).contains(file);
                                assertThat(unreadable.at()).isEqualTo(broken);
                            });
        }
    }

    private static long recordOf(int at) {
        return (long) at / (SealedForm.RECORD + SealedForm.ADDED) * SealedForm.RECORD;
    }

    @Test
    void contentThatWasCutOffAnywhereIsFoundOut() throws IOException {
        var content = new byte[2 * SealedForm.RECORD];
        new Random(3).nextBytes(content);
        var stored = vault.store(ONE, new ByteArrayInputStream(content), content.length);
        var file = contentNames().getFirst();
        var whole = raw(file);
        int record = SealedForm.RECORD + SealedForm.ADDED;

        for (int cut : new int[] {0, 5, FORM, FORM + record, FORM + 2 * record, whole.length - 1}) {
            overwrite(file, Arrays.copyOf(whole, cut));

            var read = new ByteArrayOutputStream();
            assertThatThrownBy(() -> vault.open(ONE, stored.content()).transferTo(read))
                    .isInstanceOf(Unreadable.class);
            assertThat(read.toByteArray()).isEqualTo(Arrays.copyOf(content, read.size()));
        }
    }

    @Test
    void contentAndKeysOfOthersOpenNothing() throws IOException {
        var one = vault.store(ONE, bytes("line"), 100);
        var two = vault.store(OTHER, bytes("line"), 100);
        var keys = keyNames();

        overwrite(keys.get(0), raw(keys.get(1)));

        assertThatThrownBy(() -> vault.rehash(ONE, one.content()))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        broken -> assertThat(broken.file()).contains(keys.get(0)));
        assertThat(vault.rehash(OTHER, two.content())).contains(two.content());
        overwrite(
                keys.get(0),
                "cordon/content-key/v1\nlies ../../etc/passwd\nmaster x\n".getBytes(UTF_8));
        assertThatThrownBy(() -> vault.open(ONE, one.content())).isInstanceOf(Unreadable.class);
    }

    @Test
    void anotherMasterKeyOpensNothing() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100);

        var stranger = another(TestKeys.contentKeys(elsewhere.resolve("other.json")));

        assertThatThrownBy(() -> stranger.rehash(ONE, stored.content()))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void holdingAndReleasingChangesNothingAboutReading() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100).content();

        vault.hold(ONE, stored, true);
        assertThat(vault.rehash(ONE, stored)).contains(stored);
        vault.hold(ONE, stored, false);
        vault.hold(OTHER, stored, true);

        assertThat(vault.rehash(ONE, stored)).contains(stored);
    }

    protected final void assertNothingInClear() throws IOException {
        for (var bytes : everything()) {
            assertThat(new String(bytes, ISO_8859_1)).doesNotContain("203.0.113", "my-account");
        }
    }

    /** Some bytes, and something to happen before the end is reached. */
    protected static final class Watched extends InputStream {

        protected interface Step {
            void run() throws IOException;
        }

        private final InputStream bytes;
        private final Step between;

        Watched(byte[] bytes, Step between) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.between = between;
        }

        @Override
        public int read() throws IOException {
            int one = bytes.read();
            if (one < 0) {
                between.run();
            }
            return one;
        }
    }
}

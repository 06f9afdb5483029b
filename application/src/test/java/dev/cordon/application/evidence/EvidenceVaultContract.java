package dev.cordon.application.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@link EvidenceVault} promises, whatever keeps the content. */
public abstract class EvidenceVaultContract {

    /** An empty vault. */
    protected abstract EvidenceVault vault();

    /** Fails if anything lies in the vault, finished or not. */
    protected abstract void assertNothingKept() throws IOException;

    /** Changes what lies under the digest, as an intruder would. */
    protected abstract void change(Sha256 content) throws IOException;

    /** Takes away what lies under the digest. */
    protected abstract void remove(Sha256 content) throws IOException;

    @Test
    void contentComesBackByteForByteUnderItsDigest() throws IOException {
        var bytes = new byte[3_000_001];
        new Random(7).nextBytes(bytes);

        var stored = vault().store(new ByteArrayInputStream(bytes), bytes.length);

        assertThat(stored).isEqualTo(new EvidenceVault.Stored(Sha256.of(bytes), bytes.length));
        try (var content = vault().open(stored.content())) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(vault().rehash(stored.content())).contains(stored.content());
    }

    @Test
    void nothingAtAllIsContentToo() throws IOException {
        var stored = vault().store(InputStream.nullInputStream(), 0);

        assertThat(stored.size()).isZero();
        assertThat(vault().rehash(stored.content())).contains(Sha256.of(new byte[0]));
    }

    @Test
    void aStreamThatBreaksOffLeavesNothing() throws IOException {
        var broken =
                new InputStream() {
                    private int left = 100_000;

                    @Override
                    public int read() throws IOException {
                        if (left-- <= 0) {
                            throw new IOException("connection reset");
                        }
                        return 'x';
                    }
                };

        assertThatThrownBy(() -> vault().store(broken, Long.MAX_VALUE))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");

        assertNothingKept();
    }

    @Test
    void contentPastTheLimitLeavesNothing() throws IOException {
        assertThatThrownBy(() -> vault().store(bytes("12345"), 4))
                .isInstanceOf(EvidenceVault.TooLarge.class);

        assertNothingKept();
    }

    @Test
    void changedContentIsFoundOut() throws IOException {
        var stored = vault().store(bytes("line"), 100);

        change(stored.content());

        assertThat(vault().rehash(stored.content()))
                .isPresent()
                .get()
                .isNotEqualTo(stored.content());
    }

    @Test
    void missingContentIsFoundOut() throws IOException {
        var stored = vault().store(bytes("line"), 100);

        remove(stored.content());

        assertThat(vault().rehash(stored.content())).isEmpty();
        assertThatThrownBy(() -> vault().open(stored.content())).isInstanceOf(IOException.class);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

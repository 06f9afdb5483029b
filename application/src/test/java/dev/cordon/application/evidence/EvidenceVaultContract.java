package dev.cordon.application.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.EvidenceVault.Destroyed;
import dev.cordon.application.evidence.EvidenceVault.Unreadable;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link EvidenceVault} promises, whatever keeps the content. */
public abstract class EvidenceVaultContract {

    protected static final IncidentId ONE = new IncidentId(new UUID(0, 1));
    protected static final IncidentId OTHER = new IncidentId(new UUID(0, 2));
    protected static final Instant UNTIL = Instant.parse("2099-11-26T12:00:00Z");

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

        var stored = vault().store(ONE, new ByteArrayInputStream(bytes), bytes.length);

        assertThat(stored).isEqualTo(new EvidenceVault.Stored(Sha256.of(bytes), bytes.length));
        try (var content = vault().open(ONE, stored.content())) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(vault().rehash(ONE, stored.content())).contains(stored.content());
    }

    @Test
    void whoHashesAnewIsToldHowFarItIs() throws IOException {
        var bytes = new byte[3_000_001];
        var stored = vault().store(ONE, new ByteArrayInputStream(bytes), bytes.length);
        var told = new ArrayList<Long>();

        vault().rehash(ONE, stored.content(), told::add);

        assertThat(told).hasSizeGreaterThan(3).isSorted().doesNotHaveDuplicates();
        assertThat(told.getLast()).isEqualTo(bytes.length);
    }

    @Test
    void nothingAtAllIsContentToo() throws IOException {
        var stored = vault().store(ONE, InputStream.nullInputStream(), 0);

        assertThat(stored.size()).isZero();
        assertThat(vault().rehash(ONE, stored.content())).contains(Sha256.of(new byte[0]));
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

        assertThatThrownBy(() -> vault().store(ONE, broken, Long.MAX_VALUE))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");

        assertNothingKept();
    }

    @Test
    void contentThatTurnsOutToBeRefusedLeavesNothing() throws IOException {
        assertThatThrownBy(
                        () ->
                                vault().store(
                                                ONE,
                                                into -> {
                                                    into.write(new byte[200_000]);
                                                    throw new IOException("it is none");
                                                },
                                                Long.MAX_VALUE))
                .hasMessage("it is none");

        assertNothingKept();
    }

    @Test
    void contentPastTheLimitLeavesNothing() throws IOException {
        assertThatThrownBy(() -> vault().store(ONE, bytes("12345"), 4))
                .isInstanceOf(EvidenceVault.TooLarge.class);

        assertNothingKept();
    }

    @Test
    void changedContentIsFoundOut() throws IOException {
        var stored = vault().store(ONE, bytes("line"), 100);

        change(stored.content());

        assertThatThrownBy(() -> vault().rehash(ONE, stored.content()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("from byte 0 on");
        assertThatThrownBy(() -> vault().open(ONE, stored.content()).readAllBytes())
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void missingContentIsFoundOut() throws IOException {
        var stored = vault().store(ONE, bytes("line"), 100);

        remove(stored.content());

        assertThat(vault().rehash(ONE, stored.content())).isEmpty();
        assertThatThrownBy(() -> vault().open(ONE, stored.content()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void equalContentOfTwoIncidentsIsTheirsAlone() throws IOException {
        var stored = vault().store(ONE, bytes("line"), 100);
        assertThat(vault().rehash(OTHER, stored.content())).isEmpty();
        vault().store(OTHER, bytes("line"), 100);

        vault().destroy(ONE, stored.content());

        assertThat(vault().rehash(ONE, stored.content())).isEmpty();
        assertThat(vault().rehash(OTHER, stored.content())).contains(stored.content());
    }

    @Test
    void whatWasDestroyedIsGoneAndDestroyedOnce() throws IOException {
        var stored = vault().store(ONE, bytes("line"), 100);

        var first = vault().destroy(ONE, stored.content());
        var second = vault().destroy(ONE, stored.content());

        assertThat(first).isEqualTo(Destroyed.KEY_AND_BYTES);
        assertThat(second).isEqualTo(Destroyed.NOTHING_THERE);
        assertThat(vault().rehash(ONE, stored.content())).isEmpty();
        assertThatThrownBy(() -> vault().open(ONE, stored.content()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatWasDestroyedCanBeCollectedAgain() throws IOException {
        var stored = vault().store(ONE, bytes("line"), 100);
        vault().destroy(ONE, stored.content());

        vault().store(ONE, bytes("line"), 100);

        assertThat(vault().rehash(ONE, stored.content())).contains(stored.content());
    }

    @Test
    void whatIsSealedIsReadAsBefore() throws IOException {
        var stored = vault().store(ONE, bytes("line"), 100);

        vault().seal(ONE, stored.content(), UNTIL);
        vault().seal(ONE, stored.content(), UNTIL.minusSeconds(60));

        assertThat(vault().rehash(ONE, stored.content())).contains(stored.content());
    }

    @Test
    void whatIsNotThereCannotBeSealed() {
        assertThatThrownBy(() -> vault().seal(ONE, Sha256.of(new byte[0]), UNTIL))
                .isInstanceOf(IOException.class);
    }

    protected static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

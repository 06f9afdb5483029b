package dev.cordon.infra.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTakenPiecesTest {

    private static final SourceId LOG = new SourceId("shop-access");
    private static final SourceId OTHER = new SourceId("shop-errors");

    @TempDir private Path folder;

    @Test
    void aPieceIsKnownForGoodAndForItsOwnLogAlone() throws IOException {
        var many = new ByteArrayOutputStream();
        for (int i = 0; i < 5_000; i++) {
            many.write(piece(i).bytes());
        }
        Files.write(folder.resolve(LOG.value()), many.toByteArray());

        pieces().add(LOG, piece(5_000));

        assertThat(pieces().has(LOG, piece(0))).isTrue();
        assertThat(pieces().has(LOG, piece(4_999))).isTrue();
        assertThat(pieces().has(LOG, piece(5_000))).isTrue();
        assertThat(pieces().has(LOG, piece(5_001))).isFalse();
        assertThat(pieces().has(OTHER, piece(0))).isFalse();
    }

    @Test
    void whatAKillLeftOfOneHidesNoOther() throws IOException {
        pieces().add(LOG, piece(1));
        Files.write(folder.resolve(LOG.value()), new byte[] {7, 7, 7}, StandardOpenOption.APPEND);

        pieces().add(LOG, piece(2));

        assertThat(pieces().has(LOG, piece(1))).isTrue();
        assertThat(pieces().has(LOG, piece(2))).isTrue();
        assertThat(Files.size(folder.resolve(LOG.value()))).isEqualTo(64);
    }

    @Test
    void rememberedTwiceItIsThereOnce() throws IOException {
        pieces().add(LOG, piece(1));
        pieces().add(LOG, piece(1));

        assertThat(Files.size(folder.resolve(LOG.value()))).isEqualTo(32);
    }

    private FolderTakenPieces pieces() {
        return new FolderTakenPieces(folder);
    }

    private static Sha256 piece(int number) {
        return Sha256.of(new byte[] {(byte) number, (byte) (number >> 8)});
    }
}

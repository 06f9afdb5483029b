package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.EvidenceVault.Needed;
import dev.cordon.application.evidence.EvidenceVaultContract;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.TestKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An encrypted vault into whose storage a test looks and reaches, wherever its bytes lie. */
abstract class OpenedVault extends EvidenceVaultContract {

    protected static final Duration DAY = Duration.ofDays(1);
    protected static final Needed NOTHING = (_, _) -> false;

    @TempDir Path elsewhere;

    protected EvidenceVault vault;

    @BeforeEach
    void open() throws IOException {
        vault = another();
    }

    @Override
    protected EvidenceVault vault() {
        return vault;
    }

    /** The same vault, as another instance or the next start of the program sees it. */
    protected abstract EvidenceVault another(ContentKeys keys) throws IOException;

    protected abstract KeyShelf shelf() throws IOException;

    /** In the order of their names. */
    protected abstract List<String> contentNames() throws IOException;

    protected abstract List<String> keyNames() throws IOException;

    protected abstract byte[] raw(String name) throws IOException;

    protected abstract void overwrite(String name, byte[] bytes) throws IOException;

    protected abstract List<byte[]> everything() throws IOException;

    /** Makes all that lies there older. */
    protected abstract void age(Duration time) throws IOException;

    /** Takes a key away that lies there. */
    protected abstract void loseKey(String name) throws IOException;

    /** By the storage's clock. */
    protected abstract Instant now();

    protected final EvidenceVault another() throws IOException {
        return another(keys());
    }

    protected final ContentKeys keys() {
        return TestKeys.contentKeys(elsewhere.resolve("master.json"));
    }

    @Override
    protected void change(Sha256 content) throws IOException {
        overwrite(contentNames().getFirst(), "something else".getBytes(UTF_8));
    }
}

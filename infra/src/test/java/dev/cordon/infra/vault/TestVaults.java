package dev.cordon.infra.vault;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.Uploads;
import dev.cordon.infra.crypto.TestKeys;
import dev.cordon.infra.crypto.UnderMasterKey;
import java.io.IOException;
import java.nio.file.Path;

/** Vaults without a database or a context, made as in the product. */
public final class TestVaults {

    private TestVaults() {}

    /** Makes the recovery key of such a vault. */
    public static String recoveryKey(Path folder, Path masterKey) throws IOException {
        return new VaultRecoveryKeys(
                        new FolderKeyShelf(folder.resolve("keys")), TestKeys.contentKeys(masterKey))
                .create(_ -> {})
                .printed();
    }

    /** What the master key wraps in such a vault. */
    public static UnderMasterKey underMasterKey(Path folder) throws IOException {
        return new ShelvedKeys(new FolderKeyShelf(folder.resolve("keys")));
    }

    /** The same of what is under way in such a folder. */
    public static UnderMasterKey uploadKeys(Path folder) {
        return new UploadKeys(folder);
    }

    /** Files that come in pieces to such a folder. */
    public static Uploads uploads(Path folder, Path masterKey) throws IOException {
        return new FolderUploads(folder, TestKeys.contentKeys(masterKey));
    }

    /** Under the master key of that file, made where there is none. */
    public static EvidenceVault inFolder(Path folder, Path masterKey) throws IOException {
        return VaultConfiguration.inFolder(folder, TestKeys.contentKeys(masterKey));
    }
}

package dev.cordon.infra.vault;

import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.UnderMasterKey;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;

/** What the master key wraps of files that are under way: the key of each upload. */
final class UploadKeys implements UnderMasterKey {

    private final Path folder;

    UploadKeys(Path folder) {
        this.folder = folder;
    }

    @Override
    public String what() {
        return "keys of uploads";
    }

    @Override
    public void each(Visit visit) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (var upload : FolderUploads.begun(folder)) {
            try {
                see(upload, visit);
            } catch (NoSuchFileException removed) {
                // A kill left the rest of it; without its key nobody opens that.
            }
        }
    }

    private void see(UUID upload, Visit visit) throws IOException {
        var place = folder.resolve(upload.toString());
        var file = place.resolve(FolderUploads.KEY);
        var text = Files.readString(file);
        visit.see(
                file.toString(),
                decoded(text),
                ContentKeys.bound(FolderUploads.name(upload)),
                next -> {
                    // Nobody went on with it: it is as old as before.
                    var touched = Files.getLastModifiedTime(place);
                    OwnerOnly.write(file, Base64.getEncoder().encodeToString(next));
                    Files.setLastModifiedTime(place, touched);
                });
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException damaged) {
            return new byte[0];
        }
    }
}

package dev.cordon.infra.vault;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Content as earlier builds kept it: in clear, once for all incidents, as {@code aa/bb/DIGEST}. It
 * is taken into the vault for each incident that holds it, and then the clear file goes; what a
 * crash interrupts goes on at the next start. A file that is not what its name says, or that no
 * incident knows, stays where it is and is named in the log.
 */
final class ClearContents {

    private static final Logger LOG = LoggerFactory.getLogger(ClearContents.class);
    private static final Pattern FILE = Pattern.compile("[0-9a-f]{64}");
    private static final String TWO_DIGITS = "[0-9a-f][0-9a-f]";

    private final Path folder;
    private final EvidenceVault vault;
    private final Function<Sha256, List<IncidentId>> holders;

    ClearContents(Path folder, EvidenceVault vault, Function<Sha256, List<IncidentId>> holders) {
        this.folder = folder;
        this.vault = vault;
        this.holders = holders;
    }

    void seal() throws IOException {
        for (var upper : OwnerOnly.files(folder, TWO_DIGITS)) {
            for (var lower : OwnerOnly.files(upper, TWO_DIGITS)) {
                for (var file : OwnerOnly.files(lower, "*")) {
                    seal(file);
                }
            }
        }
    }

    private void seal(Path file) throws IOException {
        var name = file.getFileName().toString();
        if (!FILE.matcher(name).matches() || !Files.isRegularFile(file)) {
            return;
        }
        var content = new Sha256(name);
        if (!digest(file).equals(content)) {
            LOG.error("evidence that lies in clear was changed and stays there file={}", file);
            return;
        }
        var incidents = holders.apply(content);
        for (var incident : incidents) {
            try (var in = Files.newInputStream(file)) {
                vault.store(incident, in, Files.size(file));
            }
        }
        if (incidents.isEmpty()) {
            LOG.warn("no incident knows the content that lies in clear file={}", file);
            return;
        }
        Files.delete(file);
        OwnerOnly.syncFolder(file.resolveSibling(".").normalize());
        LOG.info("encrypted evidence that lay in clear content={}", content);
    }

    private static Sha256 digest(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return SealedContent.digest(in);
        }
    }
}

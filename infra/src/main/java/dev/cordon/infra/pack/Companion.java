package dev.cordon.infra.pack;

import dev.cordon.domain.evidence.pack.PackedCustody;
import java.util.List;

/**
 * A file that lies in every package beside the evidence, and that the package binds: its digest is
 * stated in {@code custody.json}. Each bean of this type adds one.
 */
public interface Companion {

    /** Its path in the package, {@code report.pdf}; no other one's. */
    String name();

    /**
     * Its content for one package. It is kept with the package, so that nothing need come out the
     * same a second time. Runs outside transactions.
     */
    byte[] of(Basis basis);

    /**
     * What it is drawn up from.
     *
     * @param stated all that the package states; its files are those with time-stamps alone
     * @param disposedOf labels of the incident's items that are not in it because they were
     *     disposed of; none if it was asked for single items
     * @param key the ledger's, in the form of C2SP signed-note
     */
    record Basis(PackedCustody stated, List<String> disposedOf, String key) {
        public Basis {
            disposedOf = List.copyOf(disposedOf);
        }
    }
}

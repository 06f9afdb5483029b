package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Damaged;

/** The content in the vault is not what was collected: it does not change hands like that. */
public class NotIntact extends Damaged {

    private final String label;

    NotIntact(String label) {
        super(
                "The content of "
                        + label
                        + " is not what was collected. Nothing was done with it, and its chain says"
                        + " so. Verify it to see what differs.",
                null);
        this.label = label;
    }

    public String label() {
        return label;
    }
}

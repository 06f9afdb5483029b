package dev.cordon.ui.evidence;

import dev.cordon.ui.kernel.ReasonDialog;

/** Asks for the purpose of what is done with evidence, as long as a link of a chain takes it. */
abstract class PurposeDialog extends ReasonDialog {

    private static final int LONGEST = 500;

    PurposeDialog(String id, String title, String explanation, String verb) {
        super(id, title, explanation, verb);
        atMost(LONGEST);
    }
}

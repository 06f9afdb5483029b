package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.Div;
import dev.cordon.domain.evidence.CardSearch;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;

/** How an item is held now, in a few words each. */
class CustodyChips extends Div {

    private final Words words = Words.here();

    CustodyChips(EvidenceItem item, Names names) {
        addClassName("chips");
        var custody = item.custody();
        add(new Chip(Tone.PLAIN, words.of(item.kind())));
        if (!custody.custodian().equals(item.acquisition().by())) {
            say(Tone.PLAIN, "custodian", names.of(custody.custodian()));
        }
        var offer = custody.offered();
        if (offer != null) {
            say(Tone.MED, "offered", names.of(offer.to()));
        }
        if (custody.isSealed()) {
            say(Tone.OK, "sealed");
        }
        custody.holds().forEach(hold -> say(Tone.LOW, "held", hold.matter()));
        if (item.intake().isDangerous()) {
            say(Tone.CRIT, "dangerous");
        }
        if (item.intake().masked() > 0) {
            say(Tone.MED, "masked", item.intake().masked());
        }
        if (item.intake().cards().left() > 0) {
            say(Tone.HIGH, "left", item.intake().cards().left());
        }
        if (item.intake().cards().extent() == CardSearch.Extent.PART) {
            say(Tone.MED, "partly-searched");
        }
        var disposal = custody.disposal();
        if (disposal != null && disposal.doneAt() != null) {
            say(Tone.PLAIN, "disposed", Moments.here().moment(disposal.doneAt()));
        } else if (custody.isDisposedOf()) {
            say(Tone.HIGH, "disposing");
        } else if (disposal != null) {
            say(Tone.HIGH, "disposal", names.of(disposal.plannedBy()));
        }
    }

    private void say(Tone tone, String what, Object... filling) {
        add(new Chip(tone, words.text("evidence.is." + what, filling)));
    }
}

package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Anchor;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.kernel.StoreId;

/** The addresses of rules and their versions. */
public final class RuleNavigation {

    private RuleNavigation() {}

    static String address(StoreId store) {
        return "rules/" + store;
    }

    static String address(RuleVersion version) {
        return address(version.store()) + "/" + version.number();
    }

    static Anchor link(RuleVersion version, String text) {
        return new Anchor(address(version), text);
    }
}

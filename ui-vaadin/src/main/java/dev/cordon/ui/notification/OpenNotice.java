package dev.cordon.ui.notification;

import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.Campaign;

/** The notice's page, as its parts see it. */
interface OpenNotice {

    /** As it is stored now. */
    Campaign campaign();

    /** The version that the viewer's words are based on; it travels with every command. */
    Version seen();

    /** The viewer stored something: their words are based on what is stored now. */
    void saved();

    /** Reads again, after something was done. */
    void refresh();
}

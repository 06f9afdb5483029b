package dev.cordon.ui.notification;

import dev.cordon.domain.notification.Campaign;

/** The notice's page, as its parts see it. */
interface OpenNotice {

    /** As the viewer sees it now; its version and its hash travel with every command. */
    Campaign campaign();

    /** Reads again, after something was done. */
    void refresh();
}

package dev.cordon.ui.kernel;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;

/** A short word that something worked; nothing that must not be missed. */
public final class Done {

    private static final int MILLIS = 4_000;

    private Done() {}

    public static void say(String text) {
        Notification.show(text, MILLIS, Position.BOTTOM_START);
    }
}

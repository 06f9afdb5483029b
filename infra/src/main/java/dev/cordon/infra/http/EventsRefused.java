package dev.cordon.infra.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A batch holds something that is no event. None of it was taken. */
public class EventsRefused extends IOException {

    /**
     * @param number the event's, from 1
     * @param why what is wrong with it, to go on after its number
     */
    public EventsRefused(long number, String why, @Nullable Throwable cause) {
        super("event " + number + " of the batch " + why + ". Nothing was kept.", cause);
    }
}

package dev.cordon.application.notification;

/**
 * Ends a run in which one message after the other fails: then it is not the recipients. Three of
 * unknown fate in a row are enough; every further one would be one more for a person to decide.
 */
final class Brake {

    static final int UNKNOWN_IN_A_ROW = 3;
    static final int FAILED_IN_A_ROW = 20;

    private int unknown;
    private int failed;
    private int accepted;
    private String last = "";

    void saw(DeliveryResult result) {
        switch (result) {
            case DeliveryResult.Accepted _ -> {
                accepted++;
                unknown = 0;
                failed = 0;
            }
            case DeliveryResult.Unknown(_, var why, _) -> failed(unknown + 1, why);
            case DeliveryResult.Refused(var reply, _) -> failed(0, reply);
            case DeliveryResult.Deferred(var reply, _, _) -> failed(0, reply);
        }
    }

    private void failed(int unknownInARow, String why) {
        unknown = unknownInARow;
        failed++;
        last = why;
    }

    boolean isPulled() {
        return unknown >= UNKNOWN_IN_A_ROW || failed >= FAILED_IN_A_ROW;
    }

    /** Whether anything got through. */
    boolean sawProgress() {
        return accepted > 0;
    }

    String why() {
        return "The last %d messages in a row did not get through, the last one: \"%s\". The others wait."
                .formatted(failed, last);
    }
}

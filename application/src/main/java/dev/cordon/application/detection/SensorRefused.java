package dev.cordon.application.detection;

/** What came as a sensor's and is not taken. The message is for whoever looks after the store. */
public class SensorRefused extends Exception {

    private final Reason reason;

    SensorRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why not. */
    public enum Reason {
        /** It is signed with none of the secrets that are good. */
        SIGNATURE,
        /** It is signed rightly, at another time. */
        TIME,
        /** The same came before. */
        REPLAY
    }

    public Reason reason() {
        return reason;
    }
}

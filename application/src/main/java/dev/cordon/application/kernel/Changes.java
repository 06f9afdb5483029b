package dev.cordon.application.kernel;

/** Whether anything was changed, asked often and answered cheaply. */
public interface Changes {

    /**
     * A number that grows with every committed change of a record with history. Two changes that
     * commit at once may be told late; what has no history is not told.
     */
    long latest();
}

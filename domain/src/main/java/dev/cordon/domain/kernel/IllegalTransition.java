package dev.cordon.domain.kernel;

/** The thing is in a state in which this cannot be done: a race or a defect, not a choice. */
public class IllegalTransition extends RuntimeException {

    public IllegalTransition(String what, String state, String verb) {
        super(what + " is " + state + " and cannot " + verb);
    }
}

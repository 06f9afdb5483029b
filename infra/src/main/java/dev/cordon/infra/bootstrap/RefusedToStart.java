package dev.cordon.infra.bootstrap;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The program would run in a way that nobody should want; it says so and ends. */
class RefusedToStart extends RuntimeException {

    private final String whatToDo;

    RefusedToStart(String what, String whatToDo) {
        super(what);
        this.whatToDo = whatToDo;
    }

    /** Two sentences instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<RefusedToStart> {
        @Override
        protected FailureAnalysis analyze(Throwable root, RefusedToStart refusal) {
            return new FailureAnalysis(refusal.getMessage(), refusal.whatToDo, refusal);
        }
    }
}

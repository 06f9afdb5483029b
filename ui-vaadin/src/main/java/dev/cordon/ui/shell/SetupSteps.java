package dev.cordon.ui.shell;

import dev.cordon.application.kernel.Caller;
import dev.cordon.ui.kernel.SetupStep;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The steps of setting Cordon up, as the viewer may take them. */
@Component
class SetupSteps {

    private final List<SetupStep> all;
    private final Caller caller;

    SetupSteps(List<SetupStep> all, Caller caller) {
        this.all = all.stream().sorted(Comparator.comparing(SetupStep::order)).toList();
        this.caller = caller;
    }

    List<SetupStep> mine() {
        return all.stream().filter(step -> caller.may(step.needed())).toList();
    }

    /** How many are not done. */
    int open() {
        return (int) mine().stream().filter(step -> !step.done().getAsBoolean()).count();
    }
}

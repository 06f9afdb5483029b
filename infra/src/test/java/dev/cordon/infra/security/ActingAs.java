package dev.cordon.infra.security;

import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import java.util.function.Supplier;

/** Lets a test store what in the program only a job does, with somebody to answer for it. */
public final class ActingAs {

    private ActingAs() {}

    public static <T> T automation(AutomationPolicy automation, Supplier<T> work) {
        var call =
                new CallerContext.Call(
                        "Test", automation.actor(), StoreScope.ALL, automation.access());
        return CallerContext.bind(call, work::get);
    }
}

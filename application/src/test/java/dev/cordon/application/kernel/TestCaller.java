package dev.cordon.application.kernel;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;

/** A caller by hand: somebody who may everything, for the given stores. */
public record TestCaller(Actor actor, StoreScope scope) implements Caller {

    public static TestCaller person(String name) {
        return new TestCaller(new Actor.Person(name), StoreScope.ALL);
    }

    public TestCaller within(StoreScope narrower) {
        return new TestCaller(actor, narrower);
    }

    @Override
    public boolean may(Permission permission) {
        return true;
    }
}

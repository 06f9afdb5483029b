package dev.cordon.infra.security;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.infra.persistence.ChangeContext;
import org.springframework.stereotype.Component;

/** Answers history's question with the running use case and its caller. */
@Component
class CallersChange implements ChangeContext {

    @Override
    public Actor actor() {
        return call().actor();
    }

    @Override
    public String useCase() {
        return call().useCase();
    }

    private static CallerContext.Call call() {
        return CallerContext.current().orElseThrow(OutsideUseCase::new);
    }
}

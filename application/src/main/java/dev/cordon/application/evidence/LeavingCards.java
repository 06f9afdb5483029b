package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Denied;
import dev.cordon.domain.people.Permission;
import org.jspecify.annotations.Nullable;

/** Who may decide that card numbers stay in what cannot be blotted out. */
final class LeavingCards {

    private LeavingCards() {}

    /**
     * @param because the reason that was given; null if they may not stay, which everybody may want
     * @throws Denied if there is a reason and the caller may not allow it
     */
    static void requireMay(Caller caller, @Nullable String because, Class<?> useCase) {
        if (because != null && !caller.may(Permission.EVIDENCE_LEAVE_CARDS)) {
            throw new Denied(
                    caller.actor().name(),
                    useCase.getSimpleName() + " with card numbers",
                    Permission.EVIDENCE_LEAVE_CARDS);
        }
    }
}

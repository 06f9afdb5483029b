package dev.cordon.infra.bootstrap.demo;

import dev.cordon.domain.people.Role;
import java.util.concurrent.Callable;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Lets somebody of the team do something, as after a login. */
final class Staff {

    private Staff() {}

    static <T> T as(String username, Role role, Callable<T> work) {
        var login = new TestingAuthenticationToken(username, "", "ROLE_" + role.id());
        SecurityContextHolder.getContext().setAuthentication(login);
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    static void does(String username, Role role, Runnable work) {
        as(
                username,
                role,
                () -> {
                    work.run();
                    return true;
                });
    }
}

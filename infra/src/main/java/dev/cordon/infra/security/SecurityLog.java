package dev.cordon.infra.security;

import org.aopalliance.intercept.MethodInvocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.stereotype.Component;

/** The security log: who logged in, who failed to, who was refused what. Never a secret. */
@Component
class SecurityLog {

    private static final Logger LOG = LoggerFactory.getLogger("dev.cordon.security");

    @EventListener
    void refused(AuthorizationDeniedEvent<?> event) {
        var who = event.getAuthentication().get().getName();
        if (event.getObject() instanceof MethodInvocation call) {
            var method = call.getMethod();
            LOG.warn(
                    "refused use-case={}.{} by={}",
                    method.getDeclaringClass().getSimpleName(),
                    method.getName(),
                    printable(who));
        } else {
            LOG.debug("refused page by={}", printable(who));
        }
    }

    @EventListener
    void loggedIn(AuthenticationSuccessEvent event) {
        LOG.info("logged in who={}", printable(event.getAuthentication().getName()));
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        LOG.warn(
                "login failed who={} why={}",
                printable(event.getAuthentication().getName()),
                event.getException().getClass().getSimpleName());
    }

    /** A name somebody typed must not write lines of its own into the log. */
    private static String printable(String name) {
        var clean = name.replaceAll("[^\\p{Alnum}@._:+-]", "?");
        return clean.length() > 100 ? clean.substring(0, 100) : clean;
    }
}

package dev.cordon.infra.http;

import dev.cordon.domain.kernel.NotFound;
import dev.cordon.infra.security.SourceTokenAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** With a log source's token another source is not there. */
class OwnSourceOnly implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (login instanceof SourceTokenAuthentication sender
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> asked
                && !sender.source().value().equals(asked.get("source"))) {
            throw new NotFound("log source " + asked.get("source"));
        }
        return true;
    }
}

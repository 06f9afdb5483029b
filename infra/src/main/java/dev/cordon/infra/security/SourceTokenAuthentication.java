package dev.cordon.infra.security;

import dev.cordon.domain.detection.log.SourceId;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A sender that showed a log source's token: it may send to that source and nothing else. */
public final class SourceTokenAuthentication extends AbstractAuthenticationToken {

    private final transient SourceId source;
    private final transient Identity identity;

    SourceTokenAuthentication(SourceId source, Identity identity) {
        super(List.of());
        this.source = source;
        this.identity = identity;
        setAuthenticated(true);
    }

    /** The only source that its holder may send to. */
    public SourceId source() {
        return source;
    }

    Identity identity() {
        return identity;
    }

    /** The secret was compared and is not kept. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return "source:" + source;
    }
}

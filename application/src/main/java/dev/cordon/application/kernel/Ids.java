package dev.cordon.application.kernel;

import java.util.UUID;

/** New ids, time-ordered: UUID version 7 (RFC 9562, section 5.7). */
public interface Ids {
    UUID next();
}

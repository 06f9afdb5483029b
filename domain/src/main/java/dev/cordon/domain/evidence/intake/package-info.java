/**
 * What content is looked through for before it is stored: card numbers and verification codes (PCI
 * DSS 4.0.1, requirements 3.3 to 3.5), and what must not be opened by accident. In memory that does
 * not grow, whatever the content is.
 */
@NullMarked
package dev.cordon.domain.evidence.intake;

import org.jspecify.annotations.NullMarked;

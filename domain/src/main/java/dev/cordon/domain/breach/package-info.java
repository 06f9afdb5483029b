/**
 * Who is affected by a personal data breach, and which legal clocks run.
 *
 * <p>Words from the GDPR (Regulation (EU) 2016/679, Articles 4(12), 33 and 34). Never claims to
 * know more than the store's records say: an upper bound is called one.
 */
@NullMarked
package dev.cordon.domain.breach;

import org.jspecify.annotations.NullMarked;

/** What people did about the program itself, as far as no other feature's record says it. */
@NullMarked
package dev.cordon.domain.audit;

import org.jspecify.annotations.NullMarked;

/**
 * What is known about who is affected. Who the people are is encrypted under a key of the
 * determination's own: deleting that key makes them unreadable for good.
 */
@NullMarked
package dev.cordon.infra.persistence.breach;

import org.jspecify.annotations.NullMarked;

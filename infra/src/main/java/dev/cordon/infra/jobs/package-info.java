/**
 * Durable jobs on db-scheduler: scheduled in the transaction of the fact that asks for them, run at
 * least once, retried with back-off, parked where people see them.
 */
@NullMarked
package dev.cordon.infra.jobs;

import org.jspecify.annotations.NullMarked;

package dev.cordon.infra.persistence.evidence;

/** Asks for the job that sequences waiting leaves, in the running transaction. */
public interface LedgerQueue {

    void ask();
}

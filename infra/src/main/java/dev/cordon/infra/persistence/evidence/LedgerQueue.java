package dev.cordon.infra.persistence.evidence;

/** Has waiting leaves sequenced once the running transaction is committed. */
public interface LedgerQueue {

    void ask();
}

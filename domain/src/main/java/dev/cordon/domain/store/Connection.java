package dev.cordon.domain.store;

/** What opens one way into a store. The text form names it and never holds a secret. */
public sealed interface Connection permits RestCredential, ShellAccess, SensorKey, EdgeToken {

    ConnectionKind kind();
}

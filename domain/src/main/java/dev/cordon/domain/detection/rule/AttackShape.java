package dev.cordon.domain.detection.rule;

/** What a decoded text can look like. */
public enum AttackShape {
    /** SQL that changes what a query means; hardly ever written by a customer. */
    SQL_INJECTION,
    /** What somebody writes who tries whether a field reaches SQL; a customer may, once. */
    SQL_PROBE,
    /** Markup or script that a browser would run. */
    CROSS_SITE_SCRIPTING,
    /** A way out of the folder, or a file of the system. */
    PATH_TRAVERSAL,
    /** A command for a shell. */
    COMMAND_INJECTION,
    /** PHP, a template or an expression to be evaluated; a serialized object; a JNDI lookup. */
    CODE_INJECTION,
    /** A number that no page needs, so that no cache has the answer. */
    CACHE_BUSTER
}

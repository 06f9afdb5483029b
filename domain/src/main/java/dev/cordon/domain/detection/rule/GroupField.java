package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.log.EventField;

/** What events are grouped by, or counted by. */
public sealed interface GroupField {

    /** The address, {@code src_endpoint.ip}. */
    record SourceAddress() implements GroupField {}

    /** A text field; where it is absent the event belongs to no group. */
    record Field(EventField field) implements GroupField {}

    /** The path as the web server resolves it: see {@code RequestPath}. */
    record ResolvedPath() implements GroupField {}

    /** A name of the rule's aliases. */
    record Alias(String name) implements GroupField {}
}

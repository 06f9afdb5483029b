package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.log.EventField;
import java.util.List;
import java.util.Set;

/** What an event must be like: a tree of tests. */
public sealed interface Condition {

    /** Empty is always true. */
    record And(List<Condition> all) implements Condition {
        public And {
            all = List.copyOf(all);
        }
    }

    /** Empty is never true. */
    record Or(List<Condition> any) implements Condition {
        public Or {
            any = List.copyOf(any);
        }
    }

    record Not(Condition not) implements Condition {}

    /**
     * The text of a field. True if one of the fields, as it was sent or decoded, satisfies the
     * match. An absent field is the empty text.
     *
     * @param fields where one of them suffices: Sigma's {@code cs-uri-query} means the query or the
     *     whole target, a keyword means any field
     */
    record Text(Set<EventField> fields, TextMatch match) implements Condition {
        public Text {
            fields = Set.copyOf(fields);
        }
    }

    /** Whether the field is there and not empty. */
    record Present(EventField field) implements Condition {}

    /** A number of the event. An event without it satisfies nothing. */
    record Number(NumberField field, Comparison comparison, long value) implements Condition {}

    /** The event's address lies in the network. */
    record Network(Cidr network) implements Condition {}

    /** The numbers an event may have. */
    enum NumberField {
        /** {@code http_response.code}. */
        STATUS,
        /** {@code http_response.length}, in bytes. */
        SIZE
    }

    /** How a number is compared. */
    enum Comparison {
        EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST
    }
}

package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.rule.Condition.NumberField;
import java.util.Set;

/** What a rule's field is here. */
sealed interface FieldMeaning {

    /**
     * Text: where a rule says one name, several of ours may be meant.
     *
     * @param fields one of them suffices; the field that the name says stands for itself
     * @param proper the field that has to be there where a rule asks whether the named one is
     */
    record Words(Set<EventField> fields, EventField proper) implements FieldMeaning {

        static Words of(EventField field) {
            return new Words(Set.of(field), field);
        }
    }

    record Count(NumberField field) implements FieldMeaning {}

    /** The address that the event came from. */
    record Source() implements FieldMeaning {}

    /** OCSF's {@code class_uid}: which events the rule is about. */
    record ClassNumber() implements FieldMeaning {}

    /** No name: the whole event, as keywords mean it. */
    record Anything() implements FieldMeaning {}
}

package dev.cordon.ui.incident;

import dev.cordon.domain.incident.Incident;
import dev.cordon.ui.kernel.Words;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a feature suggests to do next; the first that has something to say is the one shown. */
public interface NextStep {

    /** Its place in the order in which an incident is worked. */
    int order();

    /** Empty when it is done, not yet possible, or not the viewer's to do. */
    Optional<Step> of(Incident incident);

    /**
     * @param id of the button
     * @param verb what the button says
     * @param why one sentence: why now
     */
    record Step(String id, String verb, String why, Consumer<OpenIncident> go) {

        /** Named by the texts {@code step.<id>} and {@code step.<id>.why}. */
        public static Step named(String id, Consumer<OpenIncident> go) {
            var words = Words.here();
            return new Step(id, words.text("step." + id), words.text("step." + id + ".why"), go);
        }
    }

    /** A step that is due for as long as the condition holds. */
    static NextStep when(int order, Predicate<Incident> due, String id, Consumer<OpenIncident> go) {
        return new NextStep() {
            @Override
            public int order() {
                return order;
            }

            @Override
            public Optional<Step> of(Incident incident) {
                return due.test(incident) ? Optional.of(Step.named(id, go)) : Optional.empty();
            }
        };
    }
}

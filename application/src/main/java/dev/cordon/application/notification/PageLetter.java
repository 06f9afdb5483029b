package dev.cordon.application.notification;

import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertNote;
import dev.cordon.domain.people.Person;
import java.util.Locale;

/**
 * The page about tampering, in the language of whoever gets it; in both where none is known. What
 * was found is said in the words of the check, which are English.
 *
 * @param language ISO 639-1; of a letter in both, the one that it begins with
 */
record PageLetter(String subject, String body, String language) {

    private static final String ENGLISH =
            """
            Hello %s,

            Cordon checks its evidence and its ledger by itself, and found something that is not what
            it was:

            %s

            Store: %s
            Found: %s

            Nothing was changed or removed by this check, and everything else is still checked. Please
            do not repair or delete anything on the storage or in the database: what is there now shows
            what happened. Open the alert in Cordon, verify the item there, and have somebody look at
            who had access to storage and database.
            """;

    private static final String GERMAN =
            """
            Guten Tag %s,

            Cordon prüft seine Beweismittel und deren Verzeichnis von selbst und hat etwas gefunden,
            das nicht mehr ist, was es war (im Wortlaut der Prüfung):

            %s

            Shop: %s
            Gefunden: %s

            Diese Prüfung hat nichts geändert oder entfernt, und alles andere wird weiter geprüft. Bitte
            reparieren oder löschen Sie nichts auf dem Speicher oder in der Datenbank: Was jetzt dort
            liegt, zeigt, was geschehen ist. Öffnen Sie den Alarm in Cordon, prüfen Sie dort das
            Beweismittel, und lassen Sie nachsehen, wer Zugang zu Speicher und Datenbank hatte.
            """;

    private static final String GERMAN_TITLE = "Beweise sind nicht mehr, was sie waren";

    static PageLetter to(Person person, Alert alert, AlertNote note, String store) {
        var english = filled(ENGLISH, person, alert, note, store);
        var german = filled(GERMAN, person, alert, note, store);
        var language = person.language();
        if (language == null) {
            return new PageLetter(
                    "Cordon: " + note.title() + " / " + GERMAN_TITLE,
                    english + "\n--------\n\n" + german,
                    "en");
        }
        return language.getLanguage().equals(Locale.GERMAN.getLanguage())
                ? new PageLetter("Cordon: " + GERMAN_TITLE, german, "de")
                : new PageLetter("Cordon: " + note.title(), english, "en");
    }

    private static String filled(
            String text, Person person, Alert alert, AlertNote note, String store) {
        return text.formatted(person.displayName(), note.description(), store, alert.detectedAt());
    }
}

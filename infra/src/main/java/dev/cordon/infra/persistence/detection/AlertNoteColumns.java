package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.AlertNote;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** What whoever reported an alert says about it. */
@Embeddable
record AlertNoteColumns(
        @Column(name = "note_title") String title,
        @Column(name = "note_text") String text,
        @Column(name = "note_link") @Nullable String link) {

    static @Nullable AlertNoteColumns of(@Nullable AlertNote note) {
        return note == null
                ? null
                : new AlertNoteColumns(note.title(), note.description(), note.link());
    }

    AlertNote toDomain() {
        return new AlertNote(title, text, link);
    }
}

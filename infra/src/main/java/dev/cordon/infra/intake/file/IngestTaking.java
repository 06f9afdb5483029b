package dev.cordon.infra.intake.file;

import dev.cordon.application.detection.IngestLines;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.security.CallerContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** The way of every batch of lines. */
record IngestTaking(IngestLines ingest, SourceId source) implements Taking {

    @Override
    public void take(String batch, byte[] lines) throws IOException {
        var command = new IngestLines.Command(source, batch);
        CallerContext.callAs(
                AutomationPolicy.DETECTION,
                () -> ingest.ingest(command, new ByteArrayInputStream(lines)));
    }
}

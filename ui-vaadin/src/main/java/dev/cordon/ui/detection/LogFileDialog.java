package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.cordon.application.detection.TakeLogFile;
import dev.cordon.application.detection.TakeLogFile.Outcome;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.FileUpload;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/** Hands files of a log in, rotated and packed ones too, and tells what became of each. */
class LogFileDialog extends AskDialog {

    /** The largest file that a browser sends, as it lies there. */
    private static final long LARGEST = 16L << 30;

    private static final int MOST_FILES = 50;

    /** What became of a file; on its way from the request's thread to the viewer's. */
    private record Told(String file, Outcome outcome) {}

    private final Words words = Words.here();
    private final TakeLogFile take;
    private final LogSource source;
    private final Runnable changed;
    private final FileUpload upload = new FileUpload();
    private final Div told = new Div();
    private final Queue<Told> news = new ConcurrentLinkedQueue<>();
    private final ReentrantLock oneByOne = new ReentrantLock(true);

    LogFileDialog(TakeLogFile take, LogSource source, Runnable changed) {
        super(
                "log-file",
                Words.here().text("logfile.title", source.name()),
                Words.here().text("logfile.text"),
                Words.here().text("logfile.title", source.name()));
        this.take = take;
        this.source = source;
        this.changed = changed;
        readOnly();
        upload.setId("log-file-upload");
        upload.setMaxFiles(MOST_FILES);
        upload.setUploadHandler(new Intake());
        upload.getElement().addEventListener("upload-success", _ -> tell());
        upload.getElement().addEventListener("upload-error", _ -> broke());
        told.setId("log-file-told");
        told.getElement().setAttribute("role", "status");
        with(past(), upload, told);
    }

    private Div past() {
        var list =
                new UnorderedList(
                        new ListItem(words.text("logfile.past.found")),
                        new ListItem(words.text("logfile.past.late")),
                        new ListItem(words.text("logfile.past.once")),
                        new ListItem(words.text("logfile.past.kept")));
        var past = new Div(new Paragraph(words.text("logfile.past")), list);
        past.addClassName("note");
        return past;
    }

    private void broke() {
        if (!tell()) {
            told.add(Row.two(words.text("logfile.broke"), words.text("logfile.broke.what")));
        }
    }

    /** Shows what is known by now; false if that is nothing new. */
    private boolean tell() {
        boolean isNew = false;
        for (var each = news.poll(); each != null; each = news.poll()) {
            told.add(new Row(new LogFileResult(source, each.file(), each.outcome())));
            isNew = true;
        }
        changed.run();
        return isNew;
    }

    /** Takes the bytes on the request's own thread, which must not touch a component. */
    private class Intake implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try {
                oneByOne.lockInterruptibly();
                try (var content = event.getInputStream()) {
                    var outcome = take.take(new TakeLogFile.Command(source.id()), content);
                    news.add(new Told(event.getFileName(), outcome));
                    if (!(outcome instanceof Outcome.Taken)) {
                        throw new IOException("the log file was not taken whole");
                    }
                } finally {
                    oneByOne.unlock();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the program stops");
            }
        }

        @Override
        public long getRequestSizeMax() {
            return LARGEST;
        }

        @Override
        public long getFileSizeMax() {
            return LARGEST;
        }
    }
}

package dev.cordon.ui.store;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.cordon.application.store.GiveOutSensor;
import dev.cordon.application.store.GiveOutSensor.Outcome;
import dev.cordon.domain.store.Store;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;
import java.util.function.Supplier;

/** Gives the sensor plugin out for a store: a ZIP to be uploaded in WordPress. */
class SensorDialog extends AskDialog {

    private static final String FILE = "cordon-sensor.zip";

    private final Words words = Words.here();
    private final Div outcome = new Div();

    SensorDialog(Supplier<Store> store, GiveOutSensor sensor, Runnable changed) {
        super(
                "sensor-dialog",
                Words.here().text("sensor.plugin.title", store.get().name()),
                Words.here().text("sensor.plugin.text"),
                Words.here().text("sensor.plugin.make"));
        outcome.setId("sensor-outcome");
        outcome.getElement().setAttribute("role", "status");
        with(new Paragraph(words.text("sensor.plugin.renew")), outcome);
        stayOpen();
        onConfirm(
                () -> {
                    var shop = store.get();
                    var command = new GiveOutSensor.Command(shop.id(), shop.version());
                    return show(sensor.giveOut(command), changed);
                });
    }

    private boolean show(Outcome given, Runnable changed) {
        outcome.removeAll();
        return switch (given) {
            case Outcome.Given(var zip) -> {
                outcome.add(link(zip), new Paragraph(words.text("sensor.plugin.upload")));
                changed.run();
                yield true;
            }
            case Outcome.Refused refused -> {
                var why = new Paragraph(words.text("sensor.plugin." + refused));
                why.addClassNames("note", "crit");
                outcome.add(why);
                yield false;
            }
        };
    }

    private Anchor link(byte[] zip) {
        DownloadHandler handler = event -> send(event, zip);
        var link =
                new Anchor(handler, AttachmentType.DOWNLOAD, words.text("sensor.plugin.download"));
        link.setId("sensor-download");
        return link;
    }

    private static void send(DownloadEvent event, byte[] zip) throws IOException {
        event.setFileName(FILE);
        event.setContentType("application/zip");
        event.setContentLength(zip.length);
        event.getOutputStream().write(zip);
    }
}

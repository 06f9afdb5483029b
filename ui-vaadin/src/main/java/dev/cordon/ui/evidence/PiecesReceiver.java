package dev.cordon.ui.evidence;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.ElementRequestHandler;
import dev.cordon.application.evidence.BeginUpload;
import dev.cordon.application.evidence.CardsInside;
import dev.cordon.application.evidence.EvidenceStage;
import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.FinishUnmasked;
import dev.cordon.application.evidence.FinishUpload;
import dev.cordon.application.evidence.NoTree;
import dev.cordon.application.evidence.SendPiece;
import dev.cordon.application.evidence.SendPiece.Outcome;
import dev.cordon.application.evidence.Upload;
import dev.cordon.domain.evidence.intake.MailHead;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes pieces on the request's own thread, which must not touch a component. Asked to begin a file
 * that the viewer has begun before for this incident, it goes on with that one.
 */
class PiecesReceiver implements ElementRequestHandler {

    private final IncidentId incident;
    private final EvidenceActions actions;
    private final Words words = Words.here();
    private volatile @Nullable MailHead mail;
    private volatile @Nullable Asked asked;

    /**
     * What is to be done with what came.
     *
     * @param because why card numbers may stay in it; empty if they may not
     */
    record Asked(FinishUpload.Command of, String because) {}

    PiecesReceiver(IncidentId incident, EvidenceActions actions) {
        this.incident = incident;
        this.actions = actions;
    }

    void ask(Asked wish) {
        asked = wish;
    }

    /** What the head of the mail says that came, if one did. */
    Optional<MailHead> mail() {
        return Optional.ofNullable(mail);
    }

    @Override
    public void handleRequest(
            VaadinRequest request, VaadinResponse response, VaadinSession session, Element owner)
            throws IOException {
        try {
            answer(response, 200, "application/json", done(request));
        } catch (CardsInside e) {
            var key = e.isPacked() ? "upload.cards.packed" : "upload.cards";
            answer(response, 422, "text/plain;charset=utf-8", words.text(key, e.found()));
        } catch (NoTree e) {
            answer(response, 422, "text/plain;charset=utf-8", words.text("upload.no-tree"));
        } catch (IllegalTransition e) {
            answer(response, 422, "text/plain;charset=utf-8", words.text("upload.not-whole"));
        } catch (EvidenceStage.NoRoom | EvidenceVault.TooLarge | IllegalArgumentException e) {
            answer(response, 422, "text/plain;charset=utf-8", String.valueOf(e.getMessage()));
        } catch (NotFound e) {
            answer(response, 404, "text/plain;charset=utf-8", "");
        }
    }

    private String done(VaadinRequest request) throws IOException {
        return switch (String.valueOf(request.getHeader("X-Cordon-Do"))) {
            case "begin" -> begin(request);
            case "piece" -> piece(request);
            case "finish" -> {
                finish();
                yield "{}";
            }
            case "cancel" -> {
                actions.pieces().cancel().cancel(upload(request));
                yield "{}";
            }
            default -> throw new IllegalArgumentException("nothing was asked for");
        };
    }

    private String begin(VaadinRequest request) throws IOException {
        var name =
                URLDecoder.decode(
                        String.valueOf(request.getHeader("X-Cordon-Name")), StandardCharsets.UTF_8);
        var command =
                new BeginUpload.Command(
                        incident, name, Long.parseLong(request.getHeader("X-Cordon-Size")));
        var known =
                actions.pieces().read().own().stream()
                        .filter(upload -> isSame(upload, command))
                        .findFirst();
        var upload = known.isPresent() ? known.get() : actions.pieces().begin().begin(command);
        return "{\"id\":\"%s\",\"received\":%d,\"piece\":%d}"
                .formatted(upload.id(), upload.received(), Upload.PIECE);
    }

    private boolean isSame(Upload upload, BeginUpload.Command command) {
        return upload.incident().equals(incident)
                && upload.name().equals(command.name())
                && upload.size() == command.size();
    }

    private String piece(VaadinRequest request) throws IOException {
        long offset = Long.parseLong(request.getHeader("X-Cordon-Offset"));
        var digest = request.getHeader("X-Cordon-Digest");
        var bytes = request.getInputStream().readNBytes(Upload.PIECE + 1);
        if (offset == 0) {
            mail = MailHead.read(bytes).orElse(mail);
        }
        var command =
                new SendPiece.Command(
                        upload(request),
                        offset,
                        bytes,
                        digest == null ? null : new Sha256(digest.toLowerCase(Locale.ROOT)));
        long received =
                switch (actions.pieces().send().send(command)) {
                    case Outcome.Kept(var now) -> now;
                    case Outcome.WrongOffset(var now) -> now;
                    case Outcome.WrongDigest(var now) -> now;
                    case Outcome.WrongLength _ ->
                            throw new IllegalArgumentException("the file has changed meanwhile");
                };
        return "{\"received\":%d}".formatted(received);
    }

    private void finish() throws IOException {
        var wish = asked;
        if (wish == null) {
            throw new IllegalArgumentException(words.text("upload.failed"));
        }
        if (wish.because().isBlank()) {
            actions.pieces().finish().finish(wish.of());
        } else {
            actions.pieces()
                    .finishUnmasked()
                    .finish(new FinishUnmasked.Command(wish.of(), wish.because()));
        }
        asked = null;
    }

    private static UUID upload(VaadinRequest request) {
        return UUID.fromString(request.getHeader("X-Cordon-Upload"));
    }

    private static void answer(VaadinResponse response, int status, String type, String body)
            throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}

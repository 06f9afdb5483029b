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
import dev.cordon.application.evidence.ResumeUpload;
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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes pieces on the request's own thread, which must not touch a component. A file that the
 * viewer has begun before for this incident goes on, once the browser has shown that it is that
 * one; no two files of a dialog go into one upload.
 */
class PiecesReceiver implements ElementRequestHandler {

    private final IncidentId incident;
    private final EvidenceActions actions;
    private final Words words = Words.here();
    private final Set<UUID> inUse = ConcurrentHashMap.newKeySet();
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
        } catch (CardsInside
                | NoTree
                | EvidenceStage.NoRoom
                | EvidenceVault.TooLarge
                | EvidenceVault.Unavailable e) {
            refuse(response, Failures.text(words, e));
        } catch (IllegalTransition e) {
            refuse(response, words.text("upload.not-whole"));
        } catch (BeginUpload.TooMany e) {
            refuse(response, words.text("upload.too-many", Upload.MOST));
        } catch (IllegalArgumentException e) {
            refuse(response, words.text(misunderstood(request)));
        } catch (NotFound e) {
            answer(response, 404, "text/plain;charset=utf-8", "");
        }
    }

    private static String verb(VaadinRequest request) {
        return String.valueOf(request.getHeader("X-Cordon-Do"));
    }

    /** Which of the facts, only their author can say; a piece is made by the page alone. */
    private static String misunderstood(VaadinRequest request) {
        return verb(request).equals("finish") ? "upload.not-understood" : "upload.failed";
    }

    private String done(VaadinRequest request) throws IOException {
        return switch (verb(request)) {
            case "begin" -> begin(request);
            case "where" -> where(request);
            case "piece" -> piece(request);
            case "finish" -> {
                finish();
                yield "{}";
            }
            case "cancel" -> {
                var upload = upload(request);
                actions.pieces().cancel().cancel(upload);
                inUse.remove(upload);
                yield "{}";
            }
            default -> throw new IllegalArgumentException("nothing was asked for");
        };
    }

    /** Goes on with what the viewer has begun of this file, or begins it. */
    private String begin(VaadinRequest request) throws IOException {
        var name =
                URLDecoder.decode(
                        String.valueOf(request.getHeader("X-Cordon-Name")), StandardCharsets.UTF_8);
        var file =
                new BeginUpload.Command(
                        incident, name, Long.parseLong(request.getHeader("X-Cordon-Size")));
        if (request.getHeader("X-Cordon-Anew") != null) {
            return begun(actions.pieces().begin().begin(file));
        }
        var proof = proof(request);
        var used =
                inUse.stream()
                        .filter(id -> proof == null || !proof.upload().equals(id))
                        .collect(Collectors.toSet());
        var command = new ResumeUpload.Command(file, used, proof);
        return switch (actions.pieces().resume().resume(command)) {
            case ResumeUpload.Outcome.Nothing() -> begun(actions.pieces().begin().begin(file));
            case ResumeUpload.Outcome.ToProve(var upload) -> json("prove", upload);
            case ResumeUpload.Outcome.Proven(var upload) -> begun(upload);
        };
    }

    private static ResumeUpload.@Nullable Proof proof(VaadinRequest request) {
        if (request.getHeader("X-Cordon-Upload") == null) {
            return null;
        }
        return new ResumeUpload.Proof(
                upload(request),
                Long.parseLong(request.getHeader("X-Cordon-Offset")),
                new Sha256(request.getHeader("X-Cordon-Digest")));
    }

    private String begun(Upload upload) {
        inUse.add(upload.id());
        return json("id", upload);
    }

    private static String json(String as, Upload upload) {
        return "{\"%s\":\"%s\",\"received\":%d,\"piece\":%d}"
                .formatted(as, upload.id(), upload.received(), Upload.PIECE);
    }

    /** Where one goes on that this dialog has begun. */
    private String where(VaadinRequest request) throws IOException {
        var id = upload(request);
        return actions.pieces().read().own().stream()
                .filter(upload -> upload.id().equals(id))
                .findFirst()
                .map(upload -> json("id", upload))
                .orElseThrow(() -> new NotFound("an upload " + id));
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
            throw new IllegalArgumentException("nothing was said about the files");
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

    private static void refuse(VaadinResponse response, String why) throws IOException {
        answer(response, 422, "text/plain;charset=utf-8", why);
    }

    private static void answer(VaadinResponse response, int status, String type, String body)
            throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}

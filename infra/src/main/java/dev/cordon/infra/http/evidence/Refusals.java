package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.CardsInside;
import dev.cordon.application.evidence.CollectEvidence;
import dev.cordon.application.evidence.EvidenceStage;
import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.NoTree;
import dev.cordon.infra.http.ApiProblem;
import java.io.IOException;
import java.util.Map;

/** Why content is not taken into custody, as the API says it. */
final class Refusals {

    private Refusals() {}

    /** Something that takes content in. */
    @FunctionalInterface
    interface Taking<T> {
        T run() throws IOException;
    }

    static <T> T said(Taking<T> taking) throws IOException {
        try {
            return taking.run();
        } catch (EvidenceVault.TooLarge e) {
            throw tooLarge();
        } catch (CardsInside e) {
            throw ApiProblem.notAccepted(
                    String.valueOf(e.getMessage()), Map.of("cards", e.found()));
        } catch (NoTree e) {
            throw ApiProblem.notAccepted(String.valueOf(e.getMessage()));
        } catch (EvidenceStage.NoRoom e) {
            throw ApiProblem.unavailable(e.getMessage());
        }
    }

    static ApiProblem tooLarge() {
        return ApiProblem.tooLarge(
                "The content is larger than "
                        + (CollectEvidence.LIMIT >> 30)
                        + " GiB. Nothing was kept. Send it in parts.");
    }
}

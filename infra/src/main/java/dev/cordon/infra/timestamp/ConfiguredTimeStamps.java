package dev.cordon.infra.timestamp;

import dev.cordon.application.evidence.TimeStampAuthority;
import dev.cordon.application.evidence.TimeStamps;
import dev.cordon.domain.evidence.ledger.Anchor;
import dev.cordon.domain.evidence.ledger.Anchor.Flaw;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The authorities that the settings name, and the roots that count. */
final class ConfiguredTimeStamps implements TimeStamps {

    private final TimeStampSettings settings;
    private final TokenCheck check;
    private final List<TimeStampAuthority> authorities;

    ConfiguredTimeStamps(TimeStampSettings settings) {
        this.settings = settings;
        this.check = new TokenCheck(roots(settings.roots()));
        this.authorities =
                settings.authorities().stream()
                        .map(one -> new HttpTimeStampAuthority(one, settings, check))
                        .map(TimeStampAuthority.class::cast)
                        .toList();
    }

    private static List<X509Certificate> roots(String file) {
        if (file.isBlank()) {
            return List.of();
        }
        try (var pem = Files.newInputStream(Path.of(file.strip()))) {
            var roots =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (roots.isEmpty()) {
                throw new CertificateException("no certificate in it");
            }
            return roots;
        } catch (IOException | CertificateException unreadable) {
            throw new IllegalStateException(
                    "The roots of the time-stamp authorities in "
                            + file
                            + " cannot be read: "
                            + unreadable.getMessage()
                            + ". Nothing was started. CORDON_TSA_ROOTS names a PEM file.",
                    unreadable);
        }
    }

    @Override
    public List<TimeStampAuthority> authorities() {
        return authorities;
    }

    @Override
    public Duration every() {
        return settings.every();
    }

    @Override
    public Optional<Flaw> check(Anchor anchor, Sha256 imprint) {
        var token = TokenCheck.read(Base64.getDecoder().decode(anchor.token()));
        if (token.isEmpty()) {
            return Optional.of(Flaw.MALFORMED);
        }
        if (!TokenCheck.at(token.get()).equals(anchor.at())) {
            return Optional.of(Flaw.WRONG_TIME);
        }
        return check.check(token.get(), imprint);
    }
}

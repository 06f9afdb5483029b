package dev.cordon.infra.pack;

import dev.cordon.domain.evidence.pack.Finding;
import dev.cordon.domain.evidence.pack.PackageCheck;
import dev.cordon.domain.evidence.pack.Trusted;
import dev.cordon.domain.evidence.pack.Verdict;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/** A package in the hands of somebody who checks it. */
public final class Packed {

    private Packed() {}

    public static Verdict check(byte[] file, Trusted trusted) throws IOException {
        return check(file, trusted, List.of());
    }

    public static Verdict check(byte[] file, Trusted trusted, List<X509Certificate> roots)
            throws IOException {
        try (var opened = PackageFile.open(new InMemory(file))) {
            return new PackageCheck(
                            new PackageJson(),
                            new JdkSignatures(),
                            new TimeStampTokens(roots),
                            trusted)
                    .check(opened);
        } catch (PackageFile.Unreadable unreadable) {
            return new Verdict.Unreadable(unreadable.why());
        }
    }

    public static List<Finding> findings(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Broken(var findings, var _) -> findings;
            case Verdict.Unreadable(var why) -> List.of(why);
            case Verdict.Intact _, Verdict.SignerUnknown _ -> List.of();
        };
    }

    /** Its files, by their paths. */
    public static Map<String, byte[]> files(byte[] file) {
        return new Tampering(file).files;
    }

    /** One bit of one file is another, and the manifests fit. */
    public static byte[] flipped(byte[] file, String path) {
        var tampering = new Tampering(file);
        tampering.flip(path, 0);
        return tampering.rehash().zip();
    }
}

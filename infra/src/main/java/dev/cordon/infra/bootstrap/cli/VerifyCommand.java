package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.evidence.pack.PackageCheck;
import dev.cordon.domain.evidence.pack.SignerKey;
import dev.cordon.domain.evidence.pack.Trusted;
import dev.cordon.domain.evidence.pack.Verdict;
import dev.cordon.infra.pack.JdkSignatures;
import dev.cordon.infra.pack.PackageFile;
import dev.cordon.infra.pack.PackageJson;
import dev.cordon.infra.pack.Sentences;
import dev.cordon.infra.pack.TimeStampTokens;
import dev.cordon.infra.pack.VerdictJson;
import dev.cordon.infra.pack.VerifierPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks an evidence package without a server, a network, or trust in whoever made it. */
@Command(
        name = "verify",
        description = {
            "Checks an evidence package. Asks no network and writes nothing.",
            "The verdict goes to standard output, everything else to standard error."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:intact, signed by the key you named",
            "1:broken: what is wrong is named",
            "2:unreadable, or what was given is wrong",
            "3:signer unknown: it holds together, but nobody vouched for its key"
        },
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

    private static final int BROKEN = 1;
    private static final int UNREADABLE = 2;
    private static final int SIGNER_UNKNOWN = 3;
    private static final long MOST_GIVEN = 1 << 20;

    @Parameters(arity = "0..1", paramLabel = "PACKAGE", description = "The package's file.")
    private @Nullable Path file;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description = {
                "Writes the verifier for browsers there and checks nothing: one file of HTML that",
                "needs no network, for whoever has no Java."
            })
    private @Nullable Path page;

    @Option(names = "--json", description = "The verdict as one JSON object.")
    private boolean json;

    @Option(
            names = "--key",
            paramLabel = "FINGERPRINT",
            description = {
                "The ledger's key as you got it another way than with the package: its SHA-256",
                "fingerprint, or the whole line that GET /api/v1/ledger/key gives."
            })
    private @Nullable String key;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = {
                "A checkpoint of the ledger that you kept. The package must not be older, must",
                "tell the same history, and be signed by the same key."
            })
    private @Nullable Path checkpoint;

    @Option(
            names = "--tsa-root",
            paramLabel = "FILE",
            description = {
                "The root certificate (PEM or DER) that time-stamps must lead to, from the authority",
                "itself. Without it a stamp by anybody is taken, and proves no time."
            })
    private @Nullable Path tsaRoot;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "en or de; en if not given.")
    private String language = "en";

    @Spec private CommandSpec spec;

    /** What was given cannot be used; the message is a sentence without its full stop. */
    private static final class Refused extends Exception {
        Refused(String message) {
            super(message);
        }
    }

    @Override
    public Integer call() {
        if (page != null) {
            return write(page);
        }
        var given = file;
        if (given == null) {
            throw new ParameterException(spec.commandLine(), "PACKAGE is missing");
        }
        try {
            var check =
                    new PackageCheck(
                            new PackageJson(),
                            new JdkSignatures(),
                            new TimeStampTokens(roots()),
                            trusted());
            var verdict = verdict(check, given);
            tell(verdict);
            return code(verdict);
        } catch (Refused refused) {
            return refuse(String.valueOf(refused.getMessage()));
        } catch (IOException e) {
            return refuse(given + " cannot be read: " + LogFile.reason(e));
        } catch (UncheckedIOException e) {
            return refuse(given + " cannot be read to its end: " + e.getMessage());
        }
    }

    /** Never over another file. */
    private int write(Path to) {
        try {
            Files.write(to, VerifierPage.bytes(), StandardOpenOption.CREATE_NEW);
            return 0;
        } catch (FileAlreadyExistsException e) {
            return refuse(to + " exists already");
        } catch (IOException e) {
            return refuse(to + " cannot be written: " + LogFile.reason(e));
        }
    }

    private static Verdict verdict(PackageCheck check, Path given) throws IOException {
        try (var opened = PackageFile.open(given)) {
            return check.check(opened);
        } catch (PackageFile.Unreadable unreadable) {
            return new Verdict.Unreadable(unreadable.why());
        }
    }

    private Trusted trusted() throws Refused {
        var told = key;
        if (told != null && !SignerKey.mayName(told)) {
            throw new Refused(
                    "--key takes the 64 hexadecimal digits of a SHA-256 fingerprint, or the"
                            + " ledger's whole line");
        }
        return new Trusted(told, checkpoint == null ? null : note(checkpoint));
    }

    private static String note(Path path) throws Refused {
        var note = new String(given(path), StandardCharsets.UTF_8);
        if (SignedCheckpoint.read(note).isEmpty()) {
            throw new Refused(path + " is no signed checkpoint");
        }
        return note;
    }

    private List<X509Certificate> roots() throws Refused {
        if (tsaRoot == null) {
            return List.of();
        }
        try {
            return TimeStampTokens.certificates(given(tsaRoot));
        } catch (GeneralSecurityException e) {
            throw new Refused(tsaRoot + " is no certificate");
        }
    }

    private static byte[] given(Path path) throws Refused {
        try {
            if (Files.size(path) > MOST_GIVEN) {
                throw new Refused(path + " is too large for what it should be");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new Refused(path + " cannot be read: " + LogFile.reason(e));
        }
    }

    private void tell(Verdict verdict) {
        var sentences = new Sentences(language);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(VerdictJson.of(verdict, sentences));
        } else {
            new VerdictText(sentences, out).print(verdict);
        }
        out.flush();
    }

    private static int code(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Intact _ -> 0;
            case Verdict.Broken _ -> BROKEN;
            case Verdict.Unreadable _ -> UNREADABLE;
            case Verdict.SignerUnknown _ -> SIGNER_UNKNOWN;
        };
    }

    private int refuse(String sentence) {
        spec.commandLine()
                .getErr()
                .println("cordon verify: " + sentence.replaceAll("\\p{Cntrl}", "?") + ".");
        return UNREADABLE;
    }
}

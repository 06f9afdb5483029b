package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.evidence.pack.Verdict;
import dev.cordon.domain.evidence.pack.Verdict.Contents;
import dev.cordon.infra.pack.Sentences;
import java.io.PrintWriter;
import java.util.List;

/** A verdict for somebody who reads. Whatever a package says of itself is stripped of control. */
final class VerdictText {

    private final Sentences sentences;
    private final PrintWriter out;

    VerdictText(Sentences sentences, PrintWriter out) {
        this.sentences = sentences;
        this.out = out;
    }

    void print(Verdict verdict) {
        say(sentences.of(verdict));
        switch (verdict) {
            case Verdict.Intact(var contents) -> print(contents);
            case Verdict.SignerUnknown(var contents) -> print(contents);
            case Verdict.Broken(var findings, var contents) -> {
                findings.forEach(finding -> say("  * " + sentences.of(finding)));
                print(contents);
            }
            case Verdict.Unreadable(var why) -> say("  * " + sentences.of(why));
        }
    }

    private void print(Contents contents) {
        out.println();
        var digest = contents.digest();
        if (digest != null) {
            say("custody     SHA-256 " + digest + " of custody.json: what a receipt states");
        }
        var custody = contents.custody();
        if (custody != null) {
            var head = custody.head();
            facts(
                    List.of(
                            "incident    " + head.incident() + ", " + head.storeName(),
                            "package     " + head.id(),
                            "made        " + head.at() + " by " + head.by(),
                            "for         " + head.recipient() + ": " + head.purpose()));
            for (var item : custody.items()) {
                facts(
                        List.of(
                                "%s     %s (%d bytes, %d links)"
                                        .formatted(
                                                item.label(),
                                                item.title(),
                                                item.size(),
                                                item.links().size())));
            }
        }
        var checkpoint = contents.checkpoint();
        if (checkpoint != null) {
            say("ledger      " + checkpoint.size() + " entries, signed " + checkpoint.at());
        }
        var key = contents.key();
        if (key != null) {
            say("key         " + key.fingerprint());
        }
        for (var stamp : contents.stamps()) {
            say("time-stamp  " + sentences.of(stamp));
        }
        contents.notes().forEach(note -> say(sentences.of(note)));
    }

    private void facts(List<String> facts) {
        facts.forEach(this::say);
    }

    private void say(String line) {
        out.println(line.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?"));
    }
}

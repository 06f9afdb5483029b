package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.detection.TakeLogFile.Outcome;
import dev.cordon.application.detection.TakeLogFile.Read;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.RejectedLine;
import dev.cordon.ui.kernel.Bytes;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What became of a log file that was handed in. */
class LogFileResult extends Div {

    private final Words words = Words.here();
    private final LogSource source;

    LogFileResult(LogSource source, String file, Outcome outcome) {
        this.source = source;
        addClassNames("two-lines", "log-file-result");
        add(new Span(new Mono(file), new Span(" "), chip(outcome)));
        switch (outcome) {
            case Outcome.Taken(var read) -> facts(read);
            case Outcome.OtherFormat(var looksLike) -> say(otherFormat(looksLike));
            case Outcome.Empty _ -> say(words.text("logfile.empty.what"));
            case Outcome.Stopped(var read, var why) -> {
                say(words.of(why));
                facts(read);
            }
        }
    }

    private Chip chip(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken(var read) when read.added() == 0 ->
                    new Chip(Tone.PLAIN, words.text("logfile.before"));
            case Outcome.Taken(var read) when read.counts().isDoubtful() ->
                    new Chip(Tone.MED, words.text("logfile.doubtful"));
            case Outcome.Taken _ -> new Chip(Tone.OK, words.text("logfile.taken"));
            case Outcome.OtherFormat _ -> new Chip(Tone.HIGH, words.text("logfile.other"));
            case Outcome.Empty _ -> new Chip(Tone.PLAIN, words.text("logfile.empty"));
            case Outcome.Stopped _ -> new Chip(Tone.HIGH, words.text("logfile.stopped"));
        };
    }

    private void facts(Read read) {
        var counts = read.counts();
        var facts = new ArrayList<String>();
        facts.add(
                words.text(
                        "logfile.lines",
                        counts.lines(),
                        counts.understood(),
                        counts.rejectedLines()));
        facts.add(words.text("logfile.added", Bytes.text(read.added())));
        var first = read.firstEventAt();
        var last = counts.lastEventAt();
        if (first != null && last != null) {
            var moments = Moments.here();
            facts.add(words.text("logfile.span", moments.exact(first), moments.exact(last)));
        }
        say(String.join(" · ", facts));
        if (counts.isDoubtful() && !counts.samples().isEmpty()) {
            sample(counts.samples().getLast());
        }
    }

    private void sample(RejectedLine line) {
        say(words.text("logfile.sample"));
        add(new Mono(line.excerpt()));
    }

    private String otherFormat(@Nullable LogFormat looksLike) {
        var formats = new FormatWords(words);
        var own = formats.name(source.format());
        return looksLike == null || looksLike.equals(source.format())
                ? words.text("logfile.other.unknown", own)
                : words.text("logfile.other.like", own, formats.name(looksLike));
    }

    private void say(String text) {
        var line = new Span(text);
        line.addClassNames("muted", "small");
        add(line);
    }
}

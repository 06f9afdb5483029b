package dev.cordon.ui.evidence;

import dev.cordon.application.evidence.OriginalQueries;
import dev.cordon.application.evidence.PreserveLogLines;
import dev.cordon.application.evidence.PreserveOriginals;
import org.springframework.stereotype.Component;

/** What can be preserved of what is behind an alert. */
@Component
record PreserveVerbs(
        PreserveLogLines logLines, PreserveOriginals originals, OriginalQueries queries) {}

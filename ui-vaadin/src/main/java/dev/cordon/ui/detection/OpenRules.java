package dev.cordon.ui.detection;

import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.Tuning;
import dev.cordon.domain.kernel.StoreId;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The rules that a page shows: those of a version, or as the program comes. */
interface OpenRules {

    StoreId store();

    /** Null where no version is in force and none was asked for. */
    @Nullable RuleVersion version();

    Tuning tuning();

    /** What the version was made from, to tell what it changes. */
    Tuning before();

    /** Whether the viewer may write into it. */
    boolean isEditable();

    /** Writes something else into the draft. */
    void change(UnaryOperator<Tuning> change);

    /** Writes down why the draft is wanted. */
    void explain(String reason);

    /** What the viewer looks for among the rules; empty for all. */
    String sought();

    /** Remembers what the viewer looks for while rules are painted anew. */
    void seek(String words);

    void refresh();
}

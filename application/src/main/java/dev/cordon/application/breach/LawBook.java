package dev.cordon.application.breach;

import dev.cordon.domain.breach.DutyRule;
import java.util.List;

/** The duties that breach law knows, read from dated law files. */
public interface LawBook {

    /** In the order of the file. */
    List<DutyRule> duties();
}

package dev.cordon.application.detection;

import dev.cordon.domain.detection.rule.RuleFile;
import java.util.List;

/** Sigma rules as they are written: those that come with the program, and those of people. */
public interface RuleTexts {

    /** The files that come with the program, in their order. */
    List<RuleFile> pack();

    /**
     * Reads what somebody wrote. What is no YAML is there with the reason, for the loader to
     * refuse.
     */
    RuleFile read(String name, String text);
}

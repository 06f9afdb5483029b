package dev.cordon.domain.detection.rule;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Changed rules are loaded or refused, wherever the changes lead. */
class SigmaLoaderFuzz {

    @FuzzTest(maxDuration = "10s")
    void changedRulesAreLoadedOrRefused(byte[] changes) {
        RuleMutations.everyDocumentHasItsAnswer(changes);
    }
}

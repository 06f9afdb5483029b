package dev.cordon.domain.detection.log;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes, read as any log. */
class LogFuzz {

    @FuzzTest(maxDuration = "4s")
    void everyLineHasItsAnswer(byte[] bytes) {
        AnyLog.hasItsAnswer(bytes);
    }
}

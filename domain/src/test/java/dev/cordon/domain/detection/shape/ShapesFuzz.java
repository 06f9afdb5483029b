package dev.cordon.domain.detection.shape;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever is sent: judges answer, and always the same. */
class ShapesFuzz {

    @FuzzTest(maxDuration = "4s")
    void everyTextIsJudgedAndAlwaysTheSame(byte[] text) {
        ShapesTest.dependsOnNothingOutside(text, text.length);
    }
}

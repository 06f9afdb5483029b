package dev.cordon.infra.bootstrap;

import dev.cordon.infra.crypto.KeyRotation;
import dev.cordon.infra.crypto.KeyRotation.Counts;
import dev.cordon.infra.crypto.SealBroken;
import java.io.IOException;
import java.util.List;

/** Changes the master key in a process of its own, which is killed with some keys wrapped anew. */
public final class RotatingProcess {

    private static final int WRAPPED_BEFORE = 3;

    private RotatingProcess() {}

    /** The key file holds two keys afterwards, and some of what they wrap is under each. */
    public static void runAndKill(List<String> settings) throws IOException, InterruptedException {
        KilledProcess.runAndKill(RotatingProcess.class, settings);
    }

    /** Goes on with it, in this process, to its end. */
    public static KeyRotation.Outcome goOn(List<String> settings) throws IOException {
        return rotate(settings, Integer.MAX_VALUE);
    }

    public static void main(String... settings) throws IOException {
        rotate(List.of(settings), WRAPPED_BEFORE);
        throw new IllegalStateException("there was too little to wrap");
    }

    private static KeyRotation.Outcome rotate(List<String> settings, int most) throws IOException {
        try (var program = RotateKeyProgram.start(settings)) {
            return program.getBean(KeyRotation.class).run(false, new StopAfter(most));
        }
    }

    /** Goes on until so many keys of evidence are wrapped anew. */
    private static final class StopAfter implements KeyRotation.Progress {

        private final int most;
        private int wrapped;

        StopAfter(int most) {
            this.most = most;
        }

        @Override
        public void begun(boolean anew) {}

        @Override
        public void wrapping(String what, String name) {
            if (what.equals("keys of evidence") && wrapped++ == most) {
                KilledProcess.standStill();
            }
        }

        @Override
        public void broken(String what, String name, SealBroken why) {
            throw new IllegalStateException(name, why);
        }

        @Override
        public void done(String what, Counts counts) {}
    }
}

package dev.cordon.infra.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A program of its own that starts a server, so that it can be killed without warning. */
final class StartedElsewhere {

    private final Process process;

    private StartedElsewhere(Process process) {
        this.process = process;
    }

    static StartedElsewhere on(Path folder, Path programs) throws IOException {
        var command =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartedElsewhere.class.getName(),
                        folder.toString(),
                        programs.toString());
        return new StartedElsewhere(
                command.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.PIPE)
                        .start());
    }

    /** Returns when it says that it is up; it says nothing more after that. */
    void waitUntilUp() throws IOException {
        var output = process.inputReader();
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("up")) {
                return;
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException(said.toString());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    public static void main(String... args) throws Exception {
        var server =
                EmbeddedServer.start(Path.of(args[0]), Path.of(args[1]), EmbeddedServer.DURABLE);
        EmbeddedServerTest.execute(
                server.access().owner(),
                server,
                "create table kept as select text 'still here' as word");
        System.out.println("up");
        new java.util.concurrent.CountDownLatch(1).await();
    }
}

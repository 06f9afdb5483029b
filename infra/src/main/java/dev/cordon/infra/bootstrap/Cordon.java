package dev.cordon.infra.bootstrap;

import dev.cordon.infra.bootstrap.cli.RecoverCommand;
import dev.cordon.infra.bootstrap.cli.ScanCommand;
import dev.cordon.infra.bootstrap.cli.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's door: the first word says what to do. */
@Command(
        name = "cordon",
        description = "Incident response for WooCommerce stores.",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ScanCommand.class,
            VerifyCommand.class,
            RecoverCommand.class,
            RotateKeyCommand.class
        },
        mixinStandardHelpOptions = true)
public final class Cordon implements Runnable {

    @Spec private CommandSpec spec;

    Cordon() {}

    /** Leaves with the command's own code; a server keeps running after its command returned. */
    public static void main(String... args) {
        var code =
                new CommandLine(new Cordon())
                        .setParameterExceptionHandler(Cordon::refuse)
                        .execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** One sentence about what was given wrongly; who gives no word at all sees all words. */
    private static int refuse(ParameterException wrong, String[] args) {
        var command = wrong.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + wrong.getMessage() + "; " + name + " --help helps.");
        if (args.length == 0) {
            command.usage(command.getErr());
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do");
    }
}

package dev.cordon.infra.intake.file;

import dev.cordon.domain.detection.log.SourceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** Which logs of other hosts are read over SFTP. */
@ConfigurationProperties("cordon.ssh-pull")
record SshPullSettings(@DefaultValue List<Log> logs) {

    /**
     * @param source the log source that its lines belong to
     * @param hostKey the host's public key, as in {@code known_hosts} behind the name; no other one
     *     is believed
     * @param path of the log there, while it is written
     * @param keyFile the private key to log in with, in OpenSSH's or PEM form, without a password,
     *     readable to its owner alone
     * @param every how often
     * @param most about so many bytes with one connection
     * @param timeout for connecting, for each answer, and for all that one connection does
     * @param privateNetwork whether the host may lie in a private network, or be this machine
     */
    record Log(
            String source,
            String host,
            @DefaultValue("22") int port,
            String user,
            String hostKey,
            String path,
            Path keyFile,
            @DefaultValue("30s") Duration every,
            @DefaultValue("64MB") DataSize most,
            @DefaultValue("1m") Duration timeout,
            @DefaultValue("false") boolean privateNetwork) {

        Log {
            var unused = new SourceId(source);
            if (!path.startsWith("/") || path.endsWith("/")) {
                throw new IllegalArgumentException(
                        "cordon.ssh-pull: %s is not the whole path of a file".formatted(path));
            }
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("cordon.ssh-pull: no port is " + port);
            }
            if (!every.isPositive() || !timeout.isPositive() || most.toBytes() < 1) {
                throw new IllegalArgumentException(
                        "cordon.ssh-pull: every, timeout and most are more than nothing");
            }
        }

        String address() {
            return "%s@%s:%d%s".formatted(user, host, port, path);
        }
    }
}

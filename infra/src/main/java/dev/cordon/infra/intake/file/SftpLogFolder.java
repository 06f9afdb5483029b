package dev.cordon.infra.intake.file;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** A log of another host. SFTP tells no keys of files; they are known by their bytes. */
final class SftpLogFolder implements LogFolder {

    private static final int MOST = 10_000;
    private static final int AT_ONCE = 32 * 1024;

    private final SftpClient sftp;
    private final String log;

    SftpLogFolder(SftpClient sftp, String log) {
        this.sftp = sftp;
        this.log = log;
    }

    @Override
    public List<LogFile> list(Collection<String> known) throws IOException {
        var found = new LinkedHashMap<String, LogFile>();
        var places = new LinkedHashSet<>(Set.of(log));
        if (isThere(log)) {
            var real = sftp.canonicalPath(log);
            add(found, real, true);
            places.add(real);
        }
        for (var place : places) {
            addRotated(found, place);
        }
        for (var path : known) {
            if (!found.containsKey(path) && isThere(path)) {
                add(found, path, false);
            }
        }
        return List.copyOf(found.values());
    }

    @Override
    public LogBytes open(LogFile file) throws IOException {
        var bytes = new SftpBytes(sftp, sftp.open(file.path()));
        return file.isPacked() ? new UnpackedBytes(bytes) : bytes;
    }

    private void addRotated(Map<String, LogFile> found, String place) throws IOException {
        int name = place.lastIndexOf('/') + 1;
        var folder = place.substring(0, Math.max(1, name - 1));
        var rotated = new RotatedName(place.substring(name));
        int seen = 0;
        for (var entry : sftp.readDir(folder)) {
            if (++seen > MOST) {
                return;
            }
            if (rotated.matches(entry.getFilename()) && entry.getAttributes().isRegularFile()) {
                var path = place.substring(0, name) + entry.getFilename();
                found.putIfAbsent(path, file(path, entry.getAttributes(), false));
            }
        }
    }

    private boolean isThere(String path) throws IOException {
        try {
            return sftp.stat(path).isRegularFile();
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw e;
        }
    }

    private void add(Map<String, LogFile> found, String path, boolean live) throws IOException {
        found.putIfAbsent(path, file(path, sftp.stat(path), live));
    }

    private static LogFile file(String path, SftpClient.Attributes attributes, boolean live) {
        var modified = attributes.getModifyTime();
        return new LogFile(
                path,
                "",
                attributes.getSize(),
                modified == null ? Instant.EPOCH : modified.toInstant(),
                live);
    }

    private record SftpBytes(SftpClient sftp, CloseableHandle handle) implements LogBytes {

        @Override
        public int read(long place, byte[] into, int offset, int length) throws IOException {
            int got = 0;
            while (got < length) {
                int more =
                        sftp.read(
                                handle,
                                place + got,
                                into,
                                offset + got,
                                Math.min(AT_ONCE, length - got));
                if (more <= 0) {
                    return got;
                }
                got += more;
            }
            return got;
        }

        @Override
        public void close() throws IOException {
            handle.close();
        }
    }
}

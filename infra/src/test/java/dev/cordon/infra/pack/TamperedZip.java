package dev.cordon.infra.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.evidence.pack.Finding.What;
import dev.cordon.infra.pack.TamperCorpus.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;

/** The file as a whole changed: its order, its names, its bytes; and signed anew. */
final class TamperedZip {

    private TamperedZip() {}

    static Stream<Row> rows() {
        return Stream.of(
                TamperCorpus.raw(
                        "reorder the files",
                        What.FILE_OUT_OF_ORDER,
                        "README.txt",
                        t -> {
                            var names = new ArrayList<>(t.files.keySet());
                            Collections.swap(names, 0, 1);
                            return t.zip(names);
                        }),
                TamperCorpus.raw(
                        "put a file in twice",
                        What.NAME_TWICE,
                        "report.pdf",
                        t -> {
                            var names = new ArrayList<>(t.files.keySet());
                            names.add(names.indexOf("report.pdf"), "report.pdf");
                            return t.zip(names);
                        }),
                TamperCorpus.refused(
                        "lead outside",
                        What.NAME_REFUSED,
                        "../../etc/cron.d/x",
                        t -> {
                            t.files.put("../../etc/cron.d/x", new byte[1]);
                            return t.zip();
                        }),
                TamperCorpus.raw(
                        "lead outside on Windows",
                        What.NAME_REFUSED,
                        "data\\x",
                        t -> {
                            t.files.put("data\\x", new byte[1]);
                            return t.zip();
                        }),
                TamperCorpus.refused(
                        "an absolute name",
                        What.NAME_REFUSED,
                        "/etc/passwd",
                        t -> {
                            t.files.put("/etc/passwd", new byte[1]);
                            return t.zip();
                        }),
                TamperCorpus.refused(
                        "bytes before everything",
                        What.BREAKS_OFF,
                        "package",
                        t -> joined("#!/bin/sh\n".getBytes(UTF_8), t.zip())),
                TamperCorpus.raw(
                        "bytes after everything",
                        What.STRAY_BYTES,
                        "package",
                        t -> joined(t.zip(), "more".getBytes(UTF_8))),
                TamperCorpus.raw(
                        "another name before the file than in the directory",
                        What.HEADER_ALTERED,
                        "report.pdf",
                        t -> replaceFirst(t.zip(), "report.pdf", "report.exe")),
                TamperCorpus.raw(
                        "a packed file",
                        What.ENTRY_REFUSED,
                        "report.pdf",
                        t -> inDirectory(t.zip(), "report.pdf", -36, (byte) 8)),
                TamperCorpus.raw(
                        "a link of a file system",
                        What.ENTRY_REFUSED,
                        "report.pdf",
                        t -> inDirectory(t.zip(), "report.pdf", -5, (byte) 0xa1)),
                TamperCorpus.unreadable(
                        "cut off the end",
                        What.BREAKS_OFF,
                        Arrays.copyOf(
                                TamperCorpus.made().bytes, TamperCorpus.made().bytes.length - 30)),
                TamperCorpus.unreadable(
                        "keep the first half",
                        What.BREAKS_OFF,
                        Arrays.copyOf(
                                TamperCorpus.made().bytes, TamperCorpus.made().bytes.length / 2)),
                TamperCorpus.unreadable(
                        "another file altogether",
                        What.NOT_A_PACKAGE,
                        "%PDF-1.7 no package".getBytes(UTF_8)),
                TamperCorpus.unreadable("nothing", What.NOT_A_PACKAGE, new byte[0]),
                new Row(
                        "sign everything again with another key",
                        new MadePackage(new LedgerInHand(), TamperCorpus.made().authority).bytes,
                        "signer-unknown",
                        "",
                        ""));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static byte[] replaceFirst(byte[] zip, String from, String to) {
        var bytes = zip.clone();
        var found = indexOf(bytes, ("\0" + from + "%PDF").getBytes(UTF_8)) + 1;
        System.arraycopy(to.getBytes(UTF_8), 0, bytes, found, to.length());
        return bytes;
    }

    /** Changes a byte before a name's last occurrence, which is that in the directory. */
    private static byte[] inDirectory(byte[] zip, String name, int before, byte value) {
        var bytes = zip.clone();
        var sought = name.getBytes(UTF_8);
        int at = bytes.length - sought.length;
        while (!Arrays.equals(Arrays.copyOfRange(bytes, at, at + sought.length), sought)) {
            at--;
        }
        bytes[at + before] = value;
        return bytes;
    }

    private static int indexOf(byte[] bytes, byte[] sought) {
        int at = 0;
        while (!Arrays.equals(Arrays.copyOfRange(bytes, at, at + sought.length), sought)) {
            at++;
        }
        return at;
    }
}

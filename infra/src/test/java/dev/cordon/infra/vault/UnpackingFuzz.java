package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.application.evidence.intake.Look;
import dev.cordon.application.evidence.intake.Unpacking;
import dev.cordon.domain.evidence.intake.ContentForm;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.vault.PackedForms.Bytes;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Whatever is done to packed content, it is looked at to its end, and its digest is right. */
class UnpackingFuzz {

    private static final List<byte[]> WHOLE = whole();

    private final CommonsUnpacking unpacking = new CommonsUnpacking();

    /** The first byte says what is changed, each three more where and to what. */
    @FuzzTest(maxDuration = "20s")
    void changedContentIsLookedAtToItsEnd(byte[] changes) throws IOException {
        if (changes.length == 0) {
            return;
        }
        var content = WHOLE.get((changes[0] & 0xff) % WHOLE.size()).clone();
        for (int i = 1; i + 2 < changes.length; i += 3) {
            int at = ((changes[i] & 0xff) << 8 | changes[i + 1] & 0xff) % content.length;
            content[at] = changes[i + 2];
        }
        look(content);
    }

    @FuzzTest(maxDuration = "10s")
    void anyContentIsLookedAtToItsEnd(byte[] content) throws IOException {
        look(content);
    }

    private void look(byte[] content) throws IOException {
        var seen =
                Look.at(
                        new Bytes(content),
                        "content",
                        true,
                        Short::new,
                        OutputStream.nullOutputStream());
        if (!seen.came().equals(Sha256.of(content)) || seen.size() != content.length) {
            throw new IllegalStateException("not all of it was looked at");
        }
    }

    /**
     * A damaged block may unpack to many megabytes within all bounds, which a fuzzer has no time
     * for.
     */
    private final class Short implements Unpacking.Bench {

        private final Unpacking.Bench bench = unpacking.open();

        @Override
        public InputStream stream(ContentForm form, InputStream packed, int depth)
                throws IOException {
            return new Bounded(bench.stream(form, packed, depth));
        }

        @Override
        public Unpacking.Files sevenZ(Unpacking.Anew content, int depth) throws IOException {
            var files = bench.sevenZ(content, depth);
            return new Unpacking.Files() {
                @Override
                public Unpacking.File next() throws IOException {
                    var file = files.next();
                    return file == null
                            ? null
                            : new Unpacking.File(file.path(), new Bounded(file.content()));
                }

                @Override
                public void close() throws IOException {
                    files.close();
                }
            };
        }

        @Override
        public void close() {
            bench.close();
        }
    }

    private static final class Bounded extends FilterInputStream {

        private int left = 1 << 14;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left < 0) {
                throw new IOException("that is enough");
            }
            int got = super.read(into, from, length);
            left -= Math.max(0, got);
            return got;
        }
    }

    private static List<byte[]> whole() {
        try {
            var text = "paid with 4111 1111 1111 1111, cvc=123\n".repeat(20).getBytes(UTF_8);
            var all = new ArrayList<>(PackedForms.streams(text));
            all.add(PackedForms.sevenZ(Map.of("a.log", text, "b/c.log", text)));
            all.add(PackedForms.xz(PackedForms.sevenZ(Map.of("a.log", text))));
            all.add(Base64.getMimeEncoder().encode(all.get(3)));
            all.add(
                    ("Content-Transfer-Encoding: quoted-printable\r\n\r\n4111 1111=\r\n 1111 =31111"
                                    + "\r\n")
                            .getBytes(UTF_8));
            return all;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

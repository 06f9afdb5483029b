package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.ShellOutput;
import java.util.regex.Pattern;

/**
 * {@code wp plugin verify-checksums}. Without a way to wordpress.org it says success and has
 * verified nothing, so the counts are read and the exit code is not.
 */
record WpCliChecksums(int verified, int of, int skipped) {

    private static final Pattern COUNTS =
            Pattern.compile("[Vv]erified ([0-9]{1,6}) of ([0-9]{1,6}) plugins?(.*)");
    private static final Pattern SKIPPED = Pattern.compile("([0-9]{1,6}) skipped");

    /** Where nothing was counted, nothing was verified. */
    static WpCliChecksums of(ShellOutput said) {
        var counts = COUNTS.matcher(said.out() + "\n" + said.err());
        if (!counts.find()) {
            return new WpCliChecksums(0, 0, 0);
        }
        var skipped = SKIPPED.matcher(counts.group(3));
        return new WpCliChecksums(
                Integer.parseInt(counts.group(1)),
                Integer.parseInt(counts.group(2)),
                skipped.find() ? Integer.parseInt(skipped.group(1)) : 0);
    }

    /** Whether each plugin that was asked for is what its author published. */
    boolean isClean() {
        return of > 0 && verified == of;
    }
}

package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.ShellOutput;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * {@code wp core verify-checksums --include-root}. It ends in success although there are files that
 * WordPress does not have, and names those in warnings.
 *
 * @param compared whether there were checksums to compare with
 * @param differing the files that are not those that were published, or are no part of WordPress
 */
record WpCliCoreChecksums(boolean compared, Set<String> differing) {

    static final String[] COMMAND = {"core", "verify-checksums", "--include-root"};

    private static final Pattern FILE =
            Pattern.compile(
                    "(?m)^Warning: File (?:doesn't verify against checksum|doesn't exist"
                            + "|should not exist): (.+)$");
    private static final Pattern END =
            Pattern.compile(
                    "(?m)^(?:Success: WordPress installation verifies"
                            + "|Error: WordPress installation doesn't verify) against checksums\\.");

    WpCliCoreChecksums {
        differing = Set.copyOf(differing);
    }

    static WpCliCoreChecksums of(ShellOutput said) {
        var text = said.out() + "\n" + said.err();
        var files = new TreeSet<String>();
        FILE.matcher(text).results().forEach(each -> files.add(each.group(1).strip()));
        return new WpCliCoreChecksums(END.matcher(text).find(), files);
    }
}

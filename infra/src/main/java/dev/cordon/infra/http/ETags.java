package dev.cordon.infra.http;

import dev.cordon.domain.kernel.Version;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A thing's version as an entity tag, there and back. */
public final class ETags {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private ETags() {}

    public static String of(Version version) {
        return "\"" + version.value() + "\"";
    }

    /**
     * The version that the caller saw.
     *
     * @param ifMatch the request's {@code If-Match}
     */
    public static Version seen(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ApiProblem(
                    ProblemType.VERSION_NEEDED,
                    "Send If-Match with the ETag of what you read, so that nobody's change is"
                            + " overwritten. Nothing was done.");
        }
        var tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw ApiProblem.notUnderstood(
                    "If-Match takes one ETag as it was given, such as \"3\". Nothing was done.");
        }
        return new Version(Long.parseLong(tag.group(1)));
    }
}

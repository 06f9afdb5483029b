package dev.cordon.domain.store;

/**
 * Why a verdict is what it is.
 *
 * @param code a {@link Finding}, or a {@link StoreFailure} by its simple name; empty in reports
 *     that are older than codes
 * @param detail what fills the sentence in another language; may be empty
 * @param why one plain sentence in English
 * @param whatToDo what a person can do about it; empty where nothing needs to be done
 */
public record Reason(String code, String detail, String why, String whatToDo) {

    /** The unit separator: no sentence has it. */
    private static final String BETWEEN = "\u001f";

    public Reason {
        detail = detail.replaceAll("\\p{Cntrl}", " ");
        why = why.replaceAll("\\p{Cntrl}", " ");
    }

    /** Of a report that knows sentences alone. */
    public static Reason said(String why, String whatToDo) {
        return new Reason("", "", why, whatToDo);
    }

    /**
     * In one line, to be kept where reasons are kept as text: English first, so that whoever reads
     * the line as it is understands it.
     */
    public String recorded() {
        var english = whatToDo.isEmpty() ? why : why + " " + whatToDo;
        return String.join(BETWEEN, english, code, detail);
    }

    /**
     * As it was recorded; older ones are English sentences alone.
     *
     * @see #recorded
     */
    public static Reason read(String recorded) {
        var parts = recorded.split(BETWEEN, -1);
        return parts.length == 3
                ? new Reason(parts[1], parts[2], parts[0], "")
                : said(recorded, "");
    }

    public static Reason of(StoreFailure failure) {
        return new Reason(
                failure.getClass().getSimpleName(),
                detail(failure),
                failure.whatHappened(),
                failure.whatToDo());
    }

    private static String detail(StoreFailure failure) {
        return switch (failure) {
            case StoreFailure.NoCredential(var wanted) -> wanted;
            case StoreFailure.NotPermitted(var code) -> code;
            case StoreFailure.HtmlInsteadOfJson(var status) -> Integer.toString(status);
            case StoreFailure.NotUnderstood(var why) -> why;
            case StoreFailure.ServerError(var status) -> Integer.toString(status);
            case StoreFailure.RateLimited(var pause) -> Long.toString(pause.toSeconds());
            case StoreFailure.Redirected(var where) -> where;
            case StoreFailure.TimedOut(var waited) -> Long.toString(waited.toSeconds());
            case StoreFailure.TooLarge(var limit) -> Long.toString(limit);
            case StoreFailure.Unreachable(var why) -> why;
            case StoreFailure.TlsRefused(var why) -> why;
            case StoreFailure.ForbiddenAddress(var host) -> host;
            case StoreFailure.NoSuchRoute(var route) -> route;
            case StoreFailure.NotThere(var code) -> code;
            case StoreFailure.SensorRefused(var code, _) -> code;
            case StoreFailure.HostKeyChanged(var host) -> host;
            case StoreFailure.LoginRefused(var user) -> user;
            case StoreFailure.CommandFailed(var what, var exit) -> what + " (" + exit + ")";
            case StoreFailure.WrongKey _,
                    StoreFailure.WrongSecret _,
                    StoreFailure.SignatureRefused _,
                    StoreFailure.PlainHttp _,
                    StoreFailure.Truncated _ ->
                    "";
        };
    }
}

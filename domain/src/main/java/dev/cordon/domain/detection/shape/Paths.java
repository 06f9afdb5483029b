package dev.cordon.domain.detection.shape;

/**
 * Ways out of the folder, files of the system, schemes by which a program reads what it may not.
 */
final class Paths {

    private static final Literals FILES =
            new Literals(
                    """
                    etc/passwd  etc/shadow  |etc/group|  |etc/hosts|  |etc/issue|  etc/crontab
                    etc/ssh/  etc/nginx/  etc/apache  etc/httpd/  etc/mysql/  etc/php  etc/sudoers
                    etc/fstab  /etc/motd  /etc/hostname  etc/resolv.conf  etc/os-release
                    |proc/self/  |proc/version|  |proc/cpuinfo|  |proc/meminfo|  |proc/mounts|
                    |proc/net/  |proc/1/  /var/log/  |boot.ini  |win.ini  windows/system
                    windows/win  winnt/  /system32/  |system32/  |web-inf/  |meta-inf/  .ssh/id_
                    .ssh/authorized  .bash_history  /root/.
                    """);

    /** Folders of a machine, not of a shop; a value that starts with one names a file. */
    private static final String[] FOLDERS = {
        "/etc/",
        "/proc/",
        "/var/",
        "/usr/",
        "/opt/",
        "/root/",
        "/home/",
        "/sys/",
        "/dev/",
        "/apache",
        "/xampp/",
        "/private/etc/",
        "/program files/",
        "/volumes/",
        "/boot/",
        "/logs/",
        "/log/",
        "/php"
    };

    private static final String[] SCHEMES = {
        "file:/",
        "php://",
        "php:filter",
        "phar://",
        "zip://",
        "expect://",
        "glob://",
        "ogg://",
        "rar://",
        "ssh2.",
        "compress.zlib://",
        "compress.bzip2://",
        "zlib:",
        "gopher://",
        "dict://",
        "jar:http",
        "jar:file",
        "netdoc:",
        "ldap://",
        "ldaps://",
        "tftp://",
        "sftp://",
        "data://text",
        "data:;base64,",
        "data:text/plain",
        "data:application/x-php",
        "smb://"
    };
    private static final Words DRIVEN =
            Words.of(
                    """
                    windows winnt boot inetpub users program programdata xampp wamp wamp64 apache
                    apache2 php php5 mysql documents temp home system32 sysprep minint nginx
                    """);

    /** How files end that hold settings, programs or records. */
    private static final Words GUARDED =
            Words.of(
                    """
                    php inc env ini conf cfg config log sql bak yml yaml xml htaccess htpasswd properties
                    """);

    private final Text view = new Text();

    /**
     * Whether the text leads where it should not.
     *
     * @param value whether the text is a parameter's value rather than a path or a message
     */
    boolean isAttack(Text text, boolean value) {
        flatten(text);
        return FILES.areIn(view)
                || climbs()
                || value && (isForeign() || isShared(text) || isFileAbove())
                || value && view.contains("wp-config.php");
    }

    /** {@code \\\\host\\share}: a folder of another machine. */
    private static boolean isShared(Text text) {
        int end = 2;
        while (text.isLetterOrDigit(end) || text.at(end) == '.' || text.at(end) == '-') {
            end++;
        }
        return text.has(0, "\\\\") && end > 3 && text.at(end) == '\\';
    }

    /** {@code ../.env}: one step up to a file that no page links to. */
    private boolean isFileAbove() {
        int end = view.length();
        while (end > 0 && view.isLetter(end - 1)) {
            end--;
        }
        return view.has(0, "../")
                && view.at(end - 1) == '.'
                && view.isOneOf(end, view.length(), GUARDED);
    }

    /** One sort of slash, none doubled except behind a colon, and no folder that is itself. */
    private void flatten(Text text) {
        view.begin(text.length());
        int i = 0;
        while (i < text.length()) {
            int number = numbered(text, i);
            int b = plain(number < 0 ? text.at(i) : number);
            int behind = number < 0 ? i + 1 : i + 4;
            int last = view.at(view.length() - 1);
            int then = plain(text.at(behind));
            boolean doubled = b == '/' && last == '/' && view.at(view.length() - 2) != ':';
            boolean nothing = b == '.' && last == '/' && then == '/' || b == '%' && then == '/';
            if (!doubled && !nothing) {
                view.append(b);
            }
            i = behind;
        }
    }

    private static int plain(int b) {
        return b == '\\' ? '/' : b;
    }

    /** A dot or a slash that is written as {@code 0x2e}, or -1. */
    private static int numbered(Text text, int i) {
        if (text.at(i) != '0' || text.at(i + 1) != 'x') {
            return -1;
        }
        return text.has(i, "0x2e") ? '.' : text.has(i, "0x2f") || text.has(i, "0x5c") ? '/' : -1;
    }

    /** Whether it leaves the folder it starts in by more than one step, or in disguise. */
    private boolean climbs() {
        int depth = 0;
        int ups = 0;
        int lowest = 0;
        for (int i = 0; i < view.length(); i++) {
            boolean starts = i == 0 || isBoundary(view.at(i - 1));
            if (starts && isUp(i)) {
                ups++;
                depth--;
                lowest = Math.min(lowest, depth);
                if (view.at(i + 2) == ';' || isDoubled(i)) {
                    return true;
                }
            } else if (i > 0
                    && view.at(i) == '/'
                    && view.at(i - 1) != '.'
                    && view.at(i - 1) != '/') {
                depth++;
            } else if (view.at(i) == '?' || view.at(i) == '=' || view.isBlank(i)) {
                depth = 0;
            }
        }
        return lowest <= -2 || lowest < 0 && ups > 1 || ups > 3;
    }

    private static boolean isBoundary(int b) {
        return b == '/' || b == '=' || b == '?' || b == ';' || b == ',' || b == '\'' || b == '"'
                || b == ':' || b == ' ' || b == '@' || b == '|' || b == '(' || b == '.';
    }

    private boolean isUp(int i) {
        if (view.at(i) != '.' || view.at(i + 1) != '.') {
            return false;
        }
        int behind = view.at(i + 2);
        return behind == '/' || behind == ';' && view.at(i + 3) == '/' || behind == '|';
    }

    /** {@code ....//} and {@code ..././}: what a filter leaves of them leads up. */
    private boolean isDoubled(int i) {
        return view.at(i - 1) == '.' && view.at(i - 2) == '.' && view.at(i - 3) != '.';
    }

    private boolean isForeign() {
        int start = view.skipBlanks(0);
        start += view.isQuote(start) ? 1 : 0;
        for (var scheme : SCHEMES) {
            if (view.has(start, scheme) && view.length() > start + scheme.length()) {
                return true;
            }
        }
        for (var folder : FOLDERS) {
            if (view.has(start, folder) && view.isLetterOrDigit(start + folder.length())) {
                return true;
            }
        }
        boolean drive =
                view.isLetter(start) && view.at(start + 1) == ':' && view.at(start + 2) == '/';
        int name = view.at(start + 3) == '/' ? start + 4 : start + 3;
        int end = view.skipWord(name);
        boolean goesOn = end > name && (view.at(end) == '/' || view.at(end) == '.');
        return drive
                && !view.has(name, "fakepath")
                && (goesOn && view.at(start) <= 'h' || view.isOneOf(name, end, DRIVEN));
    }
}

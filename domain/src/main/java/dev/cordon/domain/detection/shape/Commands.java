package dev.cordon.domain.detection.shape;

/** Commands for a shell, behind what separates them or within what runs them. */
final class Commands {

    private static final Words SURE =
            Words.of(
                    """
                    whoami uname ifconfig ipconfig printenv systeminfo tasklist netstat netcat
                    powershell pwsh nslookup certutil bitsadmin wmic regsvr32 mshta rundll32 phpinfo
                    netsh ncat socat lsb_release sysinfo mkfifo setsid
                    """);
    private static final Words ENDED =
            Words.of(
                    """
                    id ls dir ps pwd env who ver vol w set
                    """);
    private static final Words ARGUED =
            Words.of(
                    """
                    cat tac head tail less more nl od xxd strings wget curl nc bash sh zsh dash ksh
                    python python2 python3 perl php ruby node java gcc cmd ping ping6 traceroute dig
                    host sleep timeout usleep chmod chown rm cp mv mkdir touch kill killall type find
                    grep egrep awk sed cut sort tftp ftp telnet ssh scp expr printf echo export eval
                    exec nohup crontab base64 busybox net reg sc at copy del move start mail sendmail ln
                    tar unzip gzip mount dd tee xargs env ls dir ps id set useradd adduser passwd su
                    sudo service systemctl arp route finger last history date df du which whereis locate
                    man lsof iptables vi vim nano reboot shutdown halt time users hostname uptime getent
                    getcap locale lua rev sync test source call for if while function powershell attrib
                    fc ss ip command calc notepad hostname tr
                    docker git npm pip yum kubectl rsync openssl findstr forfiles chattr gawk
                    """);
    private static final Words COUNTED =
            Words.of(
                    """
                    sleep timeout usleep ping ping6 expr echo kill exec
                    """);

    /** With an argument they are commands even where nothing stands before. */
    private static final Words STARTING =
            Words.of(
                    """
                    ls dir uname netstat ifconfig ipconfig perl python python3 ruby bash sh zsh nc ncat
                    wget curl chmod rm reg cmd netsh nslookup tar gunzip zstdcat busybox
                    """);

    /** Run another command. */
    private static final Words RUNNING =
            Words.of(
                    """
                    time nohup env nice timeout
                    """);

    private static final Words SHELLS =
            Words.of(
                    """
                    sh bash zsh ksh dash
                    """);

    /** Words of no language but the shell's. */
    private static final Words SHELL_ONLY =
            Words.of(
                    """
                    id ls dir pwd env
                    """);

    private static final Words OF_NET =
            Words.of(
                    """
                    user users view use share start stop group localgroup accounts config session
                    """);
    private static final Literals SIGNS =
            new Literals(
                    """
                    /bin/sh  /bin/bash  /bin/cat  /bin/ls  /bin/id  /bin/nc  /bin/ping  /bin/ps
                    /bin/uname  /bin/zsh  /bin/dash  /bin/echo  /usr/bin/  /dev/tcp/  /dev/udp/
                    |cmd.exe  |cmd /c  |cmd/c  |powershell -  powershell.exe  ${ifs}  $ifs$  |$ifs
                    <!--#  <esi:  $((  ${path:  ${home:  $0<<<  bash<<<  sh<<<  ];then  ;done|  |for %  |ps aux
                    invoke-expression  invoke-webrequest  start-process  get-childitem
                    downloadstring(  new-object net.  |rm -rf  |rm -fr  |chmod 777  |chmod +x  |nc -e  |nc -l
                    |nc -n  |ncat -  |cat /etc/  |cat /proc  |curl http  |wget http  |curl -
                    |wget -  |curl ftp  |wget ftp  |bash -i  |bash -c  |sh -c  |sh -i  |python -c
                    |python3 -c  |perl -e  |php -r  |ruby -e  |uname -a  |ping -c  |ping -n
                    |ping -i  |ping -t  () {  (){ :  (){:  /bin/busybox  /???/  |ls -l  |ls -a
                    |id;ls
                    """);

    private final Text view = new Text();
    private int quiet;
    private int lead;

    boolean isAttack(Text text) {
        clean(text);
        findLead();
        if (SIGNS.areIn(view) || isCommandAlone()) {
            return true;
        }
        for (int i = 0; i < view.length(); i++) {
            int behind = behindSeparator(i);
            if (behind > i && isCommand(i, behind)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCommandAlone() {
        int start = 0;
        int end = view.skipWord(0);
        while (view.isOneOf(start, end, RUNNING) && view.isBlank(end)) {
            start = end;
            while (view.isBlank(start) || view.isDigit(start) || view.has(start, "-n")) {
                start += view.at(start) == '-' ? 2 : 1;
            }
            end = view.skipWord(start);
        }
        boolean followed = view.at(end) == ';' || view.at(end) == '|';
        return view.isOneOf(start, end, STARTING) && hasArgument(start, end)
                || view.isOneOf(start, end, SURE) && followed;
    }

    /** Without what a shell takes away before it looks for a command: {@code w'h'o\a$@mi}. */
    private void clean(Text text) {
        view.begin(text.length());
        int i = 0;
        while (i < text.length()) {
            int width = vanishing(text, i);
            if (text.has(i, "\\n")) {
                view.append('\n');
                i += 2;
            } else if (width > 0) {
                i += width;
            } else {
                view.append(text.at(i++));
            }
        }
    }

    private static int vanishing(Text text, int i) {
        int b = text.at(i);
        boolean within = text.isLetter(i - 1) || text.isQuote(i - 1) || text.at(i - 1) == '/';
        if (b == '\\' && text.isLetter(i + 1)) {
            return 1;
        }
        if ((b == '\'' || b == '"') && text.at(i + 1) == b && within) {
            return 2;
        }
        boolean quoted = (b == '\'' || b == '"') && text.isLetter(i + 1);
        if (quoted && text.at(i + 2) == b) {
            return 1;
        }
        if (b == '^' && text.isLetter(i + 1)) {
            return 1;
        }
        boolean parting = (b == '\'' || b == '"') && text.isLetter(i - 1) && text.isLetter(i + 1);
        if (parting) {
            return 1;
        }
        boolean closing = (b == '\'' || b == '"') && text.at(i - 2) == b && text.isLetter(i - 1);
        if (closing) {
            return 1;
        }
        return b == '$' && (text.at(i + 1) == '@' || text.at(i + 1) == '*') ? 2 : 0;
    }

    /** Behind what separates commands or starts one within a text; the same place otherwise. */
    private int behindSeparator(int i) {
        int then = view.at(i + 1);
        return switch (view.at(i)) {
            case ';', '`', '\n', '\r' -> i + 1;
            case '|', '&' -> then == view.at(i) ? i + 2 : i + 1;
            case '$', '<', '>' -> then == '(' ? i + 2 : i;
            case '{' -> i == 0 || !view.isLetterOrDigit(i - 1) ? i + 1 : i;
            default -> i;
        };
    }

    private boolean isCommand(int separator, int from) {
        int start = behindPrefix(from);
        int end = start;
        while (view.isLetterOrDigit(end)) {
            end++;
        }
        if (isVariable(separator, from) || isPattern(start, end) || isScript(separator, from)) {
            return true;
        }
        if (end == start || end - start > 12) {
            return false;
        }
        int behind = view.has(end, ".exe") ? end + 4 : end;
        if (view.isOneOf(start, end, SURE)) {
            return isBoundary(behind);
        }
        boolean argued = view.isOneOf(start, end, ARGUED);
        boolean ended = view.isOneOf(start, end, ENDED);
        if (!argued && !ended) {
            return false;
        }
        boolean runs = view.at(separator) == '`' || view.at(from - 1) == '(';
        if (runs || isFirst(separator)) {
            return isEnd(behind) || view.isBlank(behind) || hasArgument(start, behind);
        }
        if (view.at(separator) == '|' && view.isOneOf(start, end, SHELLS)) {
            return view.skipBlanks(behind) >= view.length();
        }
        boolean listed = view.at(separator) == '{' && view.at(behind) == ',';
        return listed
                || argued && hasArgument(start, behind)
                || ended && isEnd(behind) && isAlone(separator, start, end);
    }

    /** A separator that nothing stands before but a number or closed quotes. */
    private boolean isFirst(int separator) {
        boolean segment = view.at(separator - 1) == '/' && view.at(separator) != '&';
        boolean plain = view.at(separator) == '&' && view.at(separator + 1) != '&';
        boolean listed = plain || quiet > 0 && view.isDigit(quiet - 1);
        boolean said = view.at(separator) == '{' || listed && view.isBlank(separator + 1);
        return !said && (segment || separator >= quiet && separator <= lead);
    }

    /** Finds where the number or the closed quotes end that a text may begin with. */
    private void findLead() {
        int i = 0;
        while (view.isDigit(i) || view.at(i) == '.') {
            i++;
        }
        if (i == 0) {
            while (view.isQuote(i) && view.at(i) != '`' || view.at(i) == ')') {
                i++;
            }
        }
        quiet = i;
        lead = view.skipBlanks(i);
    }

    /** {@code ;$a}: runs what a variable holds. */
    private boolean isVariable(int separator, int from) {
        boolean parts = view.at(separator) == ';' || view.at(separator) == '|';
        return parts
                && view.at(from) == '$'
                && (view.isLetter(from + 1) || view.at(from + 1) == '{');
    }

    /** {@code ;./x.sh}, {@code ;. /tmp/x}: runs a file by its path. */
    private boolean isScript(int separator, int from) {
        boolean parts = view.at(separator) == ';' || view.at(separator) == '|';
        int slash = view.at(from) == '.' ? view.skipBlanks(from + 1) : from;
        return parts && slash > from && view.at(slash) == '/' && view.isLetter(slash + 1);
    }

    /** {@code /bin/c?t}: a program's path with letters left open. */
    private boolean isPattern(int start, int end) {
        int b = view.at(end);
        return view.at(start - 1) == '/' && (b == '?' || b == '*') && view.isLetter(end + 1);
    }

    /** Behind blanks, an opening bracket, {@code sudo} and a folder of programs. */
    private int behindPrefix(int from) {
        int i = from;
        while (i - from < 40
                && (view.isBlank(i) || "({!@+".indexOf(view.at(i)) >= 0 && view.at(i) > 0)) {
            i++;
        }
        i += view.has(i, "sudo ") && view.isLetter(i + 5) ? 5 : 0;
        int last = i;
        if (view.at(i) == '/') {
            for (int end = i;
                    end - i < 40 && (view.isLetterOrDigit(end) || view.at(end) == '/');
                    end++) {
                last = view.at(end) == '/' ? end + 1 : last;
            }
        }
        return last;
    }

    /**
     * Something a shell's program takes and a customer hardly writes: a path, an option, a host.
     */
    private boolean hasArgument(int start, int end) {
        boolean counted = view.isOneOf(start, end, COUNTED);
        int b = view.at(end);
        if (b == '<' || b == '$' && !view.isDigit(end + 1) || b == '/' && isOption(end)) {
            return true;
        }
        if (!view.isBlank(end) && b != '+') {
            return false;
        }
        int i = view.skipBlanks(end + 1);
        int first = view.at(i);
        if (counted && view.isDigit(i)) {
            int behind = i;
            while (view.isDigit(behind) || view.at(behind) == '.') {
                behind++;
            }
            return isEnd(view.skipBlanks(behind))
                    || view.at(behind) == '.'
                    || view.at(behind) == 's';
        }
        if (first == '/' || first == '-' && view.isLetterOrDigit(i + 1) || first == '~') {
            return true;
        }
        if (first == '$' && !view.isDigit(i + 1) || first == '*' || isSubcommand(start, end, i)) {
            return true;
        }
        return view.has(i, "../")
                || view.has(i, "./")
                || view.has(i, "\"hkey")
                || view.has(i, "\"hklm")
                || view.has(i, "http")
                || view.has(i, "c:")
                || isFile(i);
    }

    /** {@code /t}: one letter behind a slash. */
    private boolean isOption(int slash) {
        return view.isLetter(slash + 1) && view.isBlank(slash + 2);
    }

    private boolean isSubcommand(int start, int end, int next) {
        boolean net = end == start + 3 && view.has(start, "net");
        return net && view.isOneOf(next, view.skipWord(next), OF_NET);
    }

    /** A word with a dot or a slash in it: {@code config.php}, {@code folder/file}. */
    private boolean isFile(int from) {
        int end = view.skipWord(from);
        boolean joined = view.at(end) == '.' || view.at(end) == '/' || view.at(end) == '*';
        return end > from && joined && (view.isLetterOrDigit(end + 1) || view.at(end) == '*');
    }

    private boolean isBoundary(int i) {
        return !view.isLetterOrDigit(i) && view.at(i) != '-';
    }

    private boolean isEnd(int i) {
        int at = view.skipBlanks(i);
        return at >= view.length() || ";|&`)#}<>\n\"'".indexOf(view.at(at)) >= 0;
    }

    /** Not one of a list of words such as {@code wallet|id|card} or "ring & set". */
    private boolean isAlone(int separator, int start, int end) {
        int b = view.at(separator);
        if (b == '{') {
            return false;
        }
        if (view.at(separator + 1) == b) {
            return true;
        }
        int before = separator - 1;
        while (view.isBlank(before)) {
            before--;
        }
        boolean word = view.isLetter(before) && (b == '&' || view.isLetter(before - 1));
        boolean joined = start == separator + 1 && before == separator - 1;
        boolean closed = b == '|' && view.at(end) == '|' && end + 1 >= view.length();
        return !word
                || joined
                        && (b != '|' && b != '&' || closed)
                        && view.isOneOf(start, end, SHELL_ONLY);
    }
}

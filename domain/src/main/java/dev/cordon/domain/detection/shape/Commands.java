package dev.cordon.domain.detection.shape;

/** Commands for a shell, behind what separates them or within what runs them. */
final class Commands {

    private static final Words SURE =
            Words.of(
                    """
                    whoami uname ifconfig ipconfig printenv systeminfo tasklist netstat netcat
                    powershell pwsh nslookup certutil bitsadmin wmic regsvr32 mshta rundll32 phpinfo
                    netsh ncat socat
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
                    fc
                    """);
    private static final Words COUNTED =
            Words.of(
                    """
                    sleep timeout usleep ping ping6 expr echo kill exec
                    """);
    private static final Literals SIGNS =
            new Literals(
                    """
                    /bin/sh  /bin/bash  /bin/cat  /bin/ls  /bin/id  /bin/nc  /bin/ping  /bin/ps
                    /bin/uname  /bin/zsh  /bin/dash  /bin/echo  /usr/bin/  /dev/tcp/  /dev/udp/
                    |cmd.exe  |cmd /c  |cmd/c  |powershell -  powershell.exe  ${ifs}  $ifs$  |$ifs
                    <!--#exec  <!--#include  |rm -rf  |rm -fr  |chmod 777  |chmod +x  |nc -e  |nc -l
                    |nc -n  |ncat -  |cat /etc/  |cat /proc  |curl http  |wget http  |curl -
                    |wget -  |curl ftp  |wget ftp  |bash -i  |bash -c  |sh -c  |sh -i  |python -c
                    |python3 -c  |perl -e  |php -r  |ruby -e  |uname -a  |ping -c  |ping -n
                    |ping -i  |ping -t  () {  (){ :  (){:  /bin/busybox  /???/  |ls -l  |ls -a
                    |id;ls
                    """);

    private final Text view = new Text();

    boolean isAttack(Text text) {
        clean(text);
        if (SIGNS.areIn(view)) {
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

    /** Without what a shell takes away before it looks for a command: {@code w'h'o\a$@mi}. */
    private void clean(Text text) {
        view.begin(text.length());
        int i = 0;
        while (i < text.length()) {
            int width = vanishing(text, i);
            if (width > 0) {
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
        boolean runs = view.at(separator) == '`' || view.at(from - 1) == '(';
        int start = behindPrefix(from);
        int end = start;
        while (view.isLetterOrDigit(end)) {
            end++;
        }
        if (end == start || end - start > 12) {
            return false;
        }
        int behind = view.has(end, ".exe") ? end + 4 : end;
        if (view.isOneOf(start, end, SURE)) {
            return isBoundary(behind);
        }
        boolean argued = view.isOneOf(start, end, ARGUED);
        if (argued && hasArgument(behind, view.isOneOf(start, end, COUNTED))) {
            return true;
        }
        boolean ended = view.isOneOf(start, end, ENDED);
        if (runs) {
            return (argued || ended) && (isEnd(behind) || view.isBlank(behind));
        }
        return ended && isEnd(behind) && isAlone(separator, behind);
    }

    /** Behind blanks, an opening bracket, {@code sudo} and a folder of programs. */
    private int behindPrefix(int from) {
        int i = from;
        while (i - from < 40
                && (view.isBlank(i) || "({!@+".indexOf(view.at(i)) >= 0 && view.at(i) > 0)) {
            i++;
        }
        i += view.has(i, "sudo ") ? 5 : 0;
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
    private boolean hasArgument(int end, boolean counted) {
        int b = view.at(end);
        if (b == '<' || b == ',' || b == '$' && view.has(end, "$ifs") || b == '/' && counted) {
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
        if (first == '/' || first == '-' && view.isLetter(i + 1) || first == '~' || first == '$') {
            return true;
        }
        return view.has(i, "../")
                || view.has(i, "./")
                || view.has(i, "http")
                || view.has(i, "c:")
                || isFile(i);
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

    /** Not one of a list of words such as {@code wallet|id|card}. */
    private boolean isAlone(int separator, int behind) {
        boolean wordBefore = view.isLetter(separator - 1) && view.isLetter(separator - 2);
        boolean single = view.at(separator + 1) != view.at(separator);
        return !(wordBefore && single) && view.at(separator) != '{';
    }
}

package dev.cordon.domain.detection.shape;

/** Programs that a shell would run, by how sure their names alone are, and sayings of shells. */
final class Programs {

    static final Words SURE =
            Words.of(
                    """
                    whoami uname ifconfig ipconfig printenv systeminfo tasklist netstat netcat
                    powershell pwsh nslookup certutil bitsadmin wmic regsvr32 mshta rundll32 phpinfo
                    netsh ncat socat lsb_release sysinfo mkfifo setsid
                    """);
    static final Words ENDED =
            Words.of(
                    """
                    id ls dir ps pwd env who ver vol w set
                    """);
    static final Words ARGUED =
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
    static final Words COUNTED =
            Words.of(
                    """
                    sleep timeout usleep ping ping6 expr echo kill exec
                    """);

    /** With an argument they are commands even where nothing stands before. */
    static final Words STARTING =
            Words.of(
                    """
                    ls dir uname netstat ifconfig ipconfig perl python python3 ruby bash sh zsh nc ncat
                    wget curl chmod rm reg cmd netsh nslookup tar gunzip zstdcat busybox
                    """);

    /** Run another command. */
    static final Words RUNNING =
            Words.of(
                    """
                    time nohup env nice timeout
                    """);

    static final Words SHELLS =
            Words.of(
                    """
                    sh bash zsh ksh dash
                    """);

    /** Words of no language but the shell's. */
    static final Words SHELL_ONLY =
            Words.of(
                    """
                    id ls dir pwd env
                    """);

    static final Words OF_NET =
            Words.of(
                    """
                    user users view use share start stop group localgroup accounts config session
                    """);
    static final Literals SIGNS =
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

    private Programs() {}
}

package dev.cordon.domain.detection.shape;

/** PHP, objects and expressions that a program would evaluate, and addresses it would ask. */
final class Code {

    private static final Literals SURE =
            new Literals(
                    """
                    <?php  <?=  <%=  <%@  |phpinfo(  base64_decode(  gzinflate(  str_rot13(
                    shell_exec(  passthru(  proc_open(  pcntl_exec(  call_user_func
                    file_put_contents(  file_get_contents(  fsockopen(  create_function(
                    move_uploaded_file(  array_map(  preg_replace(  show_source(  highlight_file(
                    phpversion(  get_defined_vars  @eval(  eval($_  eval(base64  assert($_
                    system($_  $_get[  $_post[  $_request[  $_cookie[  $_server[  ${jndi  jndi:ldap
                    jndi:rmi  jndi:dns  jndi:iiop  jndi:http  ${::-  ${lower:  ${upper:  ${env:
                    ${sys:  ${date:  __proto__  constructor[prototype]  constructor.prototype
                    allow_url_include  auto_prepend_file  auto_append_file  disable_functions
                    allow_url_fopen  169.254.169.254  metadata.google.internal  100.100.100.200
                    169.254.170.2  \\think\\  invokefunction  vars[0]=  |ro0ab  aced0005
                    java.lang.runtime  java.lang.processbuilder  java.lang.class  getruntime(
                    processbuilder(  freemarker.template  class.module.class  class[module]  ognl.
                    #_memberaccess  @java.lang  t(java.  scriptenginemanager  child_process
                    process.mainmodule  global.process  process.env  process.binding  _$$nd_func$$_
                    __import__(  __class__  __globals__  __builtins__  __subclasses__  __mro__
                    os.system(  os.popen(  subprocess.  <!entity  <!doctype foo  !!javax  !!python
                    xi:include  <xsl:  php://input  php://filter  <!--#exec  <!--#echo  <cfexecute
                    [$ne]  [$gt]  [$lt]  [$regex]  [$exists]  [$where]  [$nin]  {"$ne"  {"$gt"
                    {"$regex"  "$where"  $where:  {$ne:  {$gt:  '$ne'  waitforconnection
                    x_wp_nonce=<  <#assign  |lipsum|  request.application  self.__  request.args
                    get_flashed_messages  config.items  |attr(  newinstance(  .getclass(  .forname(
                    {php}  {/php}  {literal}  _self.env  registerundefinedfiltercallback  {{config
                    {{ config  smarty.version  {system(  #set($  #set ($  $class.inspect  file.open(
                    io.popen(  kernel.exec  system("  system('  exec('  exec("  popen('  popen("
                    assert('  assert("  print(md5(  die(md5(  echo md5(  print md5(  print_r(  var_dump(
                    die(@md5  print(`  include('  require('  include "  eval('  eval("
                    response.write(  out.println(  runtime.exec  getenv(  $globals[  ).chr(
                    smarty_internal  self::  class.classloader  eval(compile  !ruby/  &xxe;  '#context'
                    new date();do{  .insert({  .find({  .mapreduce(  this.password  ;return true  ; return true
                    )(|  )(&  )(!  (|(  (&(  (!(  *)(  )(uid=  )(cn=  )(objectclass=  *()|
                    /child::  ::node()  name(/*  (/*)  ] | //  ]|//  [contains(  string-length(
                    """);

    /** What MongoDB does with a field, behind a dollar sign. */
    private static final Words OPERATORS =
            Words.of(
                    """
                    ne eq gt gte lt lte in nin or and not nor regex where exists type mod func expr all
                    size elemmatch comment text search
                    """);

    /** Lines of a mail's or an answer's head. */
    private static final Words HEAD_LINES =
            Words.of(
                    """
                    set-cookie location content-type content-length transfer-encoding bcc cc to from
                    refresh x-xss-protection access-control-allow-origin
                    """);

    private Code() {}

    static boolean isAttack(Text text) {
        if (SURE.areIn(text)) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            boolean found =
                    switch (text.at(i)) {
                        case '{' -> Templates.isEvaluated(text, i);
                        case '[' -> text.at(i + 1) == '[' && Templates.isProduct(text, i + 2);
                        case '(' -> PhpCalls.isPhpCall(text, i) || PhpCalls.isAnswered(text, i);
                        case ':' -> isObject(text, i);
                        case '<' -> isShortTag(text, i) || isOutsideType(text, i);
                        case '$' -> PhpCalls.isVariable(text, i) || isOperator(text, i);
                        case '\n', '\r' -> isHeadLine(text, i + 1);
                        default -> false;
                    };
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** {@code {"$or": []}}, {@code , $where: '1'}: an operator where a field's name belongs. */
    private static boolean isOperator(Text text, int dollar) {
        int end = text.skipWord(dollar + 1);
        if (!text.isOneOf(dollar + 1, end, OPERATORS)) {
            return false;
        }
        boolean quoted = text.isQuote(dollar - 1) && text.at(end) == text.at(dollar - 1);
        int colon = text.skipBlanks(quoted ? end + 1 : end);
        return text.at(colon) == ':';
    }

    /** A type of document that is defined elsewhere. */
    private static boolean isOutsideType(Text text, int i) {
        if (!text.has(i, "<!doctype ")) {
            return false;
        }
        int end = text.skipWord(i + 10);
        return text.has(end, " system") || text.has(end, " public \"-//a//");
    }

    /** {@code %0d%0aSet-Cookie: x}: a line that would become part of the answer's head. */
    private static boolean isHeadLine(Text text, int from) {
        int end = from;
        while (text.isLetter(end) || text.at(end) == '-') {
            end++;
        }
        boolean mail = end - from < 5;
        return text.isOneOf(from, end, HEAD_LINES)
                        && text.at(end) == ':'
                        && (!mail || hasAddress(text, end))
                || text.has(from, "http/1.");
    }

    private static boolean hasAddress(Text text, int from) {
        int i = from;
        while (i < text.length() && i - from < 60 && text.at(i) != '@' && text.at(i) != '\n') {
            i++;
        }
        return text.at(i) == '@';
    }

    /** {@code O:8:"stdClass":1:{}: an object that PHP would make when it reads this back. */
    private static boolean isObject(Text text, int colon) {
        boolean marked = text.at(colon - 1) == 'o' || text.at(colon - 1) == 'c';
        if (!marked || text.isLetterOrDigit(colon - 2)) {
            return false;
        }
        int i = colon + 1;
        i += text.at(i) == '+' ? 1 : 0;
        int digits = i;
        while (text.isDigit(i) && i - digits < 5) {
            i++;
        }
        boolean named = i > digits && text.at(i) == ':' && text.at(i + 1) == '"';
        int end = i + 2;
        while (named && end - i < 80 && (text.isLetterOrDigit(end) || text.at(end) == '\\')) {
            end++;
        }
        return named && text.at(end) == '"' && text.at(end + 1) == ':' && text.isDigit(end + 2);
    }

    private static boolean isShortTag(Text text, int i) {
        int then = text.at(i + 1);
        return (then == '?' || then == '%') && text.isBlank(i + 2) && text.length() > i + 8;
    }
}

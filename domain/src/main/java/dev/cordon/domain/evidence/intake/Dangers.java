package dev.cordon.domain.evidence.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must not be opened by accident: programs, scripts, pages and documents that run something,
 * by their first bytes and by their names. It says what a file is, not whether it is evil.
 */
public final class Dangers {

    /** A person says so, whatever it looks like. */
    public static final String SUSPECTED = "suspected";

    /** Pictures and other files that hold PHP. */
    public static final String HIDDEN_PHP = "hidden-php";

    private static final Map<String, String> ENDINGS =
            Stream.of(
                            Map.entry(
                                    "php", "php phtml phar pht phps php3 php4 php5 php7 php8 inc"),
                            Map.entry(
                                    "script", "sh bash py pl rb cgi lua ps1 psm1 bat cmd vbs vbe"),
                            Map.entry("script", "wsf wsh jse sct hta ksh zsh csh awk"),
                            Map.entry("javascript", "js mjs cjs jsx ts"),
                            Map.entry("program", "exe dll scr com msi cpl sys so elf bin jar war"),
                            Map.entry("program", "class apk app deb rpm lnk iso img vhd wasm"),
                            Map.entry(
                                    "page", "html htm xhtml shtml svg svgz xht mht mhtml asp aspx"),
                            Map.entry("page", "jsp jspx cfm xsl xslt url website"),
                            Map.entry("office-macros", "docm dotm xlsm xltm xlam xlsb pptm potm"),
                            Map.entry(
                                    "office-macros", "ppam ppsm sldm doc xls ppt dot xlt rtf one"))
                    .flatMap(
                            kind ->
                                    Stream.of(kind.getValue().split(" "))
                                            .map(ending -> Map.entry(ending, kind.getKey())))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final int LOOKED_AT = 1024;

    private Dangers() {}

    /**
     * Why it must not be opened by accident; empty if nothing dangerous is seen.
     *
     * @param bytes its beginning
     * @param name as it came
     */
    public static Optional<String> of(byte[] bytes, int length, String name) {
        var kind = ofBytes(new String(bytes, 0, Math.min(length, LOOKED_AT), ISO_8859_1));
        return kind.isPresent() ? kind : ofName(name);
    }

    private static Optional<String> ofName(String name) {
        var parts = name.toLowerCase(Locale.ROOT).replaceAll(".*[/\\\\]", "").split("\\.", -1);
        for (int i = parts.length - 1; i > 0; i--) {
            var kind = ENDINGS.get(parts[i].strip());
            // A server may run image.php.jpg as it runs image.php.
            if (kind != null && (i == parts.length - 1 || kind.equals("php"))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofBytes(String head) {
        if (head.startsWith("MZ")
                || head.startsWith("\u007fELF")
                || head.startsWith("\u00ca\u00fe\u00ba\u00be")
                || head.startsWith("\u00cf\u00fa\u00ed\u00fe")
                || head.startsWith("\u00ce\u00fa\u00ed\u00fe")
                || head.startsWith("\0asm")
                || head.startsWith("L\0\0\0\u0001\u0014\u0002\0")) {
            return Optional.of("program");
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")
                || head.startsWith("{\\rtf")) {
            return Optional.of("office-macros");
        }
        return ofText(head.replaceFirst("^(\u00ef\u00bb\u00bf)?\\s*", ""));
    }

    private static Optional<String> ofText(String head) {
        var small = head.toLowerCase(Locale.ROOT);
        if (small.startsWith("<?php") || small.startsWith("<?=") || small.startsWith("<?\n")) {
            return Optional.of("php");
        }
        if (small.startsWith("#!") || small.startsWith("@echo off") || small.startsWith("<%")) {
            return Optional.of("script");
        }
        boolean page =
                small.startsWith("<!doctype html")
                        || small.startsWith("<html")
                        || small.startsWith("<script")
                        || small.startsWith("<iframe")
                        || small.startsWith("<svg")
                        || small.startsWith("<") && small.contains("<svg");
        return page ? Optional.of("page") : Optional.empty();
    }
}

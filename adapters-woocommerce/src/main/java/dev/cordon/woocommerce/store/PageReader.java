package dev.cordon.woocommerce.store;

import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.store.paymentpage.PageElement;
import dev.cordon.domain.store.paymentpage.PageElement.Kind;
import dev.cordon.domain.store.paymentpage.ScriptForm;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/** Finds what runs in a page or takes from it, and gets the scripts that it names. */
final class PageReader {

    private static final int MOST_SCRIPTS = 300;
    private static final int LARGEST_SCRIPT = 5 * 1024 * 1024;
    private static final int AT_ONCE = 6;

    /** Said of a file's version or of a moment; another value is not another script. */
    private static final Set<String> VERSIONS = Set.of("ver", "v", "version", "_", "t", "ts");

    private static final Set<String> DATA =
            Set.of("application/json", "application/ld+json", "text/template", "text/html");

    /**
     * In a picture (SVG) browsers take a script from the second or the third and pass over the
     * first; all that a script has are looked at, for readers differ in where a picture ends.
     */
    private static final List<String> ADDRESSES = List.of("src", "href", "xlink:href");

    /** As browsers read it: seconds, perhaps "url=", perhaps quotation marks. */
    private static final Pattern REFRESH =
            Pattern.compile(
                    "\\s*+[0-9.]*+[\\s;,]*+(?:url\\s*+=\\s*+)?"
                            + "(?:(['\"])(.*?)(?:\\1.*)?|([^'\"].*))",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern HOST =
            Pattern.compile(
                    "\\s*https?:[/\\\\]*([^/?#\\\\\\s\\p{Cntrl}]{1,100})",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMES_HOST =
            Pattern.compile("\\s*https?:", Pattern.CASE_INSENSITIVE);

    private final CustomerBrowser browser;
    private final URI page;
    private final TreeMap<PageElement.Key, PageElement> found = new TreeMap<>();
    private final Map<String, Element> scripts = new TreeMap<>();

    PageReader(CustomerBrowser browser, URI page) {
        this.browser = browser;
        this.page = page;
    }

    List<PageElement> read(String html) {
        var document = Jsoup.parse(html, page.toString());
        for (var base : document.select("base[href]")) {
            foreign(base.absUrl("href"), Kind.FORM, "base ");
        }
        document.getAllElements().forEach(this::look);
        fetch();
        return List.copyOf(found.values());
    }

    private void look(Element element) {
        switch (element.normalName()) {
            case "script" -> script(element);
            case "iframe", "embed", "frame" -> frame(element, "src");
            case "object" -> frame(element, "data");
            case "form" -> foreign(element.absUrl("action"), Kind.FORM, "");
            case "meta" -> refresh(element);
            default -> {
                // Only its attributes may run.
            }
        }
        if (element.hasAttr("formaction")) {
            foreign(element.absUrl("formaction"), Kind.FORM, "");
        }
        for (var attribute : element.attributes()) {
            var name = attribute.getKey().toLowerCase(Locale.ROOT);
            var value = attribute.getValue();
            if (name.startsWith("on") || isJavaScript(value) || name.equals("srcdoc")) {
                var form = ScriptForm.of(value);
                add(new PageElement(Kind.HANDLER, name + " " + form.shortForm(), form, null));
            }
        }
    }

    /** Browsers pass over white space and control characters in front of it. */
    private static boolean isJavaScript(String value) {
        var start = value.length() > 100 ? value.substring(0, 100) : value;
        return start.replaceAll("[\\s\\p{Cntrl}]", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("javascript:");
    }

    private void script(Element script) {
        if (DATA.contains(script.attr("type").strip().toLowerCase(Locale.ROOT))) {
            return;
        }
        for (var attribute : ADDRESSES) {
            if (script.hasAttr(attribute)) {
                named(script, attribute);
            }
        }
        boolean inSvg = script.tag().namespace().equals(Parser.NamespaceSvg);
        var text = script.data() + script.wholeText();
        if (!text.isBlank() && (inSvg || !script.hasAttr("src"))) {
            inline(script, text);
        }
    }

    private void named(Element script, String attribute) {
        var address = script.absUrl(attribute);
        if (address.startsWith("http:") || address.startsWith("https:")) {
            scripts.putIfAbsent(address, script);
        } else {
            inline(script, attribute + " " + script.attr(attribute));
        }
    }

    private void inline(Element script, String text) {
        var form = ScriptForm.of(text);
        var name = script.id().isEmpty() ? "script " + form.shortForm() : "#" + script.id();
        add(new PageElement(Kind.INLINE_SCRIPT, name, form, null));
    }

    private void frame(Element frame, String attribute) {
        var address = frame.absUrl(attribute);
        if (!address.isEmpty() && !address.startsWith("about:")) {
            add(new PageElement(Kind.FRAME, name(address), null, null));
        }
    }

    private void refresh(Element meta) {
        var told = REFRESH.matcher(meta.attr("content"));
        if (meta.attr("http-equiv").strip().equalsIgnoreCase("refresh") && told.matches()) {
            var where = Objects.requireNonNullElse(told.group(2), told.group(3));
            var link = new Element(Tag.valueOf("a"), meta.baseUri()).attr("href", where.strip());
            foreign(link.absUrl("href"), Kind.FORM, "refresh ");
        }
    }

    /** What names a host that cannot be read is another one's: browsers read more than we do. */
    private void foreign(String address, Kind kind, String prefix) {
        var there = parsed(address);
        if (there == null ? NAMES_HOST.matcher(address).lookingAt() : !isHere(there)) {
            add(new PageElement(kind, prefix + name(address), null, null));
        }
    }

    private boolean isHere(URI address) {
        return String.valueOf(address.getHost()).equalsIgnoreCase(page.getHost())
                && address.getPort() == page.getPort();
    }

    /** A page that names more scripts than any does has the others as ones that nobody knows. */
    private void fetch() {
        var turns = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var fetched = new ArrayList<java.util.concurrent.Future<PageElement>>();
            for (var each : scripts.entrySet()) {
                boolean wanted = fetched.size() < MOST_SCRIPTS;
                Callable<PageElement> task =
                        () -> element(each.getKey(), each.getValue(), wanted, turns);
                fetched.add(threads.submit(task));
            }
            for (var each : fetched) {
                add(each.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a script could not be looked at", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at scripts", e);
        }
    }

    private PageElement element(String address, Element script, boolean wanted, Semaphore turns)
            throws InterruptedException {
        var integrity = script.attr("integrity").strip();
        turns.acquire();
        try {
            return new PageElement(
                    Kind.SCRIPT,
                    name(address),
                    wanted ? content(address) : null,
                    integrity.isEmpty() ? null : integrity);
        } finally {
            turns.release();
        }
    }

    /**
     * Null if it cannot be got: then nobody knows what customers get. Others' servers stumble now
     * and then, and are asked once more before that is said.
     */
    private @Nullable Sha256 content(String address) {
        var there = parsed(address);
        if (there == null) {
            return null;
        }
        var content = fetched(there);
        return content != null || isHere(there) ? content : fetched(there);
    }

    private @Nullable Sha256 fetched(URI there) {
        try {
            var answer = browser.get(there, LARGEST_SCRIPT);
            return answer.statusCode() == 200 ? Sha256.of(answer.body()) : null;
        } catch (CustomerBrowser.Refused e) {
            return null;
        }
    }

    /** Two of one name that differ are two. */
    private void add(PageElement element) {
        var there = found.putIfAbsent(element.key(), element);
        if (there != null && !there.equals(element)) {
            var digest = element.content();
            var name = element.name() + " " + (digest == null ? "?" : digest.shortForm());
            var other =
                    new PageElement(element.kind(), name, element.content(), element.integrity());
            found.putIfAbsent(other.key(), other);
        }
    }

    private static @Nullable URI parsed(String address) {
        try {
            var there = URI.create(address.replace(" ", "%20"));
            return there.getHost() == null ? null : there;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** The address without what changes with each version. */
    private static String name(String address) {
        var there = parsed(address);
        if (there == null) {
            return host(address) + Sha256.of(address.getBytes(StandardCharsets.UTF_8)).shortForm();
        }
        var kept = new ArrayList<String>();
        var query = there.getRawQuery();
        for (var pair : (query == null ? "" : query).split("&", -1)) {
            if (!pair.isEmpty() && !VERSIONS.contains(pair.replaceAll("=.*", ""))) {
                kept.add(pair);
            }
        }
        return there.getScheme()
                + "://"
                + there.getRawAuthority()
                + there.getRawPath()
                + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
    }

    /** As far as it can be told, for people; names in other scripts as the page has them. */
    private static String host(String address) {
        var named = HOST.matcher(address);
        return named.lookingAt() ? named.group(1) + " " : "";
    }
}

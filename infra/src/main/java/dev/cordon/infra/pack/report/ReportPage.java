package dev.cordon.infra.pack.report;

import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.domain.evidence.pack.PackedLink;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What stands on the report's pages. */
final class ReportPage {

    /** More would be a book that nobody reads; all of it stands in the package. */
    static final int MOST_ITEMS = 300;

    static final int MOST_LINKS = 4_000;
    private static final int FEWEST_LINKS = 4;

    private final ReportTexts texts;
    private final Times times;
    private final PackedCustody custody;
    private final int mostLinks;
    private final Markup markup;
    private final Tables tables;

    ReportPage(ReportTexts texts, Times times, PackedCustody custody, int mostLinks) {
        this.mostLinks = mostLinks;
        this.texts = texts;
        this.times = times;
        this.custody = custody;
        markup =
                new Markup(
                        texts,
                        texts.of("title", custody.head().incident()),
                        custody.head().id().toString());
        tables = new Tables(markup, texts);
    }

    ReportPage with(List<String> disposedOf, String fingerprint) {
        var body = markup.body();
        markup.add(body, "h1", texts.of("title", Shown.text(custody.head().incident())));
        markup.add(body, "p", texts.of("intro") + " " + zone());
        head(body, disposedOf);
        markup.add(body, "h2", texts.of("ledger"));
        ledger(body, fingerprint);
        markup.add(body, "h2", texts.of("proves"));
        for (var key : List.of("proves.what", "proves.not", "proves.when", "proves.report")) {
            markup.add(body, "p", texts.of(key));
        }
        overview(body);
        custody.items().stream().limit(MOST_ITEMS).forEach(item -> item(body, item));
        return this;
    }

    private String zone() {
        return times.isUtc() ? texts.of("utc") : texts.of("zone", times.zone().getId());
    }

    Document document() {
        return markup.document();
    }

    private void head(Element body, List<String> disposedOf) {
        var head = custody.head();
        var facts = tables.table(body, "facts", texts.of("head"));
        tables.fact(facts, "incident", head.incident());
        tables.fact(facts, "store", head.storeName());
        tables.fact(facts, "by", Shown.actor(head.by()));
        tables.fact(facts, "at", times.text(head.at()));
        tables.fact(facts, "purpose", head.purpose());
        tables.fact(facts, "recipient", head.recipient());
        tables.fact(facts, "package", head.id().toString());
        tables.fact(facts, "items", Integer.toString(custody.items().size()));
        if (!disposedOf.isEmpty()) {
            tables.fact(facts, "disposed", String.join(", ", disposedOf));
        }
    }

    private void ledger(Element body, String fingerprint) {
        var facts = tables.table(body, "facts", texts.of("ledger"));
        tables.code(facts, "key", fingerprint);
        var stamps =
                custody.files().stream()
                        .map(PackedCustody.Bound::path)
                        .filter(path -> path.endsWith(".tsr"))
                        .toList();
        tables.fact(
                facts,
                "stamps",
                stamps.isEmpty()
                        ? texts.of("stamps.none")
                        : texts.of("stamps.some", stamps.size(), stamps.getFirst()));
        tables.fact(facts, "check", texts.of("check.how"));
    }

    private void overview(Element body) {
        markup.add(body, "h2", texts.of("overview"));
        var all = custody.items();
        if (all.size() > MOST_ITEMS) {
            markup.add(body, "p", texts.of("items.more", MOST_ITEMS, all.size()));
        }
        if (all.isEmpty()) {
            return; // a table without rows is none to a screen reader
        }
        var table = tables.table(body, "overview", texts.of("overview"));
        tables.header(table, "item", "item.title", "item.kind", "links");
        var rows = markup.add(table, "tbody", "");
        for (var item : all.stream().limit(MOST_ITEMS).toList()) {
            var row = markup.add(rows, "tr", "");
            markup.add(row, "td", "label", Shown.text(item.label()));
            markup.add(row, "td", Shown.text(item.title()));
            markup.add(row, "td", Shown.text(texts.word("kind", item.kind())));
            markup.add(row, "td", Integer.toString(item.links().size()));
        }
    }

    private void item(Element body, PackedItem item) {
        var title = Shown.text(item.label()) + " · " + Shown.text(item.title());
        markup.add(body, "h2", "item", title);
        var facts = tables.table(body, "facts", title);
        var acquired = item.acquired();
        var intake = item.intake();
        tables.fact(facts, "item.kind", texts.word("kind", item.kind()));
        tables.fact(facts, "item.path", item.path());
        tables.fact(facts, "item.name", item.originalName());
        tables.fact(facts, "item.size", texts.of("bytes", Long.toString(item.size())));
        tables.code(facts, "item.sha256", item.content().hex());
        tables.fact(facts, "item.at", times.text(acquired.at()));
        tables.fact(facts, "item.received", times.text(acquired.receivedAt()));
        tables.fact(facts, "item.by", Shown.actor(acquired.by()));
        tables.fact(facts, "item.method", acquired.method());
        tables.fact(facts, "item.tool", acquired.tool());
        tables.code(facts, "item.command", acquired.command());
        tables.fact(facts, "item.source", acquired.source());
        tables.fact(
                facts,
                "item.drift",
                acquired.clockDrift() == null ? "" : acquired.clockDrift().toString());
        tables.fact(facts, "item.covers", covers(acquired.coversFrom(), acquired.coversTo()));
        tables.fact(
                facts, "item.masked", intake.masked() == 0 ? "" : Long.toString(intake.masked()));
        var cards = intake.cards();
        if (cards.left() > 0) {
            tables.fact(facts, "item.left", cards.left() + ": " + cards.because());
        }
        if (!cards.rules().isEmpty()) {
            tables.fact(
                    facts, "item.searched", texts.of("searched." + cards.extent(), cards.rules()));
        }
        tables.code(facts, "item.came", cards.came() == null ? "" : cards.came().hex());
        tables.fact(facts, "item.holds", acquired.covers().text().replace("\n", "; "));
        tables.fact(facts, "item.danger", intake.danger() == null ? "" : intake.danger());
        tables.code(
                facts, "item.manifest", intake.manifest() == null ? "" : intake.manifest().hex());
        chain(body, item);
    }

    private String covers(@Nullable Instant from, @Nullable Instant to) {
        if (from == null && to == null) {
            return "";
        }
        return (from == null ? "…" : times.text(from))
                + " – "
                + (to == null ? "…" : times.text(to));
    }

    private void chain(Element body, PackedItem item) {
        var links = item.links();
        if (links.isEmpty()) {
            return;
        }
        int most =
                Math.max(
                        FEWEST_LINKS,
                        mostLinks / Math.max(1, Math.min(MOST_ITEMS, custody.items().size())));
        var table = tables.table(body, "chain", texts.of("chain", Shown.text(item.label())));
        tables.header(table, "link.seq", "link.at", "link.action", "link.by", "link.why");
        var rows = markup.add(table, "tbody", "");
        if (links.size() <= most) {
            links.forEach(link -> link(rows, link));
            return;
        }
        int tail = most / 2;
        links.subList(0, most - tail).forEach(link -> link(rows, link));
        var gap = markup.add(markup.add(rows, "tr", ""), "td", "gap", between(links.size() - most));
        gap.setAttribute("colspan", "5");
        links.subList(links.size() - tail, links.size()).forEach(link -> link(rows, link));
    }

    private String between(int left) {
        return texts.of("links.more", left);
    }

    private void link(Element rows, PackedLink link) {
        var row = markup.add(rows, "tr", "");
        markup.add(row, "td", Long.toString(link.seq()));
        var at = markup.add(row, "td", times.date(link.at()));
        markup.add(at, "div", times.time(link.at()));
        if (!times.isUtc()) {
            markup.add(at, "div", "local", times.local(link.at()));
        }
        markup.add(row, "td", Shown.text(texts.word("action", link.action())));
        var by = markup.add(row, "td", Shown.actor(link.by()));
        var counterpart = link.counterpart();
        if (counterpart != null) {
            markup.add(by, "div", "→ " + Shown.actor(counterpart));
        }
        var why = markup.add(row, "td", Shown.text(link.purpose()));
        markup.add(why, "div", "hash", link.hash().hex());
    }
}

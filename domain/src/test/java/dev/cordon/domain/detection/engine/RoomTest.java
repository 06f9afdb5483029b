package dev.cordon.domain.detection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.log.LogFormat;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** However many addresses come, what is kept of them has its bound. */
class RoomTest {

    private static final class Hoard implements Room.Tenant {
        private final Room room;
        private int groups;

        Hoard(Room room) {
            this.room = room;
            room.add(this);
        }

        void take(int more) {
            groups += more;
            room.taken(more);
        }

        @Override
        public long bytes() {
            return groups;
        }

        @Override
        public boolean forgetEldest(long now) {
            if (groups <= 1) {
                return false;
            }
            groups--;
            room.taken(-1);
            return true;
        }
    }

    @Test
    void whoTakesMostForgetsFirst() {
        var room = new Room(10_000);
        var flooded = new Hoard(room);
        var quiet = new Hoard(room);

        quiet.take(3_000);
        flooded.take(60_000);
        quiet.take(5);
        room.makeSome(0);

        assertThat(quiet.groups).isEqualTo(3_005);
        assertThat(room.used()).isEqualTo(flooded.groups + quiet.groups).isLessThan(10_000);
    }

    @Test
    void whereNobodyCanSpareAnythingItGoesOn() {
        var room = new Room(1);
        new Hoard(room).take(1);
        new Hoard(room).take(1);

        room.makeSome(0);

        assertThat(room.used()).isEqualTo(2);
    }

    @Test
    void aFloodOfAddressesIsForgottenAndHidesNobody() {
        var settings = DetectionSettings.DEFAULTS;
        var log = new LogBuilder().at("/wp-login.php");
        for (int i = 0; i < 90_000; i++) {
            int second = i / 400;
            var address = "10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255);
            log.refused(address, second).posts(address, second, "/?wc-ajax=checkout", 200);
            if (i % 12_000 == 0) {
                log.line("192.0.2.7", second, "GET", plugin(i), 404);
            }
        }
        var engine = new DetectionEngine(Pack.rules(settings), settings, 42);
        var source = engine.open(Samples.SOURCE, LogFormat.COMBINED, ZoneOffset.UTC);
        byte[] bytes = log.bytes();

        source.feed(bytes, 0, bytes.length, Samples.NOW);

        assertThat(source.counts().forgotten()).isPositive();
        assertThat(engine.news())
                .anySatisfy(
                        each -> {
                            assertThat(each.verdict().rules()).contains("plugin-scan");
                            assertThat(Samples.addresses(each)).containsExactly("192.0.2.7");
                        });
    }

    @Test
    void hundredsWhoOnlyShareAToolAreOneAlert() {
        var log = new LogBuilder().agent("sqlmap/1.8");
        for (int i = 0; i < 600; i++) {
            log.views("10.0.%d.%d".formatted(i >> 8, i & 255), i, "/");
        }

        assertThat(Samples.findings(log.bytes()))
                .singleElement()
                .satisfies(each -> assertThat(each.addressCount()).isEqualTo(600));
    }

    @Test
    void someWhoOnlyShareAToolHaveLittleToDoWithEachOther() {
        var log = new LogBuilder().agent("sqlmap/1.8");
        for (int i = 0; i < 20; i++) {
            log.views("10.0.0." + i, i, "/");
        }

        assertThat(Samples.findings(log.bytes())).hasSize(20);
    }

    private static String plugin(int number) {
        return "/wp-content/plugins/plugin-%d/readme.txt".formatted(number);
    }
}

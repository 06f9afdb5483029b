package dev.cordon.domain.detection.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFileNameTest {

    @ParameterizedTest
    @CsvSource({
        "webhooks-delivery-2026-11-23-09ce8fd67e90a56dbecb3b1e8957d6b5.log, webhooks-delivery",
        "webhooks-delivery-2026-11-24-ffffffffffffffffffffffffffffffff.log, webhooks-delivery",
        "wc-logs/fatal-errors-2026-11-23-7f048186ee5967b72be732ddf6500e93.log, fatal-errors",
        "place-order-debug-309dbcfd-2026-11-23-3990f69cd6cfc53498ab1d4e13a08b56.log,"
                + " place-order-debug",
        "stripe.2-2026-11-23-7f048186ee5967b72be732ddf6500e93.log, stripe",
        "stripe-2026-11-23-7f048186ee5967b72be732ddf6500e93.log.gz, stripe",
        "stripe-7f048186ee5967b72be732ddf6500e93.log, stripe",
        "my-plugin-2026-log-7f048186ee5967b72be732ddf6500e93.log, my-plugin-2026-log",
        "access.log, access.log",
        "/var/log/nginx/access.log.1, access.log",
        "C:\\logs\\access.log.2.gz, access.log",
        "access.log-20261123.zst, access.log",
        "access.log-20261123-1795421898, access.log-20261123",
        "access-2026.log, access-2026.log",
        "shop-7f048186.log, shop-7f048186.log",
        "-7f048186ee5967b72be732ddf6500e93.log, -7f048186ee5967b72be732ddf6500e93.log",
        ".gz, .gz",
        ".1, .1",
        "debug.log, debug.log"
    })
    void whatChangesIsTakenAway(String name, String stable) {
        assertThat(LogFileName.stable(name)).isEqualTo(stable);
    }
}

package dev.cordon.domain.store.inventory;

import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensorReportTest {

    @ParameterizedTest
    @CsvSource({
        "user_created,eve,,,USER,9,eve,true",
        "role_changed,eve,,,USER,9,eva,false",
        "role_changed,eve,,,REST_KEY,9,eve,false",
        "api_key_created,,REST key 7 …1234567,,REST_KEY,7,erp,true",
        "api_key_created,,REST key 77 …1234567,,REST_KEY,7,erp,false",
        "application_password_created,,application password erp,,APPLICATION_PASSWORD,u,erp,true",
        "plugin_installed,,evil,,PLUGIN,evil/main,Evil,true",
        "plugin_updated,,evil/main.php,,PLUGIN,evil/main,Evil,true",
        "plugin_updated,,hello.php,,PLUGIN,hello,Hello,true",
        "plugin_updated,,evil/main.php,,FILES,wp-content/plugins/evil/,x,true",
        "plugin_updated,,evil/main.php,,FILES,wp-content/plugins/evil2/,x,false",
        "theme_updated,,shop,,FILES,wp-content/themes/shop/,x,true",
        "core_updated,,WordPress 7.1,,FILES,wp-includes/,x,true",
        "file_edited,,shop,wp-content/themes/shop/functions.php,FILES,wp-content/themes/shop/,x,true",
        "option_updated,,default_role,,OPTION,default_role,x,true",
        "gateway_changed,,woocommerce_bacs_settings,,GATEWAY,bacs,x,true",
        "login_failed,eve,,,USER,9,eve,false"
    })
    void aReportTellsOfWhatItNames(
            String activity,
            @Nullable String account,
            @Nullable String object,
            @Nullable String file,
            ItemKind kind,
            String id,
            String name,
            boolean explains) {
        var report = new SensorReport(activity, "mallory", account, object, file, NOON);

        assertThat(report.explains(InventoryItem.of(kind, id, name))).isEqualTo(explains);
        assertThat(SensorReport.isOfUse(activity)).isEqualTo(!activity.equals("login_failed"));
    }
}

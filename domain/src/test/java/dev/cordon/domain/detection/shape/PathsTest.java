package dev.cordon.domain.detection.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    private final Paths paths = new Paths();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../k",
                "..\\..\\k",
                "....//....//k",
                "..././..././k",
                "/..;/admin",
                "..0x2f..0x2fk",
                "%\\..%\\..%\\k",
                "/icons/../../k",
                "images/../../../k",
                "k=../../../k",
                "etc/passwd",
                "/index.php/etc/shadow",
                "c:\\boot.ini\u0000k"
            })
    void waysOutOfTheFolder(String text) {
        assertThat(paths.isAttack(Texts.of(text), false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/my.cnf",
                "/var/www/html",
                "/proc/self/maps",
                "/opt/tomcat/conf/users.xml",
                "/home/kim/.ssh/id_rsa",
                "c:\\xampp\\php\\php.ini",
                "d:/backup/shop.sql",
                "\\\\evil.example\\share\\k",
                "file:///k",
                "php://filter/resource=k",
                "phar://k/l",
                "data:;base64,aWQ=",
                "gopher://127.0.0.1:6379/",
                "../.env",
                "../config.php",
                "wp-config.php"
            })
    void filesThatAValueMayNotName(String text) {
        assertThat(paths.isAttack(Texts.of(text), true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../img/k.jpg",
                "..",
                "../",
                "and/or",
                "24/7",
                "1/2\" pipe",
                "c:/",
                "/home-decor/",
                "/optik/brillen",
                "/variants/red",
                "c:\\fakepath\\k.jpg",
                "https://shop.example/a/../b",
                "wait...what/ever",
                "schwarz/weiß",
                "español/inglés",
                "thé/café"
            })
    void slashesOfEveryDay(String text) {
        assertThat(paths.isAttack(Texts.of(text), true)).isFalse();
    }

    @Test
    void aPathOfTheShopItselfIsNoForeignFile() {
        assertThat(paths.isAttack(Texts.of("/home/garden/"), false)).isFalse();
    }
}

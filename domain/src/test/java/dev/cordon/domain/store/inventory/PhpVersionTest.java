package dev.cordon.domain.store.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhpVersionTest {

    private static final List<String> VERSIONS =
            List.of(
                    "1.0",
                    "1.0.0",
                    "1.0.10",
                    "1.0.9",
                    "1.0-beta",
                    "1.0-beta.2",
                    "1.0-beta10",
                    "1.0RC1",
                    "1.0-rc.2",
                    "1.0-dev",
                    "1.0-alpha",
                    "1.0pl1",
                    "1.0-p2",
                    "1.0a",
                    "1",
                    "2",
                    "10.1",
                    "9.9",
                    "1.0.0-foo",
                    "1.0+7",
                    "5.7.2",
                    "01.2",
                    "1.2",
                    "1..2",
                    "3.0.0-b1",
                    "v1.0",
                    "2.0_1",
                    "4.9.1-dev-3");

    /** What PHP 8.2 says of each of them against each: a line for each of them. */
    private static final List<String> PHP =
            List.of(
                    "=<<<>>>>>>><<>><<<<<<<<<<><<",
                    ">=<<>>>>>>><<>><<<><<<<<<><<",
                    ">>=>>>>>>>><<>><<<>><<<<<><<",
                    ">><=>>>>>>><<>><<<>><<<<<><<",
                    "<<<<=<<<<>><<>><<<<<<<<<<><<",
                    "<<<<>=<<<>><<>><<<<<<<<<<><<",
                    "<<<<>>=<<>><<>><<<<<<<<<<><<",
                    "<<<<>>>=<>><<>><<<<<<<<<<><<",
                    "<<<<>>>>=>><<>><<<<<<<<<<><<",
                    "<<<<<<<<<=<<<<><<<<<<<<<<><<",
                    "<<<<<<<<<>=<<=><<<<<<<<<<><<",
                    ">>>>>>>>>>>=<>><<<>><<<<<><<",
                    ">>>>>>>>>>>>=>><<<>><<<<<><<",
                    "<<<<<<<<<>=<<=><<<<<<<<<<><<",
                    "<<<<<<<<<<<<<<=<<<<<<<<<<><<",
                    ">>>>>>>>>>>>>>>=<<>><>>><><<",
                    ">>>>>>>>>>>>>>>>=>>>>>>>>>>>",
                    ">>>>>>>>>>>>>>>><=>>>>>>>>>>",
                    "><<<>>>>>>><<>><<<=<<<<<<><<",
                    ">><<>>>>>>><<>><<<>=<<<<<><<",
                    ">>>>>>>>>>>>>>>><<>>=>>>>>>>",
                    ">>>>>>>>>>>>>>><<<>><===<><<",
                    ">>>>>>>>>>>>>>><<<>><===<><<",
                    ">>>>>>>>>>>>>>><<<>><===<><<",
                    ">>>>>>>>>>>>>>>><<>><>>>=>><",
                    "<<<<<<<<<<<<<<<<<<<<<<<<<=<<",
                    ">>>>>>>>>>>>>>>><<>><>>><>=<",
                    ">>>>>>>>>>>>>>>><<>><>>>>>>=");

    @Test
    void eachPairIsInTheOrderThatPhpSays() {
        for (int one = 0; one < VERSIONS.size(); one++) {
            for (int other = 0; other < VERSIONS.size(); other++) {
                int order = PhpVersion.compare(VERSIONS.get(one), VERSIONS.get(other));

                assertThat("<=>".charAt(Integer.signum(order) + 1))
                        .as(VERSIONS.get(one) + " against " + VERSIONS.get(other))
                        .isEqualTo(PHP.get(one).charAt(other));
            }
        }
    }

    @Test
    void nothingIsOlderThanAnything() {
        assertThat(PhpVersion.compare("", "0")).isNegative();
        assertThat(PhpVersion.compare("", "")).isZero();
    }
}

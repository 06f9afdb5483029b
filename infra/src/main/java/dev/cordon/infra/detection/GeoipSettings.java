package dev.cordon.infra.detection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param database path of a file in the MaxMind DB format that tells countries; empty for none
 */
@ConfigurationProperties("cordon.geoip")
record GeoipSettings(@DefaultValue("") String database) {}

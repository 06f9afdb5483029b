package dev.cordon.domain.detection;

/**
 * A campaign turned out to be part of another one.
 *
 * @param reference the one that ends
 * @param into the one that goes on
 */
public record CampaignMerged(String reference, String into) {}

package dev.cordon.ui.people;

import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.LiveCard;
import java.util.function.Supplier;

/**
 * What another feature contributes to the settings.
 *
 * @param needed without it the card is not there
 * @param card makes a new one for each viewer
 */
public record SettingsSection(Permission needed, Supplier<LiveCard<?>> card) {}

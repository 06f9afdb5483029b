/**
 * Detection rules in the words of Sigma 2.x: what a rule says, without how it is run.
 *
 * <p>Loaded from plain maps and lists (a YAML file's content), so that this package knows no file
 * format. What Sigma lacks lives in one extension, the {@code cordon} key; see {@link Extension}.
 * What cannot be run is refused with its reason and never left out silently.
 */
@NullMarked
package dev.cordon.domain.detection.rule;

import org.jspecify.annotations.NullMarked;

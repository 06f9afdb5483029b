/** Who works here, who may approve, and personal access tokens. */
@NullMarked
package dev.cordon.application.people;

import org.jspecify.annotations.NullMarked;

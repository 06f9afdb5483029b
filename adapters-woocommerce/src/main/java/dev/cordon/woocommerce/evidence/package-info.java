/** What stores give out as evidence. */
@NullMarked
package dev.cordon.woocommerce.evidence;

import org.jspecify.annotations.NullMarked;

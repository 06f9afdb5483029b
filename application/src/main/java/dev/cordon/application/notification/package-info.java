/** Use cases and ports of notices: draft, submit, approve, dispatch, decide. */
@NullMarked
package dev.cordon.application.notification;

import org.jspecify.annotations.NullMarked;

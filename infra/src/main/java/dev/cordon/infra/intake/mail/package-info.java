/**
 * The door for what people mail about a store: a mail server that takes mail for a few addresses
 * from a few networks, reads what it says and never answers it. Mails are not kept; what they say
 * becomes an alert.
 */
@NullMarked
package dev.cordon.infra.intake.mail;

import org.jspecify.annotations.NullMarked;

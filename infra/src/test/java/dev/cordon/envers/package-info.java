/** What Hibernate Envers does with rows, measured on the PostgreSQL that the program runs on. */
package dev.cordon.envers;

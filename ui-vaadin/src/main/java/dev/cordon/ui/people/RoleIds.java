package dev.cordon.ui.people;

/** The roles as views name them; {@link dev.cordon.domain.people.Role#id()} says the same. */
public final class RoleIds {

    public static final String ADMINISTRATOR = "administrator";
    public static final String AUDITOR = "auditor";

    private RoleIds() {}
}

package dev.cordon.infra.database;

/**
 * Where the database is and who logs in there.
 *
 * @param url the JDBC address, without credentials
 * @param owner owns the tables; logs in to migrate them and for nothing else
 * @param runtime the role the program works under
 */
record DatabaseAccess(String url, Login owner, Login runtime) {

    /** A role and its password. The password is never printed. */
    record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    DatabaseAccess at(String otherUrl) {
        return new DatabaseAccess(otherUrl, owner, runtime);
    }
}

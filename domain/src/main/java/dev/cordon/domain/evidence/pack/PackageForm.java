package dev.cordon.domain.evidence.pack;

/** Reads the two described files of a package. */
public interface PackageForm {

    PackedCustody custody(byte[] json) throws Malformed;

    PackedProofs proofs(byte[] json) throws Malformed;

    /** It is not what it should be; the message says where, and repeats nothing of it. */
    class Malformed extends Exception {
        public Malformed(String message) {
            super(message);
        }
    }

    /** It is of a form that this reader does not know; the message is the form's name. */
    class OtherVersion extends Malformed {
        public OtherVersion(String form) {
            super(form);
        }
    }
}

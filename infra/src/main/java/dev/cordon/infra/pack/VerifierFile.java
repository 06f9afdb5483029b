package dev.cordon.infra.pack;

import org.springframework.stereotype.Component;

/** The page that checks the package, for a first look. */
@Component
class VerifierFile implements Companion {

    @Override
    public String name() {
        return VerifierPage.FILE;
    }

    @Override
    public byte[] of(Basis basis) {
        return VerifierPage.bytes();
    }
}

package dev.cordon.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where layers and features lie below a base package: once the product, once the probes. */
record House(String base) {

    /** In the order of the design: a feature knows the kernel and the features before it. */
    static final List<String> FEATURES =
            List.of(
                    "kernel",
                    "people",
                    "store",
                    "detection",
                    "incident",
                    "escalation",
                    "evidence",
                    "containment",
                    "breach",
                    "notification",
                    "playbook",
                    "exercise",
                    "review",
                    "audit",
                    "plan");

    static final List<String> LAYERS =
            List.of("domain", "application", "woocommerce", "notify", "ui", "infra");

    /** The package pattern of a layer, or of something in it, with all below. */
    String in(String... path) {
        return base + "." + String.join(".", path) + "..";
    }

    String[] in(List<String> layers) {
        return layers.stream().map(this::in).toArray(String[]::new);
    }

    boolean holds(JavaClass type) {
        return type.getPackageName().startsWith(base + ".");
    }

    /** The layer a class lies in. */
    Optional<String> layerOf(JavaClass type) {
        return steps(type).filter(steps -> steps.length > 0).map(steps -> steps[0]);
    }

    /** The feature whose slice a class belongs to; wiring and plumbing belong to none. */
    Optional<String> featureOf(JavaClass type) {
        return steps(type)
                .flatMap(
                        steps ->
                                Arrays.stream(steps)
                                        .skip(1)
                                        .filter(FEATURES::contains)
                                        .findFirst());
    }

    private Optional<String[]> steps(JavaClass type) {
        return holds(type)
                ? Optional.of(type.getPackageName().substring(base.length() + 1).split("\\."))
                : Optional.empty();
    }
}

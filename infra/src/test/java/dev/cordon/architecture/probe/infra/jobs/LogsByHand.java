package dev.cordon.architecture.probe.infra.jobs;

import java.util.logging.Logger;

public class LogsByHand {
    private static final Logger LOG = Logger.getLogger("by hand");
}

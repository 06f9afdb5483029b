package dev.cordon.infra.bootstrap;

import java.net.URI;
import java.time.Duration;

/**
 * The console answered for the first time: from now on people may use it.
 *
 * @param took since the program's start
 */
public record FirstAnswered(URI address, Duration took) {}

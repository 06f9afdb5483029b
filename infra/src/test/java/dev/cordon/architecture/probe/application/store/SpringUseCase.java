package dev.cordon.architecture.probe.application.store;

import org.springframework.context.ApplicationContext;

public record SpringUseCase(ApplicationContext context) {}

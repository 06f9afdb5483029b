package dev.cordon.architecture.probe.infra.jobs;

import org.springframework.beans.factory.annotation.Autowired;

public class FieldInjected {
    @Autowired private String name;
}

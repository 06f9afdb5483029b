package dev.cordon.architecture.probe.infra.jobs;

import jakarta.persistence.EntityManager;

public record JobReadsRows(EntityManager em) {}

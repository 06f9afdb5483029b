package dev.cordon.architecture.probe.infra.jobs;

import org.springframework.transaction.annotation.Transactional;

@Transactional
public class TransactionOfItsOwn {}

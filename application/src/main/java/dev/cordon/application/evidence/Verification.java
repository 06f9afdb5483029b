package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.ledger.Standing;

/** What checking an item found: of its chain and content, and of its place in the ledger. */
public record Verification(Verdict verdict, Standing ledger) {}

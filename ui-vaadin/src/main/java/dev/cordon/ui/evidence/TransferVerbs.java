package dev.cordon.ui.evidence;

import dev.cordon.application.evidence.EndTransfer;
import dev.cordon.application.evidence.RecordReceipt;
import dev.cordon.application.evidence.TransferPackage;
import dev.cordon.application.evidence.TransferQueries;
import org.springframework.stereotype.Component;

/** What can be done with packages in the hands of somebody outside. */
@Component
record TransferVerbs(
        TransferPackage transfer,
        RecordReceipt receipt,
        EndTransfer end,
        TransferQueries queries) {}

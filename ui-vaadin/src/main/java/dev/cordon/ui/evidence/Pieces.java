package dev.cordon.ui.evidence;

import dev.cordon.application.evidence.BeginUpload;
import dev.cordon.application.evidence.CancelUpload;
import dev.cordon.application.evidence.FinishUnmasked;
import dev.cordon.application.evidence.FinishUpload;
import dev.cordon.application.evidence.ReadUploads;
import dev.cordon.application.evidence.ResumeUpload;
import dev.cordon.application.evidence.SendPiece;
import org.springframework.stereotype.Component;

/** What it takes to bring a file in piece by piece. */
@Component
record Pieces(
        BeginUpload begin,
        ResumeUpload resume,
        SendPiece send,
        ReadUploads read,
        CancelUpload cancel,
        FinishUpload finish,
        FinishUnmasked finishUnmasked) {}

package dev.cordon.ui.kernel;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.Arrays;

/** Takes files from the viewer, and says how far it is in the viewer's language. */
public class FileUpload extends Upload {

    private final Words words = Words.here();

    public FileUpload() {
        setI18n(
                new UploadI18N()
                        .setDropFiles(
                                new UploadI18N.DropFiles()
                                        .setOne(words.text("file.drop"))
                                        .setMany(words.text("file.drop.many")))
                        .setAddFiles(
                                new UploadI18N.AddFiles()
                                        .setOne(words.text("file.choose"))
                                        .setMany(words.text("file.choose.many")))
                        .setError(
                                new UploadI18N.Error()
                                        .setTooManyFiles(words.text("file.too-many"))
                                        .setFileIsTooBig(words.text("file.too-large"))
                                        .setIncorrectFileType(words.text("file.other-type")))
                        .setUploading(uploading())
                        .setUnits(
                                new UploadI18N.Units()
                                        .setSize(Arrays.asList("B", "kB", "MB", "GB", "TB"))));
    }

    private UploadI18N.Uploading uploading() {
        return new UploadI18N.Uploading()
                .setStatus(
                        new UploadI18N.Uploading.Status()
                                .setConnecting(words.text("file.connecting"))
                                .setStalled(words.text("file.stalled"))
                                .setProcessing(words.text("file.processing"))
                                .setHeld(words.text("file.held")))
                .setRemainingTime(
                        new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(words.text("file.remaining") + " ")
                                .setUnknown(words.text("file.remaining.unknown")))
                .setError(
                        new UploadI18N.Uploading.Error()
                                .setServerUnavailable(words.text("file.unreachable"))
                                .setUnexpectedServerError(words.text("file.not-taken"))
                                .setForbidden(words.text("file.forbidden"))
                                .setFileTooLarge(words.text("file.too-large")));
    }
}

package dev.cordon.ui.evidence;

import dev.cordon.application.evidence.DownloadPackage;
import dev.cordon.application.evidence.ExportPackage;
import dev.cordon.application.evidence.PackageQueries;
import org.springframework.stereotype.Component;

/** What can be done with evidence packages. */
@Component
record PackageVerbs(ExportPackage export, PackageQueries queries, DownloadPackage download) {}

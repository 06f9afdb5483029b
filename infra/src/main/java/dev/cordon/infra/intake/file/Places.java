package dev.cordon.infra.intake.file;

import java.util.List;

/**
 * What is known of all files of one log.
 *
 * @param files that are followed, and those that need not be
 * @param missed so many bytes were seen to be gone before they could be taken
 */
record Places(List<FollowedFile> files, long missed) {

    Places {
        files = List.copyOf(files);
    }
}

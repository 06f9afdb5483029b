package dev.cordon.infra.persistence.store;

import static dev.cordon.infra.persistence.Times.instant;
import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.store.FileManifests;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.FileEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFileManifests implements FileManifests {

    private static final int KEPT = 3;

    /** None takes that long; one that was begun earlier was broken off. */
    private static final Duration LONGEST = Duration.ofHours(3);

    private final JdbcClient jdbc;

    JdbcFileManifests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Kept> latest(StoreId store) {
        return jdbc.sql(
                        """
                        select * from file_manifest where store = ? and at is not null
                        order by version desc limit 1
                        """)
                .param(store.value())
                .query(
                        (row, _) ->
                                new Kept(
                                        row.getLong("version"),
                                        instant(row, "at"),
                                        row.getInt("parts"),
                                        row.getLong("files"),
                                        row.getLong("files_read")))
                .optional();
    }

    @Override
    public List<FileEntry> part(StoreId store, long version, int part) {
        return jdbc.sql(
                        """
                        select packed from file_manifest_part
                        where store = ? and version = ? and part = ?
                        """)
                .param(store.value())
                .param(version)
                .param(part)
                .query(byte[].class)
                .optional()
                .map(PackedFiles::unpack)
                .orElse(List.of());
    }

    @Override
    public long begin(StoreId store, Instant at) {
        jdbc.sql(
                        """
                        delete from file_manifest where store = ? and at is null
                            and not paged and (began is null or began < ?)
                        """)
                .param(store.value())
                .param(utc(at.minus(LONGEST)))
                .update();
        return begin(store, at, false);
    }

    @Override
    public Optional<UnderWay> underWay(StoreId store) {
        return jdbc.sql(
                        """
                        select version, began,
                            (select count(*) from file_manifest_part part
                             where part.store = manifest.store
                                and part.version = manifest.version) parts
                        from file_manifest manifest
                        where store = ? and at is null and paged
                        order by version desc limit 1
                        """)
                .param(store.value())
                .query(
                        (row, _) ->
                                new UnderWay(
                                        row.getLong("version"),
                                        instant(row, "began"),
                                        row.getInt("parts")))
                .optional();
    }

    @Override
    public UnderWay beginPaged(StoreId store, Instant at) {
        jdbc.sql("delete from file_manifest where store = ? and at is null and paged")
                .param(store.value())
                .update();
        return new UnderWay(begin(store, at, true), at, 0);
    }

    private long begin(StoreId store, Instant at, boolean paged) {
        return jdbc.sql(
                        """
                        insert into file_manifest
                            (store, version, began, paged, parts, files, files_read)
                        select :store, coalesce(max(version), 0) + 1,
                            cast(:began as timestamptz), :paged, 0, 0, 0
                        from file_manifest where store = :store
                        returning version
                        """)
                .param("store", store.value())
                .param("began", utc(at))
                .param("paged", paged)
                .query(Long.class)
                .single();
    }

    @Override
    public void add(StoreId store, long version, int part, List<FileEntry> files) {
        jdbc.sql(
                        """
                        insert into file_manifest_part (store, version, part, packed)
                        values (?, ?, ?, ?)
                        """)
                .param(store.value())
                .param(version)
                .param(part)
                .param(PackedFiles.pack(files))
                .update();
    }

    @Override
    public void end(StoreId store, Kept manifest) {
        jdbc.sql(
                        """
                        update file_manifest set at = ?, parts = ?, files = ?, files_read = ?
                        where store = ? and version = ?
                        """)
                .param(utc(manifest.at()))
                .param(manifest.parts())
                .param(manifest.files())
                .param(manifest.read())
                .param(store.value())
                .param(manifest.version())
                .update();
        jdbc.sql(
                        """
                        delete from file_manifest
                        where store = ? and version <= ? and at is not null
                        """)
                .param(store.value())
                .param(manifest.version() - KEPT)
                .update();
    }
}

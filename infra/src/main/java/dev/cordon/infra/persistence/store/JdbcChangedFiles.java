package dev.cordon.infra.persistence.store;

import static dev.cordon.infra.persistence.Times.instant;
import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.kernel.Page;
import dev.cordon.application.store.ChangedFiles;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.ChangedFile;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcChangedFiles implements ChangedFiles {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcChangedFiles(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void add(StoreId store, List<ChangedFile> files) {
        long known =
                jdbc.sql("select count(*) from changed_file where store = ?")
                        .param(store.value())
                        .query(Long.class)
                        .single();
        var some = files.subList(0, (int) Math.clamp(MOST - known, 0, files.size()));
        batches.batchUpdate(
                """
                insert into changed_file (store, digest, area, path, how, at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (store, digest) do update set how = excluded.how, at = excluded.at
                """,
                some,
                BATCH,
                (row, file) -> {
                    row.setObject(1, store.value());
                    row.setString(2, digest(file));
                    row.setString(3, file.area());
                    row.setString(4, file.path());
                    row.setString(5, file.how().name());
                    row.setObject(6, utc(file.at()));
                });
    }

    @Override
    public long count(StoreId store, String area) {
        return jdbc.sql(
                        """
                        select count(*) from changed_file
                        where store = :store and md5(area) = md5(:area) and area = :area
                        """)
                .param("store", store.value())
                .param("area", area)
                .query(Long.class)
                .single();
    }

    @Override
    public Page<ChangedFile> list(StoreId store, String area, Page.Request page) {
        var after = page.after();
        var found =
                jdbc.sql(
                                """
                                select path, how, at from changed_file
                                where store = :store and md5(area) = md5(:area) and area = :area
                                    and path collate "C" > :after
                                order by path collate "C" limit :most
                                """)
                        .param("store", store.value())
                        .param("area", area)
                        .param("after", after == null ? "" : after)
                        .param("most", page.size() + 1)
                        .query(
                                (row, _) ->
                                        new ChangedFile(
                                                row.getString("path"),
                                                ChangedFile.How.valueOf(row.getString("how")),
                                                instant(row, "at")))
                        .list();
        return found.size() <= page.size()
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, page.size()), found.get(page.size() - 1).path());
    }

    @Override
    public void keepOnly(StoreId store, Collection<String> areas) {
        jdbc.sql("delete from changed_file where store = ? and not (area = any (?))")
                .param(store.value())
                .param(areas.toArray(String[]::new))
                .update();
    }

    private static String digest(ChangedFile file) {
        return Sha256.of(file.path().getBytes(StandardCharsets.UTF_8)).hex();
    }
}

package dev.cordon.application.breach;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asks the store who is affected and writes down what it said. Called by the job; carrying out what
 * was carried out does nothing.
 */
@StreamingUseCase
public class CarryOutDetermination {

    private final Determinations determinations;
    private final Stores stores;
    private final StoreRecords records;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    CarryOutDetermination(
            Determinations determinations,
            Stores stores,
            StoreRecords records,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.determinations = determinations;
        this.stores = stores;
        this.records = records;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    private record Question(Determination determination, Store store) {}

    /**
     * @return how long the store wants to be left alone before it can be carried out, if it does
     */
    @Requires(Permission.BREACH_ASSESS)
    public Optional<Duration> carryOut(DeterminationId id) {
        var question = work.commit(() -> question(id));
        if (!question.determination().isWaiting()) {
            return Optional.empty();
        }
        var found = records.ask(question.store(), question.determination().exposure());
        if (found instanceof StoreRecords.Found.Later(var pause)) {
            return Optional.of(pause);
        }
        work.run(() -> write(id, found));
        return Optional.empty();
    }

    private Question question(DeterminationId id) {
        var determination = determinations.get(id, caller.scope());
        return new Question(determination, stores.get(determination.store(), caller.scope()));
    }

    private void write(DeterminationId id, StoreRecords.Found found) {
        var determination = determinations.get(id, caller.scope());
        if (!determination.isWaiting()) {
            return;
        }
        switch (found) {
            case StoreRecords.Found.People(var result, var people) -> {
                determinations.save(
                        determination.determined(result, caller.actor(), clock.instant()));
                determinations.append(id, people);
            }
            case StoreRecords.Found.Nothing(var sentence) ->
                    determinations.save(
                            determination.failed(sentence, caller.actor(), clock.instant()));
            case StoreRecords.Found.Later _ -> {
                // It goes on waiting.
            }
        }
    }
}

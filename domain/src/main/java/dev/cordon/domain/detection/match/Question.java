package dev.cordon.domain.detection.match;

/** A condition as a question about tests, some of which may not be answered yet. */
interface Question {

    /** What a question can be answered with. */
    enum Answer {
        YES,
        NO,
        UNKNOWN;

        static Answer of(boolean yes) {
            return yes ? YES : NO;
        }
    }

    /**
     * @param satisfied a bit for each test that holds
     * @param unknown a bit for each test whose answer is not known
     */
    Answer ask(long[] satisfied, long[] unknown);

    /** Whether a test holds. */
    record Single(int number) implements Question {
        @Override
        public Answer ask(long[] satisfied, long[] unknown) {
            if ((unknown[number >> 6] >>> number & 1) != 0) {
                return Answer.UNKNOWN;
            }
            return Answer.of((satisfied[number >> 6] >>> number & 1) != 0);
        }
    }

    /** Whether all are answered with yes. */
    record All(Question[] parts) implements Question {
        @Override
        public Answer ask(long[] satisfied, long[] unknown) {
            var answer = Answer.YES;
            for (var part : parts) {
                var one = part.ask(satisfied, unknown);
                if (one == Answer.NO) {
                    return Answer.NO;
                }
                answer = one == Answer.UNKNOWN ? one : answer;
            }
            return answer;
        }
    }

    /** Whether any is answered with yes. */
    record Any(Question[] parts) implements Question {
        @Override
        public Answer ask(long[] satisfied, long[] unknown) {
            var answer = Answer.NO;
            for (var part : parts) {
                var one = part.ask(satisfied, unknown);
                if (one == Answer.YES) {
                    return Answer.YES;
                }
                answer = one == Answer.UNKNOWN ? one : answer;
            }
            return answer;
        }
    }

    /** The opposite. */
    record Opposite(Question part) implements Question {
        @Override
        public Answer ask(long[] satisfied, long[] unknown) {
            return switch (part.ask(satisfied, unknown)) {
                case YES -> Answer.NO;
                case NO -> Answer.YES;
                case UNKNOWN -> Answer.UNKNOWN;
            };
        }
    }
}

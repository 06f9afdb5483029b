package dev.cordon.domain.detection.shape;

import dev.cordon.domain.detection.rule.AttackShape;

/** Those who look at a decoded text, each for his own shape. Not safe for two threads. */
final class Judges {

    private final Text text = new Text();
    private final SqlJudge sql = new SqlJudge();
    private final Paths paths = new Paths();
    private final Commands commands = new Commands();
    private byte[] part = new byte[256];

    /**
     * The shapes of a decoded text.
     *
     * @param value whether it is a parameter's value
     */
    int of(byte[] bytes, int length, boolean value) {
        int clues = Clues.in(bytes, 0, length);
        if (!Clues.tell(clues, bytes, 0, length)) {
            return 0;
        }
        text.of(bytes, length);
        int query = Addresses.query(text);
        int shapes = query > 0 ? sqlOfParts(bytes, query, length) : sql(bytes, length, clues);
        if (has(clues, Clues.MARKUP) && (Markup.isAttack(text) || Scripts.isAttack(text))) {
            shapes |= bit(AttackShape.CROSS_SITE_SCRIPTING);
        }
        if (has(clues, Clues.PATH) && paths.isAttack(text, value)) {
            shapes |= bit(AttackShape.PATH_TRAVERSAL);
        }
        if (has(clues, Clues.COMMAND) && commands.isAttack(text)) {
            shapes |= bit(AttackShape.COMMAND_INJECTION);
        }
        if (has(clues, Clues.CODE | Clues.QUOTES) && Code.isAttack(text)) {
            shapes |= bit(AttackShape.CODE_INJECTION);
        }
        return shapes;
    }

    private int sqlOfParts(byte[] bytes, int query, int length) {
        int shapes = 0;
        int start = query;
        while (start < length) {
            int to = Addresses.end(text, start);
            int from = Addresses.value(text, start, to);
            int clues = Clues.in(bytes, from, to);
            if (Clues.tell(clues, bytes, from, to)) {
                part = part.length < to - from ? new byte[length] : part;
                System.arraycopy(bytes, from, part, 0, to - from);
                shapes |= sql(part, to - from, clues);
            }
            start = to + 1;
        }
        return shapes;
    }

    private int sql(byte[] bytes, int length, int clues) {
        if (!has(clues, Clues.SQL | Clues.BLANK | Clues.QUOTES)) {
            return 0;
        }
        return switch (sql.judge(bytes, length)) {
            case INJECTION -> bit(AttackShape.SQL_INJECTION);
            case PROBE -> bit(AttackShape.SQL_PROBE);
            case NOTHING -> 0;
        };
    }

    private static boolean has(int clues, int wanted) {
        return (clues & wanted) != 0;
    }

    private static int bit(AttackShape shape) {
        return 1 << shape.ordinal();
    }
}

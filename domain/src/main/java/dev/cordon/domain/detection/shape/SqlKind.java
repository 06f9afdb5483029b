package dev.cordon.domain.detection.shape;

/** What a token of SQL is. */
enum SqlKind {
    NUMBER,
    STRING,
    /** A string that never ends: the rest of the query would follow. */
    OPEN_STRING,
    /** {@code null}, {@code true}, {@code false}, {@code \N}. */
    CONSTANT,
    /** {@code @x}, {@code @@version}. */
    VARIABLE,
    /** A word that means nothing to SQL, or a quoted name. */
    WORD,
    /** A word of SQL, the name of one of its functions included. */
    KEYWORD,
    /** {@code or}, {@code and}, {@code xor}, {@code &&}. */
    LOGIC,
    /** {@code =}, {@code <}, {@code like}, {@code regexp}, {@code between}, {@code in}. */
    COMPARISON,
    /** {@code +}, {@code -}, {@code *}, {@code /}, {@code div}, {@code !}, {@code ~}. */
    ARITHMETIC,
    /** Two bars: some databases join strings with them, others take them for {@code or}. */
    BARS,
    COMMA,
    DOT,
    OPEN,
    CLOSE,
    SEMICOLON,
    /** A comment that hides the rest of the query. */
    COMMENT,
    OTHER,
    /** Before the first and behind the last token. */
    NOTHING
}

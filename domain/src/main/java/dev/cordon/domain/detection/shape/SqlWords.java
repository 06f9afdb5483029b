package dev.cordon.domain.detection.shape;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The words of SQL, of MySQL first of all, and what a token of each is. */
final class SqlWords {

    private static final String[] KEYWORDS =
            split(
                    "select union all distinct distinctrow from where order by group having limit"
                            + " offset into outfile dumpfile insert update delete drop create alter"
                            + " truncate table procedure set values exec execute declare waitfor"
                            + " delay case when then else end as on join exists shutdown begin call"
                            + " load grant rename handler top using dual collate rollup with"
                            + " immediate prepare copy except intersect minus fetch open");

    private static final String[] TELLING =
            split(
                    "sleep benchmark pg_sleep extractvalue updatexml load_file randomblob"
                            + " gtid_subset gtid_subtract json_keys group_concat concat_ws make_set"
                            + " xmltype unhex st_latfromgeohash st_longfromgeohash st_pointfromgeohash"
                            + " regexp_substring generate_series geometrycollection multipoint"
                            + " multipolygon multilinestring linestring aes_decrypt aes_encrypt"
                            + " xp_cmdshell xp_dirtree sys_eval sys_exec load_extension zeroblob"
                            + " string_agg listagg array_agg quote_ident current_setting pg_read_file"
                            + " lo_import dblink utl_http utl_inaddr dbms_pipe dbms_lock ctxsys"
                            + " dbms_ldap httpuritype dbms_utility analyse openrowset sp_executesql"
                            + " name_const query_to_xml database_to_xml table_to_xml wm_concat"
                            + " bin_to_uuid uuid_to_bin is_srvrolemember");

    private static final String[] FUNCTIONS =
            split(
                    "concat substring substr mid left right ascii ord hex char chr bin conv lower"
                            + " upper lcase ucase length len char_length version database schema"
                            + " user current_user session_user system_user db_name user_name"
                            + " host_name suser_name cast convert count max min sum avg floor"
                            + " ceiling round exp pow power rand if iif ifnull isnull nullif"
                            + " coalesce elt field greatest least strcmp locate instr position"
                            + " replace reverse repeat rpad lpad trim ltrim rtrim space md5 sha1"
                            + " sha sha2 password encode decode row sysdate now curdate"
                            + " current_timestamp sqlite_version typeof unicode quote hex printf"
                            + " to_char to_number nvl rownum json_extract polygon st_geomfromtext"
                            + " connection_id last_insert_id found_rows row_count bit_count oct"
                            + " current_database inet_server_addr object_id col_name stuff patindex"
                            + " charindex like glob atan sin cos tan log pi abs sign mod crc32 uuid"
                            + " bit_and bit_or std any_value export_set format soundex");

    private static final Map<String, SqlKind> KINDS = kinds();

    private static final Words ALL = new Words(KINDS.keySet().toArray(String[]::new));
    private static final Words TELLTALES = new Words(TELLING);
    private static final Words CALLS =
            new Words(
                    Stream.concat(Stream.of(TELLING), Stream.of(FUNCTIONS)).toArray(String[]::new));
    private static final Words PREFIXES = Words.of("n x b e q r _utf8 _utf8mb4 _latin1 _binary");

    /** What a filter that takes words out leaves of {@code ununionion}, {@code selselectect}. */
    private static final String[] NESTED = {"select", "union", "from", "and", "or"};

    private SqlWords() {}

    private static Map<String, SqlKind> kinds() {
        var kinds = new HashMap<String, SqlKind>();
        put(kinds, SqlKind.WORD, FUNCTIONS);
        put(kinds, SqlKind.WORD, TELLING);
        put(kinds, SqlKind.WORD, "any", "some", "separator", "asc", "desc", "master", "set");
        put(kinds, SqlKind.WORD, "database", "index", "user", "view", "function", "login", "role");
        put(kinds, SqlKind.KEYWORD, KEYWORDS);
        put(kinds, SqlKind.LOGIC, "or", "and", "xor");
        put(kinds, SqlKind.ARITHMETIC, "div", "not", "binary");
        put(kinds, SqlKind.COMPARISON, "like", "rlike", "regexp", "between", "in", "is", "sounds");
        put(kinds, SqlKind.COMPARISON, "glob", "ilike", "similar");
        put(kinds, SqlKind.CONSTANT, "null", "true", "false");
        return kinds;
    }

    private static void put(Map<String, SqlKind> kinds, SqlKind kind, String... words) {
        for (var word : words) {
            kinds.put(word, kind);
        }
    }

    /** The word of SQL that is spelled there, or {@link Words#NONE}. */
    static String find(byte[] text, int from, int to) {
        var word = ALL.find(text, from, to);
        return word.isEmpty() ? unnested(text, from, to) : word;
    }

    private static String unnested(byte[] text, int from, int to) {
        for (var word : NESTED) {
            int length = word.length();
            if (to - from == 2 * length && isNested(word, text, from)) {
                return word;
            }
        }
        return Words.NONE;
    }

    private static boolean isNested(String word, byte[] text, int from) {
        int length = word.length();
        int before = 1;
        while (before < length && letter(text, from + before - 1) == word.charAt(before - 1)) {
            if (isThere(word, 0, text, from + before)
                    && isThere(word, before, text, from + before + length)) {
                return true;
            }
            before++;
        }
        return false;
    }

    private static boolean isThere(String word, int start, byte[] text, int from) {
        for (int i = start; i < word.length(); i++) {
            if (letter(text, from + i - start) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static char letter(byte[] text, int at) {
        return (char) Words.small(text[at]);
    }

    static SqlKind kind(String word) {
        return word.isEmpty() ? SqlKind.WORD : KINDS.getOrDefault(word, SqlKind.WORD);
    }

    static SqlKind kind(byte[] text, int from, int to) {
        return kind(find(text, from, to));
    }

    /** Whether it says how the string is written that follows: {@code N'text'}. */
    static boolean isPrefix(byte[] text, int from, int to) {
        return PREFIXES.has(text, from, to);
    }

    /** Whether the token names a function that hardly anybody but an attacker calls. */
    static boolean isTelling(SqlTokens tokens, int index) {
        return tokens.isOneOf(index, TELLTALES);
    }

    static boolean isFunction(SqlTokens tokens, int index) {
        return tokens.isOneOf(index, CALLS);
    }

    private static String[] split(String words) {
        return words.split(" ");
    }
}

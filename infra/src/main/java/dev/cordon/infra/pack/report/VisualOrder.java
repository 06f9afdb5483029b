package dev.cordon.infra.pack.report;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lays out words that are written from right to left, by the algorithm of the JDK (UAX #9). Arabic
 * letters are not joined.
 */
final class VisualOrder implements BidiSplitter {

    private static final String MIRRORED = "()[]{}<>«»‹›";

    private List<BidiTextRun> runs = List.of();

    /** Whatever stands within words from right to left, such as numbers, belongs to them. */
    @Override
    public void setParagraph(String paragraph, byte defaultDirection) {
        var bidi = new Bidi(paragraph, Bidi.DIRECTION_LEFT_TO_RIGHT);
        var found = new ArrayList<BidiTextRun>();
        int begin = 0;
        for (int i = 0; i < bidi.getRunCount(); i++) {
            boolean turned = bidi.getRunLevel(i) > 0;
            boolean isLast = i + 1 == bidi.getRunCount();
            if (isLast || turned != bidi.getRunLevel(i + 1) > 0) {
                int end = bidi.getRunLimit(i);
                if (end > begin) {
                    found.add(new BidiTextRun(begin, end - begin, turned ? RTL : LTR));
                }
                begin = end;
            }
        }
        runs = List.copyOf(found);
    }

    @Override
    public int countTextRuns() {
        return runs.size();
    }

    @Override
    public BidiTextRun getVisualRun(int index) {
        return runs.get(index);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
        var bidi = new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        return bidi.baseIsLeftToRight() ? LTR : RTL;
    }

    /** Turns words around; marks stay with their letters, numbers as they are. */
    static final class Turned implements BidiReorderer {

        @Override
        public String reorderRTLTextToLTR(String text) {
            var bidi = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
            int count = bidi.getRunCount();
            var levels = new byte[count];
            var parts = new String[count];
            for (int i = 0; i < count; i++) {
                levels[i] = (byte) bidi.getRunLevel(i);
                var part = text.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
                parts[i] = levels[i] % 2 == 0 ? part : turned(part);
            }
            if (count > 0) {
                Bidi.reorderVisually(levels, 0, parts, 0, count);
            }
            return String.join("", parts);
        }

        private static String turned(String text) {
            var letters = new ArrayList<String>();
            var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
            breaks.setText(text);
            int begin = breaks.first();
            for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
                letters.add(mirrored(text.substring(begin, end)));
                begin = end;
            }
            return String.join("", letters.reversed());
        }

        private static String mirrored(String letter) {
            int at = letter.length() == 1 ? MIRRORED.indexOf(letter) : -1;
            return at < 0 ? letter : String.valueOf(MIRRORED.charAt(at ^ 1));
        }

        @Override
        public String shapeText(String text) {
            return text;
        }

        @Override
        public String deshapeText(String text) {
            return text;
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}

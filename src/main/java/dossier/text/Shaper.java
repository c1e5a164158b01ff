package dossier.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns the elements of XHTML, as Tika and HTML parsers tell them, into blocks.
final class Shaper {

  private static final Set<String> HIDDEN =
      Set.of("head", "script", "style", "title", "noscript", "template", "svg", "select", "button");
  private static final Set<String> FURNITURE = Set.of("nav", "aside", "footer", "form");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "main",
          "header",
          "blockquote",
          "pre",
          "figure",
          "figcaption",
          "dl",
          "dt",
          "dd",
          "address",
          "body",
          "thead",
          "tbody",
          "tfoot",
          "caption",
          "hr",
          "details",
          "summary",
          "fieldset");
  private static final Set<String> LISTS = Set.of("table", "ul", "ol", "menu");
  private static final Set<String> PAGES = Set.of("page", "slide-content", "slide", "sheet");
  private static final Set<String> HIDDEN_CLASSES =
      Set.of("annotation", "slide-master-content", "embedded");

  /// Class names by which the programs that make web pages call what is not the text.
  private static final Pattern FURNITURE_CLASS =
      Pattern.compile(
          "(^|[\\s_-])(nav|navbar|menu|sidebar|breadcrumbs?|footer|related|sharing|share|social"
              + "|cookies?|comments?|newsletter|subscribe|pagination|jp-relatedposts|skip-link)"
              + "($|[\\s_-])");

  /// Parts the paragraphs inside one table cell.
  private static final char PARAGRAPH = '\u2029';

  /// What the reader of a page says of an element beyond its name.
  enum Part {
    AS_AROUND,
    TEXT,
    FURNITURE,
    HIDDEN
  }

  private record State(
      boolean hidden, boolean furniture, boolean row, Passage.Kind kind, int level, boolean block) {

    State block(Passage.Kind newKind, int newLevel, boolean inRow) {
      return new State(hidden, furniture, inRow, newKind, newLevel, true);
    }

    State inline() {
      return block ? new State(hidden, furniture, row, kind, level, false) : this;
    }
  }

  private static final State START =
      new State(false, false, false, Passage.Kind.PARAGRAPH, 0, true);

  private final List<Block> blocks = new ArrayList<>();
  private final Deque<State> states = new ArrayDeque<>();
  private final StringBuilder words = new StringBuilder();
  private final Allowance allowance;
  private State state = START;
  private int pages;
  private int pageDepth;
  private int given;
  private int embedded;
  private int recognised;
  private boolean damaged;
  private final List<String> missing = new ArrayList<>();

  Shaper(Allowance allowance) {
    this.allowance = allowance;
  }

  /// An element begins.
  ///
  /// @param tag lower-case name
  /// @param classes value of its class attribute, may be empty
  void start(String tag, String classes) {
    start(tag, classes, Part.AS_AROUND);
  }

  void start(String tag, String classes, Part part) {
    states.push(state);
    if (embedded == 0 && pageDepth == 0 && tag.equals("div") && PAGES.contains(classes)) {
      flush();
      pages++;
      pageDepth = states.size();
    }
    State next = next(tag, classes, part);
    if (next.block) {
      if (state.row && next.row) {
        parted();
      } else {
        flush();
      }
    } else if (tag.equals("br")) {
      words.append(Tidy.BREAK);
    }
    state = next;
  }

  private State next(String tag, String classes, Part part) {
    boolean hidden = state.hidden || part == Part.HIDDEN;
    if (hidden || HIDDEN.contains(tag) || HIDDEN_CLASSES.contains(classes)) {
      return new State(true, state.furniture, state.row, state.kind, state.level, isBlock(tag));
    }
    boolean furniture =
        part != Part.TEXT
            && (state.furniture
                || part == Part.FURNITURE
                || FURNITURE.contains(tag)
                || isFurnitureClass(tag, classes));
    State base = new State(false, furniture, state.row, state.kind, state.level, true);
    if (tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6') {
      return base.block(Passage.Kind.HEADING, tag.charAt(1) - '0', false);
    }
    if (tag.equals("li")) {
      return base.block(Passage.Kind.ITEM, 0, false);
    }
    if (tag.equals("tr")) {
      flush();
      return base.block(Passage.Kind.ROW, 0, true);
    }
    if (LISTS.contains(tag)) {
      return base.block(Passage.Kind.PARAGRAPH, 0, false);
    }
    return isBlock(tag) || furniture != state.furniture ? base : base.inline();
  }

  private static boolean isBlock(String tag) {
    return BLOCKS.contains(tag) || LISTS.contains(tag) || FURNITURE.contains(tag);
  }

  /// Word files call the paragraphs of headers and footers so in Tika's output.
  private static boolean isFurnitureClass(String tag, String classes) {
    if (classes.isEmpty() || tag.equals("body") || tag.equals("html")) {
      return false;
    }
    boolean ofPages = tag.equals("p") && classes.equals("header");
    return ofPages || FURNITURE_CLASS.matcher(classes.toLowerCase(Locale.ROOT)).find();
  }

  /// The element that began last ends.
  void end(String tag) {
    if (tag.equals("td") || tag.equals("th")) {
      words.append('\t');
    }
    pageDepth = states.size() == pageDepth ? 0 : pageDepth;
    State before = states.isEmpty() ? START : states.pop();
    if (state.block) {
      if (state.row && before.row) {
        parted();
      } else {
        flush();
      }
    }
    state = before;
  }

  private void parted() {
    if (!words.isEmpty() && words.charAt(words.length() - 1) > ' ') {
      words.append(PARAGRAPH);
    }
  }

  /// Words of the element that is open.
  ///
  /// @return false when the document has used up what it may say
  boolean text(CharSequence text) {
    if (state.hidden) {
      return allowance.passed(text.length());
    }
    int taken = allowance.take(text.length());
    int from = words.length();
    words.append(text, 0, taken);
    for (int i = from; state.row && i < words.length(); i++) {
      if (words.charAt(i) == '\t') {
        words.setCharAt(i, ' '); // tabs part cells here
      }
    }
    return taken == text.length();
  }

  /// A part of the document begins that is read like a document: it has no pages of its own.
  void startEmbedded() {
    flush();
    embedded++;
  }

  void endEmbedded() {
    flush();
    embedded--;
  }

  /// The pages of a PDF, read as a whole.
  void pages(PdfText text) {
    flush();
    damaged |= !text.whole();
    blocks.addAll(text.blocks());
    given = text.pages();
    recognised = text.recognised();
    missing.addAll(text.missing());
  }

  /// What could not be read of the pages, one sentence each.
  List<String> missing() {
    return missing;
  }

  /// How many pages were read by text recognition.
  int recognised() {
    return recognised;
  }

  /// Whether parts of pages could not be read.
  boolean isDamaged() {
    return damaged;
  }

  /// The blocks so far.
  List<Block> blocks() {
    flush();
    return blocks;
  }

  /// How many pages were told; 0 when the format has none.
  int pages() {
    return Math.max(pages, given);
  }

  private void flush() {
    if (words.isEmpty()) {
      return;
    }
    String text = words.toString();
    words.setLength(0);
    if (state.kind == Passage.Kind.ROW) {
      row(text);
    } else {
      add(state.kind, state.level, text.replace('\t', ' '));
    }
  }

  /// A row with one cell is a row only in name: pages used to be laid out with tables.
  private void row(String text) {
    List<String> cells = new ArrayList<>(List.of(text.split("\t", -1)));
    cells.replaceAll(String::strip);
    while (!cells.isEmpty() && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    if (cells.stream().filter(cell -> !cell.isEmpty()).count() > 1) {
      String joined = String.join("\t", cells).replace(PARAGRAPH, ' ').replace('\n', ' ');
      add(Passage.Kind.ROW, 0, joined);
    } else {
      for (String paragraph : String.join("", cells).split(String.valueOf(PARAGRAPH), -1)) {
        add(Passage.Kind.PARAGRAPH, 0, paragraph);
      }
    }
  }

  private void add(Passage.Kind kind, int level, String text) {
    if (!text.isBlank()) {
      Passage.Kind shown = state.furniture ? Passage.Kind.FURNITURE : kind;
      int shownLevel = shown == Passage.Kind.HEADING ? level : 0;
      blocks.add(new Block(shown, shownLevel, Math.max(pages, 1), text));
    }
  }
}

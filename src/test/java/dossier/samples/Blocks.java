package dossier.samples;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Turns Markdown into blocks. What the sources do not use (links, images, code) is refused. */
final class Blocks extends AbstractVisitor {

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private final List<Block> blocks = new ArrayList<>();
  private List<Run> runs = new ArrayList<>();
  private boolean bold;
  private boolean italic;
  private String mark = "";

  private Blocks() {}

  static List<Block> of(String markdown) {
    Blocks visitor = new Blocks();
    PARSER.parse(markdown).accept(visitor);
    return List.copyOf(visitor.blocks);
  }

  @Override
  public void visit(Heading heading) {
    blocks.add(new Block.Heading(heading.getLevel(), inline(heading)));
  }

  @Override
  public void visit(Paragraph paragraph) {
    List<Run> words = inline(paragraph);
    blocks.add(mark.isEmpty() ? new Block.Paragraph(words) : new Block.Item(mark, words));
    mark = "";
  }

  @Override
  public void visit(BulletList list) {
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      mark = "•";
      visit((ListItem) item);
    }
  }

  @Override
  public void visit(OrderedList list) {
    int number = list.getMarkerStartNumber();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      mark = number++ + list.getMarkerDelimiter();
      visit((ListItem) item);
    }
  }

  @Override
  public void visit(CustomBlock block) {
    if (!(block instanceof TableBlock)) {
      throw new IllegalArgumentException("the writers do not know " + block);
    }
    List<List<String>> rows = new ArrayList<>();
    block.accept(
        new AbstractVisitor() {
          @Override
          public void visit(org.commonmark.node.CustomNode node) {
            if (node instanceof TableRow) {
              rows.add(new ArrayList<>());
            } else if (node instanceof TableCell) {
              rows.getLast().add(Block.plain(inline(node)));
            }
            visitChildren(node);
          }
        });
    blocks.add(new Block.Table(rows));
  }

  @Override
  public void visit(Text text) {
    runs.add(new Run(text.getLiteral(), bold, italic));
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    runs.add(new Run(" ", bold, italic));
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    runs.add(new Run(" ", bold, italic));
  }

  @Override
  public void visit(StrongEmphasis strong) {
    bold = true;
    visitChildren(strong);
    bold = false;
  }

  @Override
  public void visit(Emphasis emphasis) {
    italic = true;
    visitChildren(emphasis);
    italic = false;
  }

  @Override
  protected void visitChildren(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node.getClass().getSimpleName()) {
        case "Link", "Image", "Code", "HtmlBlock", "HtmlInline", "FencedCodeBlock", "BlockQuote" ->
            throw new IllegalArgumentException("the writers do not know " + node);
        default -> node.accept(this);
      }
    }
  }

  private List<Run> inline(Node parent) {
    runs = new ArrayList<>();
    visitChildren(parent);
    return List.copyOf(runs);
  }
}

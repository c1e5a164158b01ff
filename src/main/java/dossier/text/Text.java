package dossier.text;

import java.util.List;

/// What a document says.
///
/// @param mediaType detected media type without parameters, such as `application/pdf`
/// @param paged whether the format has pages (PDF; slides and sheets count)
/// @param pages number of pages, at least 1
/// @param passages in reading order; empty when the document holds no words
/// @param properties what the file says about itself
/// @param language BCP 47 tag found from the words, `und` when undetermined
/// @param recognised how many pages were images and have been read by text recognition
public record Text(
    String mediaType,
    boolean paged,
    int pages,
    List<Passage> passages,
    Properties properties,
    String language,
    int recognised) {

  public Text {
    passages = List.copyOf(passages);
    if (pages < 1) {
      throw new IllegalArgumentException("pages: " + pages);
    }
  }
}

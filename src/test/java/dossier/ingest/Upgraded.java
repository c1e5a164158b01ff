package dossier.ingest;

import dossier.archive.Document;
import dossier.archive.Original;
import dossier.text.Extraction;
import dossier.text.Extractor;
import dossier.text.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Workers of the next version, which reads one media type in another way; notes what it reads. */
final class Upgraded implements Extractor {

  private final Workers workers;
  private final String mediaType;
  private final List<String> read = Collections.synchronizedList(new ArrayList<>());

  Upgraded(Workers workers, String mediaType) {
    this.workers = workers;
    this.mediaType = mediaType;
  }

  /** The documents that were parsed, sorted. */
  List<String> read() {
    return read.stream().sorted().toList();
  }

  @Override
  public String edition(String type) {
    return type.equals(mediaType) ? "newer" : workers.edition(type);
  }

  @Override
  public void read(Original original, Visitor visitor) throws InterruptedException {
    workers.read(
        original,
        new Visitor() {
          @Override
          public boolean wanted(Document document) {
            boolean wanted = visitor.wanted(document);
            if (wanted) {
              read.add(document.location().path());
            }
            return wanted;
          }

          @Override
          public void found(Extraction extraction) {
            visitor.found(extraction);
          }
        });
  }

  /** Leaves the workers to whoever started them. */
  @Override
  public void close() {}
}

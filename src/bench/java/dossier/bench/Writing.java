package dossier.bench;

import dossier.index.LuceneEngine;
import dossier.report.Report;
import dossier.search.Engine.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Reports in memory to a committed index, by one thread, in turns: through the engine, and with
/// the fields a page needs by bare Lucene.
final class Writing {

  private static final int BATCH = 200;

  private final Synthetic archive;
  private final List<Report> reports = new ArrayList<>();
  private final int rounds;

  Writing(Synthetic archive, int count, int rounds) {
    this.archive = archive;
    this.rounds = rounds;
    for (int number = 0; number < count; number++) {
      reports.add(archive.report(number));
    }
  }

  void measure(Path work) throws Exception {
    double[] seconds = new double[2];
    double[] processor = new double[2];
    for (int round = -1; round < rounds; round++) {
      for (int side = 0; side < 2; side++) {
        Path folder = work.resolve("written-" + round + "-" + side);
        double before = Machine.processor();
        long began = System.nanoTime();
        if (side == 0) {
          ours(folder);
        } else {
          bare(folder);
        }
        if (round >= 0) {
          seconds[side] += (System.nanoTime() - began) / 1e9;
          processor[side] += Machine.processor() - before;
        }
        Folders.delete(folder);
      }
    }
    double written = (double) reports.size() * rounds;
    System.out.printf(
        "writing alone: Dossier %,.0f reports/s (%,.0f a second of processor), bare Lucene %,.0f (%,.0f): ratio %.2f (%.2f)%n",
        written / seconds[0],
        written / processor[0],
        written / seconds[1],
        written / processor[1],
        seconds[1] / seconds[0],
        processor[1] / processor[0]);
  }

  private void ours(Path folder) throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, archive.vocabularies())) {
      for (int from = 0; from < reports.size(); from += BATCH) {
        List<Change> changes = new ArrayList<>();
        for (Report report : reports.subList(from, Math.min(reports.size(), from + BATCH))) {
          changes.add(new Change.Put(report));
        }
        engine.write(changes);
      }
      engine.commit();
    }
  }

  private void bare(Path folder) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(Bare.ANALYZER).setRAMBufferSizeMB(64);
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (Report report : reports) {
        writer.addDocument(Bare.document(report, archive.vocabularies()));
      }
      writer.commit();
    }
  }
}

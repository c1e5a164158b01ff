package dossier.search;

import dossier.report.Vocabularies;
import dossier.search.Engine.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the contracts get their engine from. */
public interface EngineUnderTest {

  /** Opens an engine on a folder, which it may have been opened on before. */
  Engine open(Path folder, Vocabularies vocabularies) throws IOException;

  default Engine open(Path folder) throws IOException {
    return open(folder, Sample.VOCABULARIES);
  }

  /** An engine that holds these reports. */
  default Engine holding(Path folder, Sample... reports) throws IOException {
    Engine engine = open(folder);
    List<Change> changes = new ArrayList<>();
    for (Sample report : reports) {
      changes.add(new Change.Put(report.build()));
    }
    engine.write(changes);
    engine.commit();
    return engine;
  }
}

package dossier.archive;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.jspecify.annotations.Nullable;

/// The one file in a packed file such as `report.txt.gz`.
final class SingleCursor implements Cursor {

  private final InputStream in;
  private final String name;
  private boolean given;

  SingleCursor(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  @Override
  public @Nullable Entry next() {
    Entry entry = given ? null : new Entry(name, true, false, -1);
    given = true;
    return entry;
  }

  @Override
  public InputStream open(@Nullable String password) {
    return CloseShieldInputStream.wrap(in);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

package dossier.index;

import java.io.IOException;
import java.nio.file.Path;

/// Another process, or another engine of this one, writes to the store.
public final class StoreInUseException extends IOException {

  private static final long serialVersionUID = 1L;

  StoreInUseException(Path store, IOException cause) {
    super(
        "The store "
            + store
            + " is in use by another Dossier: stop that one (a running portal keeps the store up to"
            + " date by itself), or name another folder with --store.",
        cause);
  }
}

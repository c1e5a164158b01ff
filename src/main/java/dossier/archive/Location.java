package dossier.archive;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an original lies: a path below the corpus folder, and for a document inside an archive
/// file the path of its entry behind `!/`, as often as archives are nested.
///
/// Examples: `2024/brief.pdf`, `monitor.zip!/vol-9/11.pdf`, `all.7z!/2020.zip!/a.txt`. Names inside
/// archives are data: they are shown and compared, never used as places on disk.
///
/// @param path the whole, with `/` between names on every system; never empty
public record Location(String path) implements Comparable<Location> {

  private static final String ENTRY = "!/";

  public Location {
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a location needs a path");
    }
  }

  /// The file on disk, as a path below the corpus folder: all before the first `!/`.
  public String file() {
    int entry = path.indexOf(ENTRY);
    return entry < 0 ? path : path.substring(0, entry);
  }

  /// The names of the entries from the outermost archive inwards; empty for a file on disk.
  public List<String> entries() {
    List<String> parts = Arrays.asList(path.split(ENTRY, -1));
    return List.copyOf(parts.subList(1, parts.size()));
  }

  /// Whether this is inside an archive file.
  public boolean isEntry() {
    return path.contains(ENTRY);
  }

  /// The archive file or document this is directly inside of; null for a file on disk.
  public @Nullable Location around() {
    int entry = path.lastIndexOf(ENTRY);
    return entry < 0 ? null : new Location(path.substring(0, entry));
  }

  /// The last name, without folders: `11.pdf`.
  public String name() {
    String tail = path.substring(path.lastIndexOf(ENTRY) + 1);
    return tail.substring(tail.lastIndexOf('/') + 1);
  }

  /// The location of an entry of this archive file.
  public Location entry(String name) {
    return new Location(path + ENTRY + name);
  }

  @Override
  public int compareTo(Location other) {
    return path.compareTo(other.path);
  }

  @Override
  public String toString() {
    return path;
  }
}

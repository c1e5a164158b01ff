package dossier.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder with the originals.
///
/// Every regular file below it counts, archive files included; what is inside those is seen only
/// when they are read. Symbolic links are not followed: no path leaves the folder.
public final class Archive {

  private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

  private final Path root;
  private final Path temp;

  /// The archive in this folder, which need not exist yet, with the system's temporary folder.
  public Archive(Path root) {
    this(root, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /// The archive in this folder, which need not exist yet.
  ///
  /// @param temp where entries of archive files are unpacked for [#open]; made when needed.
  ///   Whatever a process that was killed left there may be deleted
  public Archive(Path root, Path temp) {
    this.root = root.toAbsolutePath().normalize();
    this.temp = temp.toAbsolutePath().normalize();
  }

  /// The folder.
  public Path root() {
    return root;
  }

  /// Compares every file with what was known of it. A file is unchanged when size, time and
  /// sidecars are the same; where only the time differs its SHA-256 decides.
  ///
  /// @param known what was known, by location of files on disk
  /// @param settled files modified after this time, in milliseconds since 1970, are still being
  ///   written and left for the next time: they give no change. `Long.MAX_VALUE` takes all
  /// @return one change for each file there was or is, ascending by location, unsettled ones
  ///   excepted
  /// @throws IOException when the folder cannot be listed
  public List<Change> changes(Map<Location, Stamp> known, long settled) throws IOException {
    Listing listing = list();
    List<Change> changes = new ArrayList<>();
    Set<Location> present = new HashSet<>();
    for (Found file : listing.files) {
      Location location = new Location(file.name);
      present.add(location);
      if (file.modifiedMillis <= settled) {
        changes.add(change(file, location, listing.yaml, known.get(location)));
      }
    }
    for (Location location : known.keySet()) {
      if (!present.contains(location) && !listing.hides(location.path())) {
        changes.add(new Change.Vanished(location));
      }
    }
    changes.sort((a, b) -> location(a).compareTo(location(b)));
    return changes;
  }

  private static Location location(Change change) {
    return switch (change) {
      case Change.Read read -> read.original().location();
      case Change.Touched touched -> touched.original().location();
      case Change.Skip skip -> skip.original().location();
      case Change.Same same -> same.original().location();
      case Change.Vanished vanished -> vanished.location();
    };
  }

  private Change change(
      Found file, Location location, Map<String, byte[]> yaml, @Nullable Stamp known)
      throws IOException {
    Sidecar sidecar = Sidecars.of(yaml, file.name, Sidecar.NONE);
    Original original =
        new Original(location, file.path, file.sizeBytes, file.modifiedMillis, sidecar);
    if (known != null
        && known.sizeBytes() == file.sizeBytes
        && known.sidecar().equals(sidecar.fingerprint())) {
      if (known.modifiedMillis() == file.modifiedMillis) {
        return new Change.Same(original);
      }
      if (!known.sha256().isEmpty() && known.sha256().equals(Hash.of(file.path))) {
        return new Change.Touched(
            original,
            new Stamp(file.sizeBytes, file.modifiedMillis, known.sha256(), known.sidecar()));
      }
    }
    String rule = file.rule != null ? file.rule : Sidecars.rule(file.name, yaml.keySet());
    if (rule == null && sidecar.isIgnored()) {
      rule = Sidecars.IGNORED;
    }
    return rule != null ? new Change.Skip(original, rule) : new Change.Read(original);
  }

  /// The bytes of an original, from its first.
  ///
  /// @throws java.nio.file.NoSuchFileException when it is not there
  /// @throws IOException when it cannot be read, or not be unpacked within the limits
  public InputStream open(Location location) throws IOException {
    Path file = root.resolve(location.file()).normalize();
    if (!file.startsWith(root) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(location.path());
    }
    if (!location.isEntry()) {
      return Files.newInputStream(file);
    }
    Files.createDirectories(temp);
    Path folder = Files.createTempDirectory(temp, "dossier-original");
    Path copy = Files.createTempFile(temp, "dossier-original", "");
    try (OutputStream out = Files.newOutputStream(copy, StandardOpenOption.WRITE)) {
      Sidecar sidecar = sidecar(location.file());
      ArchiveFile.copy(file, location.entries(), sidecar, folder, ArchiveFile.Limits.STANDARD, out);
    } catch (IOException | RuntimeException e) {
      Files.delete(copy);
      throw e;
    } finally {
      Files.delete(folder);
    }
    return Files.newInputStream(copy, StandardOpenOption.DELETE_ON_CLOSE);
  }

  /// What the sidecars of one file on disk say.
  private Sidecar sidecar(String name) throws IOException {
    Map<String, byte[]> yaml = new HashMap<>();
    for (int slash = 0; slash >= 0; slash = name.indexOf('/', slash + 1)) {
      String folder = slash == 0 ? "" : name.substring(0, slash + 1);
      addSidecar(folder + Sidecars.FOLDER, yaml);
    }
    addSidecar(name + ".yaml", yaml);
    return Sidecars.of(yaml, name, Sidecar.NONE);
  }

  private void addSidecar(String name, Map<String, byte[]> yaml) throws IOException {
    Path path = root.resolve(name);
    if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && Files.size(path) <= Sidecars.MAX_BYTES
        && Noise.rule(name) == null) {
      yaml.put(name, Files.readAllBytes(path));
    }
  }

  /// A file on disk.
  ///
  /// @param name path below the root with `/` between names
  /// @param rule why it is no document, null when it may be one
  private record Found(
      String name, Path path, long sizeBytes, long modifiedMillis, @Nullable String rule) {}

  /// @param unreadable files and folders that could not be looked at: what is below them has not
  ///   vanished, it cannot be seen
  private record Listing(List<Found> files, Map<String, byte[]> yaml, List<String> unreadable) {
    boolean hides(String name) {
      return unreadable.stream().anyMatch(path -> name.equals(path) || name.startsWith(path + "/"));
    }
  }

  private Listing list() throws IOException {
    List<Found> files = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    if (Files.isDirectory(root)) {
      Files.walkFileTree(root, new Lister(files, unreadable));
    }
    Set<String> names = new HashSet<>();
    files.forEach(file -> names.add(file.name));
    Map<String, byte[]> yaml = new HashMap<>();
    for (Found file : files) {
      if (file.rule == null && isSidecar(file, names)) {
        yaml.put(file.name, Files.readAllBytes(file.path));
      }
    }
    return new Listing(files, yaml, unreadable);
  }

  private static boolean isSidecar(Found file, Set<String> names) {
    if (!Sidecars.looksLikeOne(file.name) || file.sizeBytes > Sidecars.MAX_BYTES) {
      return false;
    }
    String described = file.name.substring(0, file.name.length() - ".yaml".length());
    return names.contains(described)
        || file.name.equals(Sidecars.FOLDER)
        || file.name.endsWith("/" + Sidecars.FOLDER);
  }

  private final class Lister extends SimpleFileVisitor<Path> {

    private final List<Found> files;

    private final List<String> unreadable;

    Lister(List<Found> files, List<String> unreadable) {
      this.files = files;
      this.unreadable = unreadable;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
      String name = name(path);
      String rule = Noise.rule(name);
      if (!attributes.isRegularFile()) {
        rule = attributes.isSymbolicLink() ? "symbolic link, not followed" : "not a regular file";
      } else if (rule == null && attributes.size() == 0) {
        rule = Noise.EMPTY;
      }
      files.add(
          new Found(name, path, attributes.size(), attributes.lastModifiedTime().toMillis(), rule));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
      if (path.equals(root)) {
        throw e;
      }
      // Gone since its folder was listed, or a folder we may not enter: the rest still counts.
      LOG.warn("Cannot look at {}: {}", path, e.toString());
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        unreadable.add(name(path));
      }
      return FileVisitResult.CONTINUE;
    }

    private String name(Path path) {
      return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }
  }
}

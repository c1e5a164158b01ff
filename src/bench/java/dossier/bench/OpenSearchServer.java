package dossier.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// An OpenSearch server in a process of its own, from the distribution as it is published. It
/// refuses to run as root: then it runs as nobody.
final class OpenSearchServer implements AutoCloseable {

  private static final String NOBODY = "65534";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final String address;

  private OpenSearchServer(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /// Starts a server, or one on the data that is there.
  ///
  /// @param zip the distribution
  /// @param folder for the program, its settings and its data
  static OpenSearchServer start(Path zip, Path folder, String heap, Fetch fetch)
      throws IOException, InterruptedException {
    Path home = unpacked(zip, folder);
    int port = freePort();
    settings(home, folder, port);
    boolean root = System.getProperty("user.name").equals("root");
    if (root) {
      run("chown", "-R", NOBODY + ":" + NOBODY, folder.toString());
    }
    List<String> command = new ArrayList<>();
    if (root) {
      command.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
    }
    command.addAll(List.of("bash", home.resolve("bin/opensearch").toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("logs/output.txt").toFile());
    builder.environment().put("OPENSEARCH_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("OPENSEARCH_TMPDIR", folder.resolve("tmp").toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("OPENSEARCH_JAVA_OPTS", "-Xms%s -Xmx%s".formatted(heap, heap));
    Process process = builder.start();
    OpenSearchServer server = new OpenSearchServer(process, "http://127.0.0.1:" + port);
    server.await(fetch, folder);
    return server;
  }

  private void await(Fetch fetch, Path folder) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        fetch.get(address + "/_cluster/health?wait_for_status=yellow&timeout=60s");
        return;
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > end) {
          process.destroy();
          throw new IOException("OpenSearch did not start: see " + folder.resolve("logs"), notYet);
        }
        Thread.sleep(200);
      }
    }
  }

  private static Path unpacked(Path zip, Path folder) throws IOException, InterruptedException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      ZipEntry first = in.getNextEntry();
      Path home = folder.resolve(first.getName().split("/", 2)[0]);
      if (Files.exists(home)) {
        return home;
      }
      for (ZipEntry entry = first; entry != null; entry = in.getNextEntry()) {
        unpack(entry, in, folder);
      }
      return home;
    }
  }

  private static void unpack(ZipEntry entry, InputStream in, Path folder) throws IOException {
    Path to = folder.resolve(entry.getName()).normalize();
    if (entry.isDirectory()) {
      Files.createDirectories(to);
      return;
    }
    Files.createDirectories(to.getParent());
    Files.copy(in, to);
    if (to.getParent().endsWith("bin") && !to.toFile().setExecutable(true, false)) {
      throw new IOException("cannot make executable: " + to);
    }
  }

  private static void settings(Path home, Path folder, int port) throws IOException {
    for (String name : List.of("data", "logs", "tmp")) {
      Files.createDirectories(folder.resolve(name));
    }
    Files.createDirectories(home.resolve("plugins"));
    Files.writeString(
        home.resolve("config/opensearch.yml"),
        """
        cluster.name: bench
        discovery.type: single-node
        network.host: 127.0.0.1
        http.port: %d
        transport.port: %d
        path.data: %s
        path.logs: %s
        cluster.routing.allocation.disk.threshold_enabled: false
        """
            .formatted(port, freePort(), folder.resolve("data"), folder.resolve("logs")));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + status);
    }
  }

  String address() {
    return address;
  }

  /// The server's own process: the scripts before it are replaced by it.
  long process() {
    return process.pid();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }
}

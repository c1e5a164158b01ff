package dossier.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The machine a figure was taken on, and how busy it was.
final class Machine {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Machine() {}

  /// Dossier's folder.
  static Path home() {
    return Path.of(System.getProperty("dossier.home", "")).toAbsolutePath().normalize();
  }

  /// Processes that wanted a processor in the last minute.
  static double load() {
    return SYSTEM.getSystemLoadAverage();
  }

  /// Seconds of processor time this process used.
  static double processor() {
    return SYSTEM.getProcessCpuTime() / 1e9;
  }

  /// Seconds of processor time another process used.
  static double processor(long process) {
    return ProcessHandle.of(process)
        .flatMap(handle -> handle.info().totalCpuDuration())
        .map(used -> used.toMillis() / 1e3)
        .orElse(0.0);
  }

  /// One line on all of it.
  static String line() {
    return "%s; %s, %d processors, %,d MB; Java %s; load %.1f"
        .formatted(
            Instant.now().truncatedTo(ChronoUnit.MINUTES),
            model(),
            Runtime.getRuntime().availableProcessors(),
            SYSTEM.getTotalMemorySize() >> 20,
            Runtime.version(),
            load());
  }

  private static String model() {
    try {
      return Files.readString(Path.of("/proc/cpuinfo"))
          .lines()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException unknown) {
      return System.getProperty("os.arch"); // no Linux
    }
  }

  /// Megabytes of memory a process has resident; 0 where the system does not say.
  static long resident(long process) {
    try {
      return Files.readString(Path.of("/proc/" + process + "/status"))
          .lines()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0L);
    } catch (IOException unknown) {
      return 0; // no Linux
    }
  }

  /// Bytes in a folder.
  static long size(Path folder) throws IOException {
    long bytes = 0;
    for (Path file : Folders.files(folder)) {
      bytes += Files.size(file);
    }
    return bytes;
  }
}

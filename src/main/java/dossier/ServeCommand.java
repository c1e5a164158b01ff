package dossier;

import dossier.ingest.VocabularyWatch;
import dossier.ingest.Watch;
import dossier.web.Portal;
import dossier.web.PortalSettings;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `dossier serve`.
@Command(
    name = "serve",
    description =
        "Serve the portal at once, and read what is new or changed in the corpus meanwhile.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private final Places places = new Places();

  @Option(names = "--port", description = "port to listen on, 0 for any free one (default: 8080)")
  private @Nullable String port;

  @Option(
      names = "--host",
      description = "address to listen on (default: 127.0.0.1, this machine alone)")
  private @Nullable String host;

  @Option(
      names = "--prune",
      description = "remove reports whose files are missing, however many they are")
  private boolean prune;

  @Option(
      names = "--ocr",
      paramLabel = "LANGUAGES",
      description = "read images of pages with tesseract in these languages, such as eng,rus")
  private @Nullable String ocr;

  @Option(
      names = "--limit",
      paramLabel = "off|report|on",
      description =
          "what becomes of clients that ask for more expensive pages than their share: nothing, a line"
              + " in the log (default), or 429")
  private @Nullable String limit;

  @Option(
      names = "--proxies",
      paramLabel = "ADDRESSES",
      description =
          "reverse proxies whose X-Forwarded-For is believed, such as 127.0.0.1,10.0.0.0/8")
  private @Nullable String proxies;

  @Override
  @SuppressWarnings("try") // the watches work by themselves until they are closed
  public Integer call() throws Exception {
    Map<String, String> flags = new HashMap<>();
    if (port != null) {
      flags.put("port", port);
    }
    if (host != null) {
      flags.put("host", host);
    }
    if (limit != null) {
      flags.put("limit", limit);
    }
    if (proxies != null) {
      flags.put("proxies", proxies);
    }
    if (ocr != null) {
      flags.put("ocr", ocr);
    }
    Settings settings = places.settings(flags);
    int workers = Runtime.getRuntime().availableProcessors();
    Stop stop = Stop.onSignal();
    try (House house = House.open(settings, workers);
        Portal portal = portal(settings, house);
        ProgressLine line = ProgressLine.start(house.ingest(), spec.commandLine().getErr());
        Watch watch =
            Watch.start(house.ingest(), workers, prune, InstantSource.system(), line::tell);
        VocabularyWatch vocabulary =
            VocabularyWatch.start(
                house.ingest().relabelling(), settings.vocabulary(), Math.max(1, workers - 1))) {
      spec.commandLine().getOut().println("Dossier is at " + address(settings, portal));
      spec.commandLine().getOut().flush();
      stop.await();
    } finally {
      stop.done();
    }
    return 0;
  }

  private static Portal portal(Settings settings, House house) throws Complaints.Complaint {
    PortalSettings portal =
        new PortalSettings(
            settings.host(),
            settings.port(),
            settings.publicUrl(),
            settings.title(),
            settings.corpus().toString(),
            null,
            settings.contact(),
            settings.limits());
    try {
      return Portal.start(
          portal,
          house.engine(),
          house.ingest().relabelling()::vocabularies,
          house.archive()::open,
          house.ingest());
    } catch (RuntimeException e) {
      throw new Complaints.Complaint(
          "cannot listen on %s port %d (%s). Is another portal running? Choose another port: --port 8081"
              .formatted(settings.host(), settings.port(), reason(e)));
    }
  }

  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  private static String address(Settings settings, Portal portal) {
    boolean anyAddress = settings.host().equals("0.0.0.0") || settings.host().equals("::");
    boolean here = anyAddress || settings.host().equals("127.0.0.1");
    return "http://" + (here ? "localhost" : settings.host()) + ":" + portal.port();
  }
}

package dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.ingest.Progress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  @Test
  void aLogShowsFilesBytesPaceTimeLeftAndWhatWasRefused() {
    Progress progress =
        new Progress(
            true, true, 1200, 4000, 88_400_000L, 9_400_000_000L, 2, "a.pdf", null, null, "", "");

    assertEquals(
        "Reading: 1,200 of 4,000 files, 88 of 9,400 MB, 10.0 files/s, 12:30 left, 2 refused",
        ProgressLine.line(progress, Duration.ofMinutes(2), Optional.of(Duration.ofSeconds(750))));
    assertEquals(
        "Reading: 1,200 of 4,000 files, 88 of 9,400 MB, 1200.0 files/s, 2 refused",
        ProgressLine.line(progress, Duration.ofSeconds(1), Optional.empty()));
  }

  @Test
  void theTimeLeftFollowsTheBytesAndIsNotShakenByOneFile() {
    Pace pace = new Pace();
    assertEquals(Optional.empty(), pace.left(1_000));
    for (int second = 1; second <= 60; second++) {
      pace.note(Duration.ofSeconds(second), second * 100L);
    }
    assertEquals(Optional.of(Duration.ofSeconds(40)), pace.left(10_000));

    pace.note(Duration.ofSeconds(61), 7_000);
    long left = pace.left(10_000).orElseThrow().toSeconds();
    assertTrue(left > 15 && left < 30, left + " s");
    pace.note(Duration.ofSeconds(90), 7_000);
    assertEquals(left, pace.left(10_000).orElseThrow().toSeconds(), "nothing was done since");
  }
}

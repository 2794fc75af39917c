package innovation.points.local;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.person.Person;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.audit.TrailSealer;
import innovation.points.testkit.ZoneTables;
import innovation.points.web.time.OfficialTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailMainTest {

  @TempDir private Path folder;

  private final ZoneTables tables = new ZoneTables();
  private final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-04-01T01:30:00Z"));

  @BeforeEach
  void writeTwoDays() {
    var trail = new AuditTrail(tables.client(), tables.scores(), time::get);
    var sealer = new TrailSealer(tables.client(), tables.scores(), time::get, OfficialTime.ZONE);
    for (int day = 0; day < 3; day++) {
      for (int i = 0; i < 3; i++) {
        trail.add(TrailEntry.of(Person.SCHEDULE, TrailAction.RUN_ORDERED, "years/2025", "r" + i));
      }
      sealer.seal(this::write);
      time.updateAndGet(now -> now.plus(Duration.ofDays(1)));
    }
  }

  private void write(LocalDate day, List<String> lines) {
    try {
      Path file =
          folder.resolve(
              "%d/%02d/%02d.jsonl"
                  .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
      Files.createDirectories(file.getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void wholeTrailHolds() throws IOException {
    assertThat(TrailMain.summary(TrailMain.ofFiles(folder)))
        .isEqualTo("审计日志完整：第 1 至 6 条依次相接，内容与校验值相符");
  }

  @Test
  void itemTakenOutOfADayIsNamedWithItsPlace() throws IOException {
    Path second = folder.resolve("2026/04/02.jsonl");
    List<String> lines = Files.readAllLines(second);
    Files.write(second, lines.subList(1, 3));
    assertThat(TrailMain.summary(TrailMain.ofFiles(folder)))
        .isEqualTo(
            "审计日志有 1 处不符：%n  2026/04/02.jsonl 第 1 行：缺少第 4 至 4 条：应为第 4 条，实为第 5 条".formatted());
  }

  @Test
  void changedItemIsNamed() throws IOException {
    Path first = folder.resolve("2026/04/01.jsonl");
    Files.writeString(first, Files.readString(first).replaceFirst("2025", "2024"));
    assertThat(TrailMain.summary(TrailMain.ofFiles(folder)))
        .startsWith("审计日志有 1 处不符：")
        .contains("2026/04/01.jsonl 第 1 行：第 1 条被改动");
  }
}

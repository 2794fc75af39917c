package innovation.points.local;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.person.FourEyes;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;

/** Runs the local stack until it is stopped: {@code mvn -q -Plocal}. */
public final class LocalStackMain {

  private static final Duration INTAKE = Duration.ofMinutes(10);
  private static final int TOP = 10;
  private static final String STOP_WITH_PARENT = "innovation.points.local.stopWithParent";

  private final Path repository;
  private final LocalSettings settings;
  private final PrintStream out;

  private LocalStackMain(Path repository, LocalSettings settings, PrintStream out) {
    this.repository = repository;
    this.settings = settings;
    this.out = out;
  }

  /**
   * Starts the stack.
   *
   * @param arguments the repository's root; default: the working directory
   */
  public static void main(String[] arguments) throws InterruptedException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path repository =
        Path.of(arguments.length > 0 ? arguments[0] : "").toAbsolutePath().normalize();
    try {
      Path logs = repository.resolve("target/local/logs");
      var settings = LocalSettings.of(System.getenv()).withLogs(logs);
      new LocalStackMain(repository, settings, out).run();
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      out.println("本地服务未能启动：" + e.getMessage());
      // Engines that have started run threads of their own.
      Runtime.getRuntime().halt(1);
    } catch (TimeoutException e) {
      out.println("样例数据处理超时：" + e.getMessage());
      Runtime.getRuntime().halt(1);
    }
  }

  private void run() throws InterruptedException, TimeoutException {
    Path endpoints = repository.resolve("target/local/endpoints.json");
    delete(endpoints);
    out.println("正在启动本地服务 …");
    LocalStack stack = LocalStack.start(settings, InstantSource.system());
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(stack, endpoints, stopped)));
    stopWithParent();
    if (settings.sample()) {
      provideSample(stack);
    }
    EndpointsFile.of(stack).write(endpoints);
    show(stack);
    stopped.await();
  }

  /** Stops with the parent process: a killed Maven does not end the processes it started. */
  private static void stopWithParent() {
    if (Boolean.getBoolean(STOP_WITH_PARENT)) {
      ProcessHandle.current()
          .parent()
          .ifPresent(
              parent -> Thread.ofPlatform().daemon().name("parent").start(() -> stopAfter(parent)));
    }
  }

  private static void stopAfter(ProcessHandle parent) {
    parent.onExit().join();
    Runtime.getRuntime().exit(0);
  }

  /**
   * Stops in order and within seconds. Written data is durable; undelivered events, and those that
   * were in the middle of being handled, are delivered at the next start.
   */
  private void stop(LocalStack stack, Path endpoints, CountDownLatch stopped) {
    delete(endpoints);
    stack.close();
    out.println("本地服务已停止。");
    stopped.countDown();
    // A requested stop is not a failure; the JVM's own exit code (143) would look like one.
    Runtime.getRuntime().halt(0);
  }

  private void provideSample(LocalStack stack) throws InterruptedException, TimeoutException {
    Path done = settings.data() == null ? null : settings.data().resolve("sample-provided");
    if (done != null && Files.exists(done)) {
      return;
    }
    var sample = new SampleZone(repository.resolve("events"));
    List<String> keys = sample.keys();
    if (keys.isEmpty() || (done == null && !stack.bucketIsNew())) {
      return;
    }
    long start = System.nanoTime();
    out.printf("上传样例数据（虚构企业）：%d 个文件 …%n", keys.size());
    keys.forEach(key -> sample.upload(stack, key));
    var decisions = new SampleDecisions(repository.resolve("events"));
    decisions.provide(stack);
    out.println("校验入库，计算草稿 …");
    stack.wiring().awaitQuiet(INTAKE);
    boolean waits = settings.fourEyes() == FourEyes.REQUIRED;
    try (var bureau = new BureauClient(stack);
        var approver = new BureauClient(stack, "approver")) {
      for (int year : sample.years()) {
        // Where one person may publish alone, this one does not.
        JsonNode run = bureau.compute(year, waits);
        if (run.hasNonNull("generation")) {
          run = approver.approve(run, "样例数据，按现有材料公布");
        }
        out.printf("%d 年度：%s%n", year, outcome(run));
      }
    }
    decisions.ask(stack);
    stack.wiring().awaitQuiet(INTAKE);
    out.printf("样例数据就绪，用时 %.1f 秒%n", (System.nanoTime() - start) / 1e9);
    if (done != null) {
      try {
        Files.writeString(done, "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String outcome(JsonNode run) {
    if (!run.path("status").asText().equals("published")) {
      return "未发布，" + run.path("failure").asText(run.path("note").asText("原因不明"));
    }
    JsonNode counts = run.path("counts");
    return "已计算并发布，企业 %d 家，其中得分 %d 家、排名 %d 家"
        .formatted(
            counts.path("enterprises").asInt(),
            counts.path("scored").asInt(),
            counts.path("ranked").asInt());
  }

  private void show(LocalStack stack) throws InterruptedException {
    out.println();
    try (var bureau = new BureauClient(stack)) {
      JsonNode years = bureau.get("/v1/years");
      JsonNode newest = (years.isArray() ? years : years.path("items")).path(0);
      if (newest.hasNonNull("year")) {
        showRanking(bureau, newest.path("year").asInt(), newest.path("rulebook").asText());
      }
    }
    out.println("门户与接口  " + stack.api());
    out.println("文件上传 S3  " + stack.s3().endpoint() + "  存储桶 " + LocalStack.BUCKET);
    stack.dynamoDb().ifPresent(endpoint -> out.println("数据表      " + endpoint));
    out.println("地址与令牌  target/local/endpoints.json");
    out.println("按 Ctrl-C 结束。");
  }

  private void showRanking(BureauClient bureau, int year, String rulebook)
      throws InterruptedException {
    var stages = new HashMap<String, String>();
    for (JsonNode stage : bureau.get("/v1/rulebooks/" + rulebook).at("/rules/stages")) {
      stages.put(stage.path("id").asText(), stage.path("name").asText());
    }
    var table = new TextTable("名次", "企业", "统一社会信用代码", "阶段", "行业", "主导产业", "得分");
    JsonNode ranking = bureau.get("/v1/years/%d/rankings?limit=%d".formatted(year, TOP));
    for (JsonNode entry : ranking.path("items")) {
      table.add(
          entry.path("rank").path("overall").asText(),
          entry.path("name").asText(),
          entry.path("uscc").asText(),
          stages.getOrDefault(entry.path("stage").asText(), ""),
          entry.path("industry").asText(""),
          entry.path("cluster").asText(""),
          "%.2f".formatted(entry.path("total").asDouble()));
    }
    out.printf("%d 年度企业创新积分排名，前 %d 名%n", year, TOP);
    table.lines().forEach(out::println);
    out.println();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

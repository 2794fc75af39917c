package innovation.points.web.http;

import innovation.points.web.http.Problem.Fault;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files that a call announces as evidence: {@code attachments} of a body. */
public final class SentFiles {

  private static final int MOST = 5;
  private static final long LARGEST = 20L * 1024 * 1024;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern FILENAME =
      Pattern.compile(
          "[^\\p{Cntrl}/\\\\.][^\\p{Cntrl}/\\\\]{0,118}\\.(pdf|ofd|jpe?g|png|docx?|xlsx?|csv|zip)",
          Pattern.CASE_INSENSITIVE);

  private SentFiles() {}

  /** A file that is to be sent, as the body has it. */
  public record Announced(@Nullable String filename, long bytes, @Nullable String sha256) {}

  /** What is made of a file that is as it should be. */
  @FunctionalInterface
  public interface Kept<T> {
    T of(String filename, long bytes, String sha256);
  }

  /**
   * The files as they are kept.
   *
   * @throws ProblemException 400 with everything that is wrong
   */
  public static <T> List<T> read(@Nullable List<Announced> announced, Kept<T> kept) {
    List<Announced> files = announced == null ? List.of() : announced;
    var faults = new ArrayList<Fault>();
    if (files.size() > MOST) {
      String detail = "字段 attachments 最多 %d 个附件，收到 %d 个".formatted(MOST, files.size());
      faults.add(new Fault("body", "/attachments", detail));
    }
    var read = new ArrayList<T>();
    var names = new HashSet<String>();
    for (int at = 0; at < files.size(); at++) {
      Announced file = files.get(at);
      String name = Normalizer.normalize(text(file.filename()), Normalizer.Form.NFC);
      String digest = text(file.sha256()).toLowerCase(Locale.ROOT);
      String pointer = "/attachments/" + at;
      if (!FILENAME.matcher(name).matches()) {
        String found = Parameters.shown(name);
        faults.add(
            new Fault(
                "body",
                pointer + "/filename",
                "附件名应以 pdf、ofd、jpg、png、doc(x)、xls(x)、csv 或 zip 结尾，最多 120 个字，收到：" + found));
      } else if (!names.add(name)) {
        faults.add(new Fault("body", pointer + "/filename", "附件名不能重复：" + name));
      }
      if (file.bytes() < 1 || file.bytes() > LARGEST) {
        String detail = "附件应为 1 到 %d 字节（20 MiB），收到：%d".formatted(LARGEST, file.bytes());
        faults.add(new Fault("body", pointer + "/bytes", detail));
      }
      if (!SHA256.matcher(digest).matches()) {
        String detail = "字段 sha256 应为附件的 SHA-256，64 位十六进制";
        faults.add(new Fault("body", pointer + "/sha256", detail));
      }
      read.add(kept.of(name, file.bytes(), digest));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.badRequest(faults));
    }
    return read;
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }
}

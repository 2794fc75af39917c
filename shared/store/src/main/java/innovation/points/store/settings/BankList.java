package innovation.points.store.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.person.Bank;
import innovation.points.person.Banks;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code banks.json}: the banks that enterprises may grant something.
 *
 * @param banks each once
 */
@JsonPropertyOrder({"banks"})
public record BankList(List<Admitted> banks) {

  /** As long as the zone sets nothing. */
  public static final BankList NONE = new BankList(List.of());

  private static final int LONGEST = 40;
  private static final int USUAL_CALLS = 1000;
  private static final int MOST_CALLS = 1_000_000;

  /**
   * A bank.
   *
   * @param id 1 to 32 small letters, digits or hyphens, as grants and {@code custom:bank} name it
   * @param clients ids of its programs as the issuer has registered them; none where only its
   *     people sign in
   * @param until the last day on which it is admitted, {@code 2027-12-31}; null for no end
   * @param callsPerHour how many calls each of its programs and people may make in an hour; null
   *     for the usual {@value #USUAL_CALLS}
   */
  @JsonPropertyOrder({"id", "name", "clients", "until", "callsPerHour"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Admitted(
      String id,
      String name,
      List<String> clients,
      @Nullable String until,
      @Nullable Integer callsPerHour) {
    public Admitted {
      clients = List.copyOf(clients);
    }

    /** Empty once its time has run out. */
    private Optional<Bank> on(LocalDate day) {
      boolean ended = until != null && day.isAfter(LocalDate.parse(until));
      return ended ? Optional.empty() : Optional.of(new Bank(id, name));
    }
  }

  /**
   * A list.
   *
   * @throws IllegalArgumentException in Chinese, with everything that cannot be
   */
  public BankList {
    banks = List.copyOf(banks);
    List<String> problems = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<String> clients = new HashSet<>();
    for (Admitted bank : banks) {
      if (!bank.id().matches("[a-z][a-z0-9-]{0,31}") || !ids.add(bank.id())) {
        problems.add("银行代号应为 1 至 32 个小写字母、数字或连字符，以字母开头且不重复，收到：" + bank.id());
      }
      if (bank.name().isBlank() || bank.name().length() > LONGEST) {
        problems.add("银行 %s 的名称应为 1 至 40 字，收到：%s".formatted(bank.id(), bank.name()));
      }
      for (String client : bank.clients()) {
        if (!client.matches("[!-~]{1,128}") || !clients.add(client)) {
          problems.add(
              "银行 %s 的 clients 应为登录系统登记的客户端编号（client_id），只属于一家银行，收到：%s"
                  .formatted(bank.id(), client));
        }
      }
      Integer calls = bank.callsPerHour();
      if (calls != null && (calls < 1 || calls > MOST_CALLS)) {
        problems.add("银行 %s 的 callsPerHour 应为 1 至 1000000 的整数，收到：%d".formatted(bank.id(), calls));
      }
      if (bank.until() != null && !isDay(bank.until())) {
        problems.add("银行 %s 的 until 应为日期，如 2027-12-31，收到：%s".formatted(bank.id(), bank.until()));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("；", problems));
    }
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  /** Those that are admitted on a day. */
  public List<Bank> on(LocalDate day) {
    return banks.stream().flatMap(bank -> bank.on(day).stream()).toList();
  }

  /** What people call a bank; its id where the zone does not list it. */
  public String nameOf(String id) {
    return banks.stream()
        .filter(bank -> bank.id().equals(id))
        .map(Admitted::name)
        .findFirst()
        .orElse(id);
  }

  /** How many calls each client of a bank may make in an hour. */
  public int callsPerHour(String id) {
    return banks.stream()
        .filter(bank -> bank.id().equals(id))
        .map(Admitted::callsPerHour)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(USUAL_CALLS);
  }

  /** Whom a token names on a day; see {@link Banks}. */
  Optional<Bank> ofClient(String client, LocalDate day) {
    return banks.stream()
        .filter(bank -> bank.clients().contains(client))
        .findFirst()
        .flatMap(bank -> bank.on(day));
  }

  Optional<Bank> named(String id, LocalDate day) {
    return banks.stream()
        .filter(bank -> bank.id().equals(id))
        .findFirst()
        .map(bank -> bank.on(day))
        .orElseGet(() -> Optional.of(new Bank(id, id)));
  }
}

package innovation.points.person;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person, or a part of the system that acts by itself: what every decision and every item of the
 * audit trail names.
 *
 * @param sub the issuer's stable identifier, 1 to 128 characters without white space or control
 *     characters; {@code system:…} is the system itself
 * @param name as the issuer gives it, else the {@code sub}; for people, not an identifier
 * @param role the groups that count, joined by {@code +}: {@code bureau}, {@code bureau+approver},
 *     {@code department} …; {@code system} for the system itself, {@code none} without a right
 * @param department the id of the department, where the person acts for one
 * @param bank the bank's name, where the person or the program acts for one
 */
public record Person(
    String sub, String name, String role, @Nullable String department, @Nullable String bank) {

  private static final String SYSTEM = "system:";
  private static final Pattern SUB = Pattern.compile("[^\\s\\p{Cntrl}]{1,128}");

  /** What a key of the bucket says without a caller: a file put there with an S3 client. */
  public static final Person S3 = new Person("system:s3", "存储桶", "system", null);

  /** The yearly schedule. */
  public static final Person SCHEDULE = new Person("system:schedule", "年度计划任务", "system", null);

  /** The same where it does what it does every day. */
  public static final Person DAILY = new Person(SCHEDULE.sub(), "每日计划任务", "system", null);

  /** Somebody who acts for no bank. */
  public Person(String sub, String name, String role, @Nullable String department) {
    this(sub, name, role, department, null);
  }

  public Person {
    if (!SUB.matcher(sub).matches() || name.isBlank() || role.isBlank()) {
      throw new IllegalArgumentException(
          "expected a sub of 1 to 128 characters without white space, a name and a role, found %s,"
                  .formatted(sub)
              + " %s, %s".formatted(name, role));
    }
  }

  /**
   * Whether a token may name somebody so; the system's own names are nobody's.
   *
   * @param sub the claim {@code sub}
   */
  public static boolean isSub(String sub) {
    return SUB.matcher(sub).matches() && !sub.regionMatches(true, 0, SYSTEM, 0, SYSTEM.length());
  }

  /** The department, where the person acts for one. */
  public Optional<String> ofDepartment() {
    return Optional.ofNullable(department);
  }

  /** The bank's name, where the person or the program acts for one. */
  public Optional<String> ofBank() {
    return Optional.ofNullable(bank);
  }

  /**
   * Whether both are the same person, whatever role they act in. Directories that issuers stand on
   * take names in any case, and nobody decides what they asked for by writing theirs another way.
   */
  public boolean isSameAs(Person other) {
    return sub.equalsIgnoreCase(other.sub);
  }
}

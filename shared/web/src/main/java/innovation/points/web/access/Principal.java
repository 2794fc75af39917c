package innovation.points.web.access;

import innovation.points.person.Bank;
import innovation.points.person.Person;
import java.util.Optional;
import java.util.Set;

/**
 * The caller, by the verified token; a claim that cannot be parsed gives no right. Rights of
 * several groups add up.
 *
 * @param person who it is; nobody without a token, and where the token names nobody
 * @param roles of the groups that are complete; none for the public and for a token without a right
 * @param department as in the bucket's keys, {@code tax}, {@code hr} …; only with its role
 * @param uscc the enterprise's 统一社会信用代码, 18 characters, upper case; only with its role
 * @param bank which one; only with its role
 * @param hasToken whether there is a token at all
 */
public record Principal(
    Optional<Person> person,
    Set<Role> roles,
    Optional<String> department,
    Optional<String> uscc,
    Optional<Bank> bank,
    boolean hasToken) {

  /** A call without a token. */
  public static final Principal PUBLIC =
      new Principal(
          Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), false);

  public Principal {
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether it reads all that the bureau reads. */
  public boolean readsAll() {
    return is(Role.BUREAU) || is(Role.APPROVER);
  }

  /** Whether it works for an office, which sees drafts; an enterprise sees what is published. */
  public boolean isOffice() {
    return readsAll() || is(Role.DEPARTMENT);
  }

  /** Whether what it reads of an enterprise it reads by a grant alone: for a bank. */
  public boolean readsByGrant(String code) {
    return is(Role.BANK) && !isOffice() && !owns(code);
  }

  /** Whether it is the enterprise with this 统一社会信用代码. */
  public boolean owns(String code) {
    return uscc.filter(code::equalsIgnoreCase).isPresent();
  }
}

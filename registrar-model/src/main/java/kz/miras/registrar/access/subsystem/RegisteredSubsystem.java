package kz.miras.registrar.access.subsystem;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;

/**
 * A subsystem as the border knows it while one call lasts.
 *
 * @param id key; 0 for an account of a program nobody has registered yet
 * @param login of the account it signs in with
 * @param scopes what it is let do
 */
public record RegisteredSubsystem(long id, String login, SubsystemState state, Set<ApiScope> scopes)
    implements Serializable {

  public RegisteredSubsystem {
    scopes = Set.copyOf(scopes);
  }

  /** Whether it stands in the register. */
  public boolean isRegistered() {
    return id != 0;
  }

  /** SUB-2. What is left of the scopes a token names; all where it names none. */
  public Set<ApiScope> left(String named) {
    Set<ApiScope> left = EnumSet.noneOf(ApiScope.class);
    left.addAll(scopes);
    if (named != null) {
      left.retainAll(ApiScope.read(named));
    }
    return left;
  }
}

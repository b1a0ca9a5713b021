package kz.miras.registrar.shared.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Addresses that stand on paper: they lead to this installation from anywhere. */
@ApplicationScoped
public class PublicAddress {

  /** Name of the setting it stands in. */
  public static final String SETTING = "base.url";

  @Inject private Settings settings;

  /**
   * Where anybody checks a paper.
   *
   * @param code printed on it
   * @param date day of the paper
   */
  public String verify(String code, LocalDate date) {
    return of(date) + "/verify/" + code;
  }

  /** The same where {@link #SETTING} is read already. */
  public String verify(String code, SettingsOfDay set) {
    return of(set) + "/verify/" + code;
  }

  /** Where this installation is reached on a day, without a slash at the end. */
  public String of(LocalDate date) {
    return settings.text(SETTING, date, unset());
  }

  /** The same where {@link #SETTING} is read already. */
  public String of(SettingsOfDay set) {
    return set.text(SETTING, unset());
  }

  private static String unset() {
    String fromEnvironment = System.getenv("REGISTRAR_BASE_URL");
    return fromEnvironment == null ? "http://localhost:8080" : fromEnvironment;
  }
}

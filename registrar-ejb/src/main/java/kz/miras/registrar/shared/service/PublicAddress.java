package kz.miras.registrar.shared.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Addresses that stand on paper: they lead to this installation from anywhere. */
@ApplicationScoped
public class PublicAddress {

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

  /** Where this installation is reached on a day, without a slash at the end. */
  public String of(LocalDate date) {
    String fromEnvironment = System.getenv("REGISTRAR_BASE_URL");
    return settings.text(
        "base.url", date, fromEnvironment == null ? "http://localhost:8080" : fromEnvironment);
  }
}

package kz.miras.registrar.correspondence.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.UniversityTime;

/** The nomenclature of file cases, year by year. */
@Stateless
@Guarded
public class FileCaseQueries {

  @Inject private FileCases cases;
  @Inject private Officers officers;
  @Inject private UniversityTime time;

  /**
   * A case.
   *
   * @param responsible name; null for nobody
   * @param letters how many numbers it has given
   * @param waiting letters somebody has to do something with
   * @param closedOn null while it is open
   * @param carried whether the next year has a case of its index
   */
  public record Line(
      String id,
      String index,
      LocalizedText name,
      LocalizedText retention,
      String responsible,
      boolean intake,
      int letters,
      long waiting,
      LocalDate closedOn,
      boolean carried)
      implements Serializable {}

  @RolesAllowed(Permissions.INCOMING_READ)
  public int thisYear() {
    return time.today().getYear();
  }

  /** The cases of a year, by index. */
  @RolesAllowed(Permissions.INCOMING_READ)
  public List<Line> of(int year) {
    return cases.all().stream()
        .filter(one -> one.of().year() == year)
        .map(
            one ->
                new Line(
                    one.uuid().toString(),
                    one.of().index(),
                    one.of().name(),
                    one.of().retention(),
                    officers.name(one.responsible()),
                    one.intake(),
                    one.of().lastNumber(),
                    cases.waiting(one.id()),
                    one.of().closedOn(),
                    cases.named(year + 1, one.of().index()).isPresent()))
        .toList();
  }
}

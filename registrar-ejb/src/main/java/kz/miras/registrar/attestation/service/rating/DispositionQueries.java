package kz.miras.registrar.attestation.service.rating;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.rating.RatingExcuse;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.attestation.service.RatingGate;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetStudents;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.attestation.sitting.LastDay;
import kz.miras.registrar.shared.NameOrder;
import kz.miras.registrar.shared.service.UniversityTime;

/** RAT-3. Controls taken alone of a sheet that has no journals, as its page shows them. */
@Stateless
@Guarded
public class DispositionQueries {

  @Inject private RatingSheets ratings;
  @Inject private Dispositions dispositions;
  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private RatingGate gate;
  @Inject private SheetStudents names;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * Controls taken alone.
   *
   * @param deciding whether the viewer may enter dispositions
   * @param rating whether the viewer may type the scores of dispositions
   * @param usualUntil the last day a new disposition would usually name; null where none may be
   * @param waited whom one may name: students without a rating of a period, by period and name
   * @param controls those there are
   */
  public record Alone(
      boolean deciding,
      boolean rating,
      LocalDate usualUntil,
      List<Waited> waited,
      List<RatingGrid.Excuse> controls)
      implements Serializable {

    private static final Alone NONE = new Alone(false, false, null, List.of(), List.of());

    public Alone {
      waited = List.copyOf(waited);
      controls = List.copyOf(controls);
    }
  }

  /** A student without a rating of a period. */
  public record Waited(int period, String studentNo, String student) implements Serializable {}

  /** Of a sheet the caller may see; nothing of one whose ratings come from journals. */
  @RolesAllowed(Permissions.SHEET_READ)
  public Alone of(String id) {
    Sheet main = whose.visible(id);
    List<Integer> periods = dispositions.periods(main);
    if (periods.isEmpty()) {
      return Alone.NONE;
    }
    List<RatingExcuse> all = ratings.alone(main);
    boolean decides =
        whose.may(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, main)
            && SeparationOfDuty.decidesOnOwnSheet(access.current().teacherId(), main.appointed())
                .isAllowed();
    if (all.isEmpty() && !decides) {
      return Alone.NONE;
    }
    boolean changes = gate.typed(main).isAllowed();
    Map<Long, SheetStudents.Name> known = names.of(main.getId());
    return new Alone(
        changes && decides,
        changes && dispositions.mayRate(main),
        LastDay.alone(time.today(), main.getExamDate(), ratings.rules(main)),
        changes && decides ? waited(main, periods, known) : List.of(),
        dispositions.shown(all, main, main, known));
  }

  private List<Waited> waited(
      Sheet main, List<Integer> periods, Map<Long, SheetStudents.Name> known) {
    List<Waited> waited = new ArrayList<>();
    for (SheetRow row : sheets.rows(main.getId())) {
      SheetStudents.Name name = known.get(row.getStudentId());
      for (int period : periods) {
        if (row.rating(period) == null && !row.isClosed() && name != null) {
          waited.add(new Waited(period, name.number(), name.name()));
        }
      }
    }
    waited.sort(
        Comparator.comparing(Waited::period)
            .thenComparing(Waited::student, NameOrder.kazakh())
            .thenComparing(Waited::studentNo));
    return waited;
  }
}

package kz.miras.registrar.attestation.service.appeal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.appeal.Appeal;
import kz.miras.registrar.attestation.appeal.AppealOutcome;
import kz.miras.registrar.attestation.appeal.AppealProtocol;
import kz.miras.registrar.attestation.appeal.AppealStatus;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.UniversityTime;

/** Appeals as their pages show them. */
@Stateless
@Guarded
public class AppealQueries {

  @Inject private AppealCases cases;
  @Inject private AppealViews views;
  @Inject private AppealRights rights;
  @Inject private Appeals appeals;
  @Inject private Catalogue catalogue;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * A published result of the caller.
   *
   * @param sheet public id of the sheet that gave it
   * @param until last day of an appeal
   * @param problems why it may not be appealed now; none where it may
   */
  public record Opening(
      String sheet,
      String disciplineCode,
      LocalizedText discipline,
      AppealProtocol.Figures result,
      Instant published,
      LocalDate until,
      List<Refusal> problems)
      implements Serializable {

    public Opening {
      problems = List.copyOf(problems);
    }

    /** Whether it may be appealed now. */
    public boolean isOpen() {
      return problems.isEmpty();
    }
  }

  /** An appeal of the caller. */
  public record Own(
      String id,
      String number,
      String disciplineCode,
      LocalizedText discipline,
      Instant filedAt,
      AppealStatus status,
      AppealOutcome outcome,
      Instant hearingAt,
      String place,
      String refusal)
      implements Serializable {}

  /**
   * An appeal.
   *
   * @throws kz.miras.registrar.shared.RegistrarException.NotFound where the caller may not see it
   */
  @RolesAllowed(Permissions.APPEAL_READ)
  public AppealView view(String id) {
    return views.of(cases.visible(id));
  }

  /** Commissions in force today, those of the appeal's term first. */
  @RolesAllowed({Permissions.APPEAL_REGISTER, Permissions.APPEAL_DECIDE})
  public List<CommissionChoice> commissions(String id) {
    AppealCase about = cases.visible(id);
    return views.commissions(about.sheet().getTermId());
  }

  /**
   * A commission to choose.
   *
   * @param chair name of the chair
   */
  public record CommissionChoice(String id, String orderNo, LocalDate orderDate, String chair)
      implements Serializable {}

  /** What the student who asks may appeal, and until when; the newest first. */
  @RolesAllowed(Permissions.APPEAL_FILE)
  public List<Opening> openings() {
    Long student = access.current().studentId();
    return student == null
        ? List.of()
        : rights.of(student).stream()
            .filter(right -> right.posted() != null)
            .map(this::opening)
            .toList();
  }

  private Opening opening(AppealRights.Right right) {
    Discipline discipline = catalogue.discipline(right.sheet().getDisciplineId()).orElseThrow();
    return new Opening(
        right.sheet().getUuid().toString(),
        discipline.getCode(),
        discipline.getName(),
        AppealCase.figures(right.posted()),
        right.published(),
        right.result().until(),
        right.result().judge(right.rules(), time.now(), time.zone()).refusals());
  }

  /** Appeals of the student who asks, the newest first. */
  @RolesAllowed(Permissions.APPEAL_FILE)
  public List<Own> own() {
    Long student = access.current().studentId();
    return student == null
        ? List.of()
        : appeals.ofStudent(student).stream().map(appeal -> own(cases.of(appeal))).toList();
  }

  private static Own own(AppealCase about) {
    Appeal appeal = about.appeal();
    return new Own(
        appeal.getUuid().toString(),
        appeal.getNumber(),
        about.discipline().getCode(),
        about.discipline().getName(),
        appeal.getFiledAt(),
        appeal.getStatus(),
        appeal.getOutcome(),
        appeal.getHearingAt(),
        appeal.getPlace(),
        appeal.getRefusalReason());
  }
}

package kz.miras.registrar.attestation.service.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.rating.RatingAmendment;
import kz.miras.registrar.attestation.service.RatingGate;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;

/**
 * RAT-8. Who is told of a journal that was mended: its teacher, and each student whose rating is
 * another one, once ratings are published. Before that, publication tells the student. And who is
 * told that nothing is to be decided any more.
 */
@ApplicationScoped
class RatingAmendNews {

  private static final String SESSION = "/achievement/my-session.xhtml";
  private static final String WITHDRAWN = "attestation.notice.amendment-withdrawn";
  private static final String JOURNAL = "/attestation/rating.xhtml?id=";

  @Inject private RatingGate gate;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private Notices notices;

  /**
   * A rating that is another one.
   *
   * @param row of the sheet it goes to, changed already
   * @param before null for none
   */
  record Changed(SheetRow row, BigDecimal before, BigDecimal now) {}

  void tell(Sheet journal, Sheet main, BasisDocument basis, List<Changed> changed) {
    if (journal.getTeacherId() != null) {
      notices.tellTeacher(
          journal.getTeacherId(),
          "attestation.notice.journal-amended",
          JOURNAL + journal.getUuid(),
          journal.getNumber(),
          basis.number(),
          basis.date());
    }
    RatingGate.Asked asked = gate.asked(main);
    Discipline discipline = catalogue.discipline(main.getDisciplineId()).orElseThrow();
    RuleSet inForce = rules.named(main.getRuleSetCode());
    EntryForm form = main.getKind().entryForm(discipline.getControlForm());
    for (Changed one : changed) {
      long student = one.row().getStudentId();
      if (!asked.isPublished(student)) {
        continue;
      }
      notices.tellStudent(
          student,
          "attestation.notice.rating-amended",
          SESSION,
          discipline.getCode(),
          journal.getPeriod(),
          shown(one.before()),
          shown(one.now()),
          basis.number(),
          basis.date());
      one.row()
          .scores()
          .admissionRating(inForce)
          .ifPresent(
              rating ->
                  notices.tellStudent(
                      student,
                      asked.admission(one.row()).notice(form, inForce),
                      SESSION,
                      discipline.getCode(),
                      rating));
    }
  }

  /**
   * A request was taken back: those who may decide it need not, and the teacher learns of it where
   * somebody else had asked.
   *
   * @param by key of the teacher who took it back; null for nobody who teaches
   */
  void withdrawn(Sheet journal, RatingAmendment request, Long by) {
    String link = JOURNAL + journal.getUuid();
    BasisDocument basis = request.basis();
    notices.tellHolders(
        Permissions.GRADE_CORRECTION_APPROVE,
        WITHDRAWN,
        link,
        journal.getNumber(),
        basis.number(),
        basis.date());
    Long teacher = journal.getTeacherId();
    if (teacher != null && !teacher.equals(by)) {
      notices.tellTeacher(
          teacher, WITHDRAWN, link, journal.getNumber(), basis.number(), basis.date());
    }
  }

  private static String shown(BigDecimal rating) {
    return rating == null ? "—" : rating.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}

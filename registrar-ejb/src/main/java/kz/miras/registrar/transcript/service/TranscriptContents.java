package kz.miras.registrar.transcript.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.StudyRecords;
import kz.miras.registrar.achievement.service.KnownHistory;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.shared.service.PublicAddress;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.SettingsOfDay;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudentStatusChange;
import kz.miras.registrar.student.service.Orders;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.StudiedProgrammes;
import kz.miras.registrar.transcript.TranscriptView;

/** Gathers what a transcript prints; callers have checked whose it is. */
@Stateless
@PermitAll
public class TranscriptContents {

  @Inject private Students students;
  @Inject private Orders orders;
  @Inject private ProgrammesOfStudent programmes;
  @Inject private KnownHistory history;
  @Inject private StudyRules rules;
  @Inject private ReferenceGroups groups;
  @Inject private Settings settings;
  @Inject private PublicAddress address;
  @Inject private UniversityTime time;

  /** The contents as of now, whoever asks without what is not published yet (PUB-1, DOC-10). */
  public TranscriptView of(
      long studentId, String kind, String number, LocalDate date, String code) {
    return of(studentId, kind, number, date, code, null);
  }

  /**
   * DOC-13. The same of one programme.
   *
   * @param programme code of one the student has been in; null for all
   */
  public TranscriptView of(
      long studentId, String kind, String number, LocalDate date, String code, String programme) {
    Student student = students.byId(studentId).orElseThrow();
    List<LedgerEntry> entries = history.told(studentId).entries();
    RulesOfTime inTime = rules.on(student.getProgramme().getLevel(), date);
    List<StudentStatusChange> changes = orders.changes(studentId);
    StudiedProgrammes studied = StudiedProgrammes.of(student.standing(), changes);
    SettingsOfDay set = settings.of(date, "name", "city", "head", PublicAddress.SETTING);
    return new TranscriptView(
        kind,
        number,
        date,
        set.localized("name"),
        set.localized("city"),
        student.getProgramme().getSchool().getName(),
        holder(student),
        set.localized("head"),
        code,
        code == null ? null : address.verify(code, set),
        programme == null
            ? StudyRecords.of(entries, inTime)
            : StudyRecords.of(entries, inTime, studied.positions(programme, entries, time.zone())),
        orders(student, changes),
        entries.isEmpty() ? null : entries.get(entries.size() - 1).position(),
        null,
        programme == null ? null : part(studied.named(programme).orElseThrow()));
  }

  private static TranscriptView.Part part(Programme programme) {
    return new TranscriptView.Part(
        null, null, new TranscriptView.Studied(programme.getCode(), programme.getName()));
  }

  /** DOC-64. The same with the distribution of grades of its disciplines, where it can be told. */
  public TranscriptView distributed(long studentId, TranscriptView view) {
    Programme stated = programmes.stated(students.byId(studentId).orElseThrow(), view);
    return groups.table(stated, view.record(), view.date()).map(view::with).orElse(view);
  }

  /**
   * The first order of all, those that led into another programme, whose results stand beside those
   * of the first, and of an expelled student the last of expulsion; none that was taken back.
   */
  private static List<TranscriptView.Basis> orders(
      Student student, List<StudentStatusChange> history) {
    List<StudentStatusChange> changes = StudentStatusChange.standing(history);
    List<TranscriptView.Basis> basis = new ArrayList<>();
    changes.stream().limit(1).forEach(change -> basis.add(basis(change)));
    changes.stream()
        .skip(1)
        .filter(StudentStatusChange::changesProgramme)
        .forEach(change -> basis.add(basis(change)));
    if (student.getStatus() == StudentStatus.EXPELLED) {
      changes.stream()
          .skip(1)
          .filter(change -> change.getAfter().getStatus() == StudentStatus.EXPELLED)
          .reduce((earlier, later) -> later)
          .ifPresent(change -> basis.add(basis(change)));
    }
    return basis;
  }

  private static TranscriptView.Basis basis(StudentStatusChange change) {
    StudentOrder order = change.getOrder();
    return new TranscriptView.Basis(
        order.getKind().key(),
        order.getNumber(),
        order.getSignedOn(),
        change.changesProgramme()
            ? change.getBefore().getCurriculum().getProgramme().getCode()
                + " – "
                + change.getAfter().getCurriculum().getProgramme().getCode()
            : null);
  }

  private static TranscriptView.Holder holder(Student student) {
    return new TranscriptView.Holder(
        student.getStudentNo(),
        student.fullName(),
        student.latinName(),
        student.kazakhName(),
        student.familyName(),
        student.getBirthDate(),
        student.getProgramme().getLevel(),
        student.getProgramme().getCode(),
        student.getProgramme().getName(),
        student.getStudyForm(),
        student.getStudyLanguage().tag(),
        student.getFunding(),
        student.getAdmissionYear(),
        student.getCourseYear(),
        student.getStatus());
  }
}

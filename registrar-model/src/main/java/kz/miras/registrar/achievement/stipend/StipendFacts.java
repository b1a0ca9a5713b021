package kz.miras.registrar.achievement.stipend;

import java.util.List;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudyForm;

/**
 * What is known of a student after a session.
 *
 * @param session results that count in the term of the session, additional study left out
 * @param pending keys of disciplines of the term whose result is still I and may be closed,
 *     additional study left out
 * @param expired keys of those whose I may be closed no more: a failure in all but the entry
 * @param missing names of disciplines of the term, additional study left out, that are studied or
 *     stand on a sheet and have no result yet
 * @param study results that count in the whole study, additional study left out
 * @param debts credits owed from earlier terms
 */
public record StipendFacts(
    StudentStatus status,
    Funding funding,
    StudyForm form,
    int course,
    List<Result> session,
    List<String> pending,
    List<String> expired,
    List<LocalizedText> missing,
    List<Result> study,
    int debts) {

  public StipendFacts {
    session = List.copyOf(session);
    pending = List.copyOf(pending);
    expired = List.copyOf(expired);
    missing = List.copyOf(missing);
    study = List.copyOf(study);
  }
}

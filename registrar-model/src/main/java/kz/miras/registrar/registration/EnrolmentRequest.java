package kz.miras.registrar.registration;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.student.StudentStatus;

/**
 * All a decision about one enrolment looks at; gathered first, so that the rules are plain
 * functions.
 *
 * @param status of the student
 * @param discipline code of the discipline
 * @param credits of the discipline
 * @param type why it is taken
 * @param openOffering whether the offering takes students
 * @param takenAlready whether the student is on the discipline in this term already
 * @param standing how the discipline stands in the history
 * @param prerequisites standing of each prerequisite by its code
 * @param studiedNow codes of prerequisites the student studies in this or the previous term
 * @param creditsInTerm credits of the same kind taken in the term so far
 * @param clashes sections or disciplines whose lessons overlap
 * @param attemptNo number of this attempt
 */
public record EnrolmentRequest(
    StudentStatus status,
    String discipline,
    int credits,
    EnrolmentType type,
    boolean openOffering,
    boolean takenAlready,
    AcademicRecord.Standing standing,
    Map<String, AcademicRecord.Standing> prerequisites,
    List<String> studiedNow,
    int creditsInTerm,
    List<String> clashes,
    int attemptNo)
    implements Serializable {}

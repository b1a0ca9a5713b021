package kz.miras.registrar.attestation.amend;

import java.io.Serializable;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.shared.LocalizedText;

/**
 * SHT-17. What stands in the head of a sheet beside its own data (domain 3.1): of a posted sheet as
 * it was then, whatever becomes of the catalogue, the group and its students.
 *
 * @param code of the discipline
 * @param control how the discipline ends
 * @param section code of the group; null for none
 * @param teacher personnel number; null for nobody
 * @param examiner personnel number; null for nobody
 * @param school of the students; several are parted by semicolons, as programmes are
 * @param programmes codes and names of the students' programmes
 * @param courses years of study of the students, parted by commas
 * @param year academic year, for example 2026/2027
 * @param termType name of the kind of term
 */
public record SheetFrame(
    String code,
    LocalizedText name,
    int credits,
    ControlForm control,
    String section,
    String teacher,
    String examiner,
    LocalizedText school,
    LocalizedText programmes,
    String courses,
    String year,
    String termType)
    implements Serializable {}

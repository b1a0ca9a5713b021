package kz.miras.registrar.transcript.service.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.OrgUnit;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.service.Offerings;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.SubjectPart;
import kz.miras.registrar.transcript.SubjectPeople;

/** Sheets and journals: settled once they are posted, of the version that stands. */
@ApplicationScoped
public class SheetSubject implements DocumentSubject {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private Catalogue catalogue;
  @Inject private Offerings offerings;

  @Override
  public Set<SubjectKind> kinds() {
    return Set.of(SubjectKind.EXAM_SHEET, SubjectKind.RETAKE_SHEET, SubjectKind.RATING_SHEET);
  }

  @Override
  public Optional<Found> find(UUID id, Map<String, String> details) {
    return sheets.byUuid(id).map(this::found);
  }

  private Found found(Sheet sheet) {
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    String section =
        sheet.getSectionId() == null
            ? null
            : offerings.section(sheet.getSectionId()).map(Section::getCode).orElse(null);
    SubjectKind kind = SubjectKind.of(sheet.getKind());
    return new Found(
        kind,
        sheet.getUuid(),
        Stream.of(sheet.getNumber(), discipline.getCode(), section)
            .filter(part -> part != null)
            .collect(Collectors.joining(" · ")),
        Map.of(VERSION, String.valueOf(sheet.getVersionNo())),
        sheet.getStatus().isPosted(),
        List.of(),
        whose.may(Permissions.SHEET_READ, sheet),
        whose.target(sheet),
        new SubjectPeople(
            Map.of(
                SubjectPart.EXAMINER, some(sheet.getExaminerId(), sheet.getTeacherId()),
                SubjectPart.TEACHER, some(sheet.getTeacherId(), null)),
            Map.of(),
            school(discipline)),
        Map::of,
        page(kind, sheet.getUuid()));
  }

  /** Where a sheet or a journal is shown. */
  public static String page(SubjectKind kind, UUID id) {
    return "/attestation/"
        + (kind == SubjectKind.RATING_SHEET ? "rating" : "sheet")
        + ".xhtml?id="
        + id;
  }

  /** Where nobody is named examiner, the teacher examines. */
  private static Set<Long> some(Long id, Long otherwise) {
    Long one = id == null ? otherwise : id;
    return one == null ? Set.of() : Set.of(one);
  }

  private static Long school(Discipline discipline) {
    OrgUnit above = discipline.getDepartment().getParent();
    return above == null ? null : above.getId();
  }
}

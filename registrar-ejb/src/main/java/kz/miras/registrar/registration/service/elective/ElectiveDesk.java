package kz.miras.registrar.registration.service.elective;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.PlanLine;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.elective.CatalogueComplete;
import kz.miras.registrar.registration.elective.CatalogueStatus;
import kz.miras.registrar.registration.elective.ElectiveCatalogue;
import kz.miras.registrar.registration.elective.ElectiveEntry;
import kz.miras.registrar.registration.elective.ElectiveSound;
import kz.miras.registrar.registration.elective.TermsOfYear;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * What is done to a catalogue of electives as a whole: begun, approved by a decision, published and
 * followed by a next edition. Its entries are typed or imported one by one.
 */
@Stateless
@Guarded
public class ElectiveDesk {

  @Inject private ElectiveCatalogues catalogues;
  @Inject private ElectiveDrafts drafts;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * What became of many at once.
   *
   * @param done how many
   * @param left names of those that could not, with the first reason
   */
  public record Many(int done, List<Left> left) implements Serializable {
    public Many {
      left = List.copyOf(left);
    }
  }

  /** One that could not. */
  public record Left(String id, String programme, int admissionYear, Refusal why)
      implements Serializable {}

  /**
   * Begins a draft for each curriculum somebody studies by that has electives in the year and no
   * catalogue yet.
   *
   * @return how many were begun
   */
  @RolesAllowed(Permissions.CATALOGUE_EDIT)
  public int beginYear(int startYear) {
    AcademicYear year = year(startYear);
    Set<Long> there = new HashSet<>();
    catalogues.ofYear(startYear).forEach(one -> there.add(one.getCurriculum().getId()));
    int begun = 0;
    for (Curriculum curriculum : catalogues.studied()) {
      if (!there.contains(curriculum.getId()) && hasElectives(curriculum, startYear)) {
        drafts.first(curriculum, year);
        begun++;
      }
    }
    return begun;
  }

  private boolean hasElectives(Curriculum curriculum, int startYear) {
    int course = startYear - curriculum.getAdmissionYear() + 1;
    int years = curriculum.getProgramme().getYears();
    if (course < 1 || course > years) {
      return false;
    }
    List<PlanLine> lines = catalogue.items(curriculum.getId()).stream().map(PlanLine::of).toList();
    TermsOfYear terms = TermsOfYear.of(course, years, lines);
    return lines.stream().anyMatch(line -> line.isChoice() && terms.contains(line.termNo()));
  }

  /**
   * KED-2. Begins the next edition of a published catalogue, as a draft with the same entries.
   *
   * @return public id of the draft; of the one in work where there is one
   */
  @RolesAllowed(Permissions.CATALOGUE_EDIT)
  public String nextEdition(String id) {
    ElectiveCatalogue before = required(id);
    List<ElectiveCatalogue> editions =
        catalogues.of(before.getCurriculum().getId()).stream()
            .filter(one -> one.getAcademicYear().equals(before.getAcademicYear()))
            .toList();
    return editions.stream()
        .filter(one -> !one.getStatus().isShown())
        .findFirst()
        .orElseGet(
            () ->
                drafts.next(
                    before,
                    editions.stream().mapToInt(ElectiveCatalogue::getEdition).max().orElse(0) + 1))
        .getUuid()
        .toString();
  }

  /** KED-2. Takes an entry out of a draft. */
  @RolesAllowed(Permissions.CATALOGUE_EDIT)
  public Verdict remove(String id, String discipline) {
    ElectiveCatalogue draft = required(id);
    Verdict verdict = ElectiveSound.mayChange(draft.getStatus());
    if (verdict.isAllowed()) {
      ElectiveEntry entry =
          catalogues.entries(draft.getId()).stream()
              .filter(one -> one.getDiscipline().getCode().equals(discipline))
              .findFirst()
              .orElseThrow(() -> new RegistrarException.NotFound("discipline", discipline));
      catalogues.remove(entry);
      draft.changedBy(access.current().accountId());
    }
    return verdict;
  }

  /**
   * KED-3, KED-4, SOD-2. Writes down the decision that approves a draft.
   *
   * @param decision body, number and date
   */
  @RolesAllowed(Permissions.OFFERING_APPROVE)
  public Verdict approve(String id, String decision) {
    return approve(required(id), decision);
  }

  private Verdict approve(ElectiveCatalogue draft, String decision) {
    Verdict verdict =
        ElectiveSound.mayChange(draft.getStatus())
            .and(CatalogueComplete.approval(decision))
            .and(SeparationOfDuty.approvesDraft(access.current().accountId(), draft.getAuthors()))
            .and(drafts.judge(draft));
    if (verdict.isAllowed()) {
      audit.because(decision.strip());
      draft.approve(decision.strip(), access.current().login(), time.now());
    }
    return verdict;
  }

  /** Approves every draft of a year that is complete, by one decision. */
  @RolesAllowed(Permissions.OFFERING_APPROVE)
  public Many approveYear(int startYear, String decision) {
    List<Left> left = new ArrayList<>();
    int done = 0;
    for (ElectiveCatalogue draft : catalogues.ofYear(startYear)) {
      if (draft.getStatus().isDraft()) {
        Verdict verdict = approve(draft, decision);
        if (verdict.isAllowed()) {
          done++;
        } else {
          left.add(left(draft, verdict.refusals().get(0)));
        }
      }
    }
    return new Many(done, left);
  }

  private static Left left(ElectiveCatalogue of, Refusal why) {
    return new Left(
        of.getUuid().toString(),
        of.getCurriculum().getProgramme().getCode(),
        of.getCurriculum().getAdmissionYear(),
        why);
  }

  /** Opens an approved catalogue, not yet published, for changes again. */
  @RolesAllowed(Permissions.OFFERING_APPROVE)
  public Verdict reopen(String id, String reason) {
    ElectiveCatalogue approved = required(id);
    Verdict verdict = CatalogueComplete.reopens(approved.getStatus(), reason);
    if (verdict.isAllowed()) {
      audit.because(reason.strip());
      approved.returnToDraft();
    }
    return verdict;
  }

  /**
   * KED-4. Publishes an approved catalogue; the edition before is superseded, students are told.
   */
  @RolesAllowed(Permissions.OFFERING_APPROVE)
  public Verdict publish(String id) {
    ElectiveCatalogue approved = required(id);
    Verdict verdict = CatalogueComplete.publication(approved.getStatus());
    if (verdict.isAllowed()) {
      publish(approved);
    }
    return verdict;
  }

  private void publish(ElectiveCatalogue approved) {
    catalogues.of(approved.getCurriculum().getId()).stream()
        .filter(one -> one.getAcademicYear().equals(approved.getAcademicYear()))
        .filter(one -> one.getStatus() == CatalogueStatus.PUBLISHED)
        .forEach(ElectiveCatalogue::supersede);
    catalogues.flush();
    approved.publish(time.now());
    int year = approved.getAcademicYear().getStartYear();
    for (long student : catalogues.studentsOf(approved.getCurriculum())) {
      notices.tellStudent(
          student,
          "registration.notice.catalogue",
          "/registration/catalogue.xhtml?id=" + approved.getUuid(),
          year + "/" + (year + 1));
    }
  }

  /**
   * Publishes every approved catalogue of a year.
   *
   * @return how many
   */
  @RolesAllowed(Permissions.OFFERING_APPROVE)
  public int publishYear(int startYear) {
    List<ElectiveCatalogue> approved =
        catalogues.ofYear(startYear).stream()
            .filter(one -> one.getStatus() == CatalogueStatus.APPROVED)
            .toList();
    approved.forEach(this::publish);
    return approved.size();
  }

  private AcademicYear year(int startYear) {
    return calendars
        .year(startYear)
        .orElseThrow(() -> new RegistrarException.NotFound("year", startYear));
  }

  private ElectiveCatalogue required(String id) {
    return PublicId.parse(id)
        .flatMap(catalogues::byUuid)
        .orElseThrow(() -> new RegistrarException.NotFound("catalogue", id));
  }
}

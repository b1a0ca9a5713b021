package kz.miras.registrar.registration.service.elective;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.PlanLine;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.elective.CatalogueComplete;
import kz.miras.registrar.registration.elective.CatalogueComplete.Offer;
import kz.miras.registrar.registration.elective.ElectiveCatalogue;
import kz.miras.registrar.registration.elective.ElectiveEntry;
import kz.miras.registrar.registration.elective.TermsOfYear;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.UniversityTime;

/** Makes drafts: from the edition before, else from the electives of the curriculum. */
@ApplicationScoped
class ElectiveDrafts {

  @Inject private ElectiveCatalogues catalogues;
  @Inject private Catalogue catalogue;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** An empty draft of the next edition. */
  ElectiveCatalogue empty(Curriculum curriculum, AcademicYear year, int edition) {
    ElectiveCatalogue draft =
        new ElectiveCatalogue(curriculum, year, edition, access.current().login(), time.now());
    draft.changedBy(access.current().accountId());
    catalogues.add(draft);
    return draft;
  }

  /** A draft that begins where the edition before has ended. */
  ElectiveCatalogue next(ElectiveCatalogue before, int edition) {
    ElectiveCatalogue draft = empty(before.getCurriculum(), before.getAcademicYear(), edition);
    for (ElectiveEntry one : catalogues.entries(before.getId())) {
      ElectiveEntry entry =
          new ElectiveEntry(
              draft,
              one.getDiscipline(),
              one.getChoiceBlock(),
              one.getTermNo(),
              one.getLanguages());
      entry.place(
          one.getChoiceBlock(), one.getTermNo(), one.getLanguages(), one.getAdditionBasis());
      entry.describe(one.getDescriptionKk(), one.getDescriptionRu(), one.getDescriptionEn());
      catalogues.add(entry);
    }
    return draft;
  }

  /** A draft with the electives the curriculum has in the year, described as they last were. */
  ElectiveCatalogue first(Curriculum curriculum, AcademicYear year) {
    ElectiveCatalogue draft = empty(curriculum, year, 1);
    List<CurriculumItem> electives = electives(draft);
    Map<Long, ElectiveEntry> described =
        catalogues.described(electives.stream().map(item -> item.getDiscipline().getId()).toList());
    for (CurriculumItem item : electives) {
      ElectiveEntry entry =
          new ElectiveEntry(
              draft,
              item.getDiscipline(),
              item.getChoiceBlock(),
              item.getTermNo(),
              String.join(" ", Checks.words(curriculum.getProgramme().getLanguages())));
      ElectiveEntry words = described.get(item.getDiscipline().getId());
      if (words != null) {
        entry.describe(
            words.getDescriptionKk(), words.getDescriptionRu(), words.getDescriptionEn());
      }
      catalogues.add(entry);
    }
    return draft;
  }

  /** Electives of the curriculum that fall into the year of a catalogue. */
  List<CurriculumItem> electives(ElectiveCatalogue of) {
    List<CurriculumItem> items = catalogue.items(of.getCurriculum().getId());
    TermsOfYear terms = terms(of, items.stream().map(PlanLine::of).toList());
    return items.stream()
        .filter(item -> item.getChoiceBlock() != null && terms.contains(item.getTermNo()))
        .toList();
  }

  /** Lines of the curriculum of a catalogue. */
  List<PlanLine> lines(ElectiveCatalogue of) {
    return catalogue.items(of.getCurriculum().getId()).stream().map(PlanLine::of).toList();
  }

  static TermsOfYear terms(ElectiveCatalogue of, List<PlanLine> lines) {
    return TermsOfYear.of(of.courseYear(), of.getCurriculum().getProgramme().getYears(), lines);
  }

  /** KED-3. What stands against the approval of a catalogue. */
  Verdict judge(ElectiveCatalogue of) {
    List<PlanLine> lines = lines(of);
    List<Offer> offers =
        catalogues.entries(of.getId()).stream()
            .map(
                entry ->
                    new Offer(
                        entry.getDiscipline().getCode(),
                        entry.getDiscipline().getCredits(),
                        entry.getChoiceBlock(),
                        entry.isDescribed()))
            .toList();
    return CatalogueComplete.judge(offers, lines, terms(of, lines));
  }
}

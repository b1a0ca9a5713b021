package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.OfferingStatus;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.shared.Language;

/** Opens a discipline in a term with its groups, and closes what is not taught after all. */
@ApplicationScoped
public class GroupOpening {

  @Inject private Offerings offerings;
  @Inject private SectionSeats seats;

  /**
   * Opens groups of equal size; an offering of the discipline in this language that is there gets
   * them.
   *
   * @return key of the offering
   */
  public long open(Term term, Discipline discipline, Language language, int groups, int capacity) {
    String code = discipline.getCode() + "-" + language.tag();
    Offering offering =
        offerings.ofTerm(term.getId()).stream()
            .filter(one -> one.getCode().equals(code))
            .findFirst()
            .orElseGet(
                () -> {
                  Offering made = new Offering(term.getId(), discipline.getId(), code, language);
                  offerings.add(made);
                  return made;
                });
    offering.become(OfferingStatus.OPEN);
    offerings.flush();
    int there = offerings.sectionsOf(offering.getId()).size();
    for (int number = there + 1; number <= there + groups; number++) {
      Section section = new Section(offering, SectionKind.GROUP, code + "-" + number);
      offerings.add(section);
      offerings.flush();
      seats.resize(section.getId(), capacity);
    }
    return offering.getId();
  }

  /** Closes an offering and its sections; its students are the caller's to release. */
  public void close(long offeringId) {
    offerings.offering(offeringId).ifPresent(offering -> offering.become(OfferingStatus.CANCELLED));
    offerings.sectionsOf(offeringId).forEach(section -> section.become(SectionStatus.CANCELLED));
  }
}

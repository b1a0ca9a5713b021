package kz.miras.registrar.registration.service;

import java.util.List;
import java.util.Set;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.shared.Language;

/**
 * One discipline a student wants to take.
 *
 * @param discipline its key
 * @param offering null while only the discipline is chosen
 * @param sections all sections of the offering
 * @param group key of the GROUP section wanted; null for any
 * @param replaces key of the enrolment it is to take the place of; null for none
 * @param purpose what it serves in the summer; null for what an application says, or the usual
 * @param reason why it is enrolled although something speaks against it; null for none
 * @param taught languages it is taught in; empty where that is not asked
 */
record Wish(
    long discipline,
    Offering offering,
    List<Section> sections,
    Long group,
    EnrolmentType type,
    Language language,
    Long replaces,
    SummerPurpose purpose,
    String reason,
    Set<Language> taught) {

  Wish {
    taught = Set.copyOf(taught);
    sections = List.copyOf(sections);
  }

  /** A wish for a seat of an offering. */
  static Wish of(
      Offering offering,
      List<Section> sections,
      Long group,
      EnrolmentType type,
      Long replaces,
      String reason) {
    return new Wish(
        offering.getDisciplineId(),
        offering,
        sections,
        group,
        type,
        offering.getLanguage(),
        replaces,
        null,
        reason,
        Set.of());
  }

  /** A discipline chosen before its sections exist. */
  static Wish chosen(long discipline, EnrolmentType type, Language language) {
    return new Wish(discipline, null, List.of(), null, type, language, null, null, null, Set.of());
  }

  /** The same in this group. */
  Wish in(long section) {
    return new Wish(
        discipline, offering, sections, section, type, language, replaces, purpose, reason, taught);
  }

  /** The same for this reason. */
  Wish because(String why) {
    return new Wish(
        discipline, offering, sections, group, type, language, replaces, purpose, why, taught);
  }

  /** The same for this purpose of the summer. */
  Wish serving(SummerPurpose of) {
    return new Wish(
        discipline, offering, sections, group, type, language, replaces, of, reason, taught);
  }

  /** The same in this language of those it is taught in. */
  Wish in(Language wanted, Set<Language> languages) {
    return new Wish(
        discipline, offering, sections, group, type, wanted, replaces, purpose, reason, languages);
  }

  /** The same in the place of an enrolment; null for none. */
  Wish insteadOf(Long enrolment) {
    return new Wish(
        discipline, offering, sections, group, type, language, enrolment, purpose, reason, taught);
  }

  boolean isOnlyChosen() {
    return offering == null;
  }
}

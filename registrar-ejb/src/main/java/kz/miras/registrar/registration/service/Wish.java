package kz.miras.registrar.registration.service;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param stream key of the LECTURE section wanted; null for any
 * @param replaces key of the enrolment it is to take the place of; null for none
 * @param leaving key of the other discipline of the term it is to take the place of, which has that
 *     enrolment or stands in the plan without one; null for none
 * @param purpose what it serves in the summer; null for what an application says, or the usual
 * @param reason why it is enrolled although something speaks against it; null for none
 * @param taught languages it is taught in; empty where that is not asked
 */
record Wish(
    long discipline,
    Offering offering,
    List<Section> sections,
    Long group,
    Long stream,
    EnrolmentType type,
    Language language,
    Long replaces,
    Long leaving,
    SummerPurpose purpose,
    String reason,
    Set<Language> taught) {

  Wish {
    taught = Set.copyOf(taught);
    sections = List.copyOf(sections);
  }

  /** A wish for a seat of an offering, in any stream of it. */
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
        null,
        type,
        offering.getLanguage(),
        replaces,
        null,
        null,
        reason,
        Set.of());
  }

  /** A discipline chosen before its sections exist. */
  static Wish chosen(long discipline, EnrolmentType type, Language language) {
    return new Wish(
        discipline, null, List.of(), null, null, type, language, null, null, null, null, Set.of());
  }

  /** The same, naming these; null for any. */
  Wish naming(Long inGroup, Long inStream) {
    return new Wish(
        discipline,
        offering,
        sections,
        inGroup,
        inStream,
        type,
        language,
        replaces,
        leaving,
        purpose,
        reason,
        taught);
  }

  /** Whether it may be given this section: none of the kind is named, or this one is. */
  boolean lets(Section section) {
    Long of =
        switch (section.getKind()) {
          case LECTURE -> stream;
          case GROUP -> group;
          case SUBGROUP -> null;
        };
    return of == null || of.equals(section.getId());
  }

  /** Keys of the sections it names: of their kinds no other will do. */
  Set<Long> named() {
    return Stream.of(group, stream).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  /** The same for this reason. */
  Wish because(String why) {
    return new Wish(
        discipline,
        offering,
        sections,
        group,
        stream,
        type,
        language,
        replaces,
        leaving,
        purpose,
        why,
        taught);
  }

  /** The same for this purpose of the summer. */
  Wish serving(SummerPurpose of) {
    return new Wish(
        discipline,
        offering,
        sections,
        group,
        stream,
        type,
        language,
        replaces,
        leaving,
        of,
        reason,
        taught);
  }

  /** The same in this language of those it is taught in. */
  Wish in(Language wanted, Set<Language> languages) {
    return new Wish(
        discipline,
        offering,
        sections,
        group,
        stream,
        type,
        wanted,
        replaces,
        leaving,
        purpose,
        reason,
        languages);
  }

  /**
   * The same in the place of an enrolment or a line without one.
   *
   * @param enrolment key; null for none
   * @param other key of the discipline of either, its own too; null where that is not asked for
   */
  Wish insteadOf(Long enrolment, Long other) {
    return new Wish(
        discipline,
        offering,
        sections,
        group,
        stream,
        type,
        language,
        enrolment,
        other == null || other == discipline ? null : other,
        purpose,
        reason,
        taught);
  }

  boolean isOnlyChosen() {
    return offering == null;
  }
}

package kz.miras.registrar.registration.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.registration.elective.ElectiveEntry;
import kz.miras.registrar.registration.rule.LineSource;
import kz.miras.registrar.registration.service.PlanSources.Prescribed;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Checks;

/**
 * A discipline of a term as the curriculum and the catalogue of electives have it together.
 *
 * @param block choice block; null outside
 * @param blockCredits credits to be chosen from the block; of the discipline outside
 * @param source PROGRAMME, CATALOGUE or LEFT_OUT
 * @param languages tags of the languages it is taught in, never empty
 * @param basis decision by which the catalogue adds it; null where the curriculum has it
 */
record PlannedItem(
    Discipline discipline,
    int termNo,
    Cycle cycle,
    Component component,
    String block,
    int blockCredits,
    LineSource source,
    List<String> languages,
    String basis) {

  private static final List<String> ANY = List.of("kk", "ru", "en");

  /**
   * Items of a curriculum and additions of the catalogue of the year; additions follow the items of
   * their block.
   *
   * @param places where each discipline stands, by its key
   * @param usual tags of the languages the programme is taught in
   */
  static List<PlannedItem> of(
      List<CurriculumItem> items,
      List<ElectiveEntry> entries,
      Map<Long, Prescribed> places,
      String usual) {
    Map<Long, ElectiveEntry> entered = new HashMap<>();
    entries.forEach(entry -> entered.put(entry.getDiscipline().getId(), entry));
    List<PlannedItem> all = new ArrayList<>();
    Map<String, PlannedItem> blocks = new HashMap<>();
    for (CurriculumItem item : items) {
      ElectiveEntry entry = entered.remove(item.getDiscipline().getId());
      PlannedItem one = ofCurriculum(item, entry, places, usual);
      all.add(one);
      blocks.putIfAbsent(one.block(), one);
    }
    for (ElectiveEntry entry : entries) {
      if (entered.containsKey(entry.getDiscipline().getId())) {
        all.add(addition(entry, blocks.get(entry.getChoiceBlock()), usual));
      }
    }
    return all;
  }

  private static PlannedItem ofCurriculum(
      CurriculumItem item, ElectiveEntry entry, Map<Long, Prescribed> places, String usual) {
    Discipline discipline = item.getDiscipline();
    return new PlannedItem(
        discipline,
        item.getTermNo(),
        item.getCycle(),
        item.getComponent(),
        item.getChoiceBlock(),
        item.getChoiceCredits() == null ? discipline.getCredits() : item.getChoiceCredits(),
        places.get(discipline.getId()).source(),
        languages(entry == null ? usual : entry.getLanguages()),
        null);
  }

  /** An addition is chosen with the others of its block. */
  private static PlannedItem addition(ElectiveEntry entry, PlannedItem fellow, String usual) {
    Discipline discipline = entry.getDiscipline();
    return new PlannedItem(
        discipline,
        entry.getTermNo(),
        fellow == null ? null : fellow.cycle(),
        fellow == null ? Component.ELECTIVE : fellow.component(),
        entry.getChoiceBlock(),
        fellow == null ? discipline.getCredits() : fellow.blockCredits(),
        LineSource.CATALOGUE,
        languages(entry.getLanguages() == null ? usual : entry.getLanguages()),
        entry.getAdditionBasis());
  }

  /** A discipline neither curriculum nor catalogue has: it is taken as it is offered. */
  static PlannedItem beyond(Discipline discipline) {
    return new PlannedItem(
        discipline, 0, null, null, null, discipline.getCredits(), LineSource.NONE, ANY, null);
  }

  private static List<String> languages(String tags) {
    List<String> named = Checks.words(tags);
    List<String> known = ANY.stream().filter(named::contains).toList();
    return known.isEmpty() ? ANY : known;
  }

  /**
   * Tags of the languages, with the one a line of the plan has already.
   *
   * @param refused those no group is opened in; what everybody must take is never refused
   * @param joined the language a language is chosen in, itself or the one the office merged it into
   */
  List<String> languagesWith(String own, Set<Language> refused, UnaryOperator<Language> joined) {
    List<String> all = new ArrayList<>(languages);
    if (own != null && !languages.contains(own)) {
      all.add(own);
    }
    if (block != null || source != LineSource.PROGRAMME) {
      all.removeIf(tag -> refused.contains(Language.of(tag)));
    }
    return all.stream().map(tag -> joined.apply(Language.of(tag)).tag()).distinct().toList();
  }

  boolean isLeftOut() {
    return source == LineSource.LEFT_OUT;
  }
}

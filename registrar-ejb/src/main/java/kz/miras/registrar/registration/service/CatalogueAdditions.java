package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.PlanLine;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.plan.DegreeState;

/**
 * What the catalogues of electives of all years have added to the choice blocks of a curriculum: a
 * student who has passed such a discipline has filled the block with it for good.
 */
@ApplicationScoped
class CatalogueAdditions {

  private static final String ADDED =
      "SELECT e.discipline_id, e.choice_block, e.term_no, c.status = 'PUBLISHED' AND y.ends_on >="
          + " university_today() FROM elective_catalogue c JOIN elective_entry e ON e.catalogue_id ="
          + " c.id JOIN academic_year y ON y.id = c.academic_year_id WHERE c.curriculum_id = ? AND"
          + " c.status IN ('PUBLISHED', 'SUPERSEDED') AND NOT EXISTS (SELECT 1 FROM curriculum_item"
          + " i WHERE i.curriculum_id = c.curriculum_id AND i.discipline_id = e.discipline_id) ORDER"
          + " BY y.start_year DESC, c.edition DESC";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Catalogue catalogue;

  /**
   * A discipline a catalogue adds.
   *
   * @param line as if the curriculum had it, with cycle, component and credits of its block
   * @param offered whether a catalogue of a year that is not over has it
   */
  record Addition(Discipline discipline, PlanLine line, boolean offered) {

    /** Whether it belongs to the degree of a student: it can be chosen still, or has been. */
    boolean counts(DegreeState state) {
      return offered || state.isBehind() || state == DegreeState.PLANNED;
    }
  }

  /** Where an addition stands; the newest catalogue decides. */
  private record Entry(String block, int termNo, boolean offered) {}

  /**
   * The additions to a curriculum, in order of their codes.
   *
   * @param items the lines of the curriculum
   */
  List<Addition> of(long curriculum, List<CurriculumItem> items) {
    Map<Long, Entry> entries = entries(curriculum);
    if (entries.isEmpty()) {
      return List.of();
    }
    List<Addition> additions = new ArrayList<>();
    for (Discipline discipline : catalogue.disciplines(entries.keySet())) {
      Entry entry = entries.get(discipline.getId());
      first(items, entry.block())
          .ifPresent(
              fellow ->
                  additions.add(
                      new Addition(discipline, line(discipline, entry, fellow), entry.offered())));
    }
    additions.sort(Comparator.comparing(one -> one.line().code()));
    return additions;
  }

  private static Optional<CurriculumItem> first(List<CurriculumItem> items, String of) {
    return items.stream()
        .filter(item -> of.equals(item.getChoiceBlock()))
        .min(
            Comparator.comparingInt(CurriculumItem::getTermNo)
                .thenComparing(item -> item.getDiscipline().getCode()));
  }

  private static PlanLine line(Discipline discipline, Entry entry, CurriculumItem fellow) {
    Integer credits = fellow.getChoiceCredits();
    return new PlanLine(
        discipline.getCode(),
        discipline.getName(),
        discipline.isNameRepeats(),
        discipline.getCredits(),
        entry.termNo(),
        fellow.getCycle(),
        fellow.getComponent(),
        entry.block(),
        credits == null ? Integer.valueOf(fellow.getDiscipline().getCredits()) : credits);
  }

  private Map<Long, Entry> entries(long curriculum) {
    Map<Long, Entry> entries = new HashMap<>();
    Set<Long> offered = new HashSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ADDED)) {
      select.setLong(1, curriculum);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (row.getBoolean(4)) {
            offered.add(row.getLong(1));
          }
          entries.putIfAbsent(
              row.getLong(1), new Entry(row.getString(2), row.getInt(3), row.getBoolean(4)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("additions of the catalogue cannot be read", e);
    }
    offered.forEach(
        id ->
            entries.computeIfPresent(id, (key, one) -> new Entry(one.block(), one.termNo(), true)));
    return entries;
  }
}

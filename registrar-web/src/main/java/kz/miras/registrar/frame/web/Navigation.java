package kz.miras.registrar.frame.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;

/** What the side bar offers, by capability; each entry only to those who may use it. */
@Named("navigation")
@RequestScoped
public class Navigation {

  /**
   * One entry.
   *
   * @param key message key of its name
   * @param page address without parameters' encoding
   * @param permission needed to see it
   * @param icon PrimeIcons name
   */
  public record Entry(String key, String page, String permission, String icon) {}

  /** A heading with its entries. */
  public record Part(String key, List<Entry> entries) {}

  /** Instead of lists in which a student finds nobody else. */
  private static final Entry OWN_CARD =
      new Entry("office.desk.own-card", "/student/card.xhtml", Permissions.STUDENT_READ, "id-card");

  /** Pages about many students: nothing for whoever has a right over the own record only. */
  private static final Set<String> OF_MANY =
      Set.of(
          "achievement.consolidated.title",
          "achievement.incomplete.list",
          "frame.list.appeals",
          "frame.list.consultations",
          "frame.list.frequent-questions",
          "office.consultation.figures");

  /** Pages about oneself: for whoever has a right over the own record only. */
  private static final Set<String> OF_ONESELF =
      Set.of("achievement.my.title", "transcript.my.title");

  private static final Set<String> OTHERS = Set.of("frame.list.students", "frame.list.groups");

  @Inject private May may;

  public List<Part> getParts() {
    return Stream.concat(Menu.PARTS.stream(), Stream.of(ExchangeMenu.PART))
        .map(part -> new Part(part.key(), offered(part)))
        .filter(part -> !part.entries().isEmpty())
        .toList();
  }

  /** The entries for the reader; what is reached by several rights is offered once. */
  private List<Entry> offered(Part part) {
    Map<String, Entry> offered = new LinkedHashMap<>();
    part.entries().stream()
        .filter(entry -> may.can(entry.permission()))
        .filter(this::isForReader)
        .map(this::own)
        .forEach(entry -> offered.putIfAbsent(entry.key(), entry));
    return List.copyOf(offered.values());
  }

  private boolean isForReader(Entry entry) {
    boolean alone = may.onlyOwn(entry.permission());
    return OF_ONESELF.contains(entry.key()) ? alone : !alone || !OF_MANY.contains(entry.key());
  }

  private Entry own(Entry entry) {
    boolean alone = OTHERS.contains(entry.key()) && may.onlyOwn(Permissions.STUDENT_READ);
    return alone ? OWN_CARD : entry;
  }
}

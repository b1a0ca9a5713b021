package kz.miras.registrar.office.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.RecordList;

/** The lists that can be typed and imported, in the order they build on one another. */
@ApplicationScoped
public class RecordLists {

  static final List<String> ORDER =
      List.of(
          "units",
          "teachers",
          "programmes",
          "disciplines",
          "prerequisites",
          "curricula",
          "years",
          "terms",
          "electives",
          "events",
          "holidays",
          "groups",
          "students",
          "orders",
          "windows",
          "holds",
          "financial-holds",
          "offerings",
          "sections",
          "slots",
          "enrolments",
          "sittings",
          "prices",
          "summer-disciplines",
          "payments",
          "file-cases",
          "correspondents",
          "results",
          "control-totals",
          "documents");

  @Inject @Any private Instance<RecordList> lists;

  /** All of them. */
  public List<RecordList> all() {
    return lists.stream().sorted(Comparator.comparing(this::place)).toList();
  }

  private int place(RecordList list) {
    int index = ORDER.indexOf(list.code());
    return index < 0 ? ORDER.size() : index;
  }

  /** The list of this name; empty where its records cannot be written one by one. */
  public Optional<RecordList> find(String code) {
    return lists.stream().filter(list -> list.code().equals(code)).findFirst();
  }

  /**
   * The list of a name.
   *
   * @throws RegistrarException.NotFound where there is none
   */
  public RecordList named(String code) {
    return find(code)
        .orElseThrow(() -> new RegistrarException.NotFound("list", String.valueOf(code)));
  }
}

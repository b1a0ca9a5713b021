package kz.miras.registrar.office.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.OrgUnitKind;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.student.service.Students;

/** What a form offers for fields that name another record: its code, and its name to know it by. */
@Stateless
@Guarded
@PermitAll
public class RecordChoices {

  @Inject private RecordLists lists;
  @Inject private Access access;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private Students students;

  /**
   * One choice.
   *
   * @param code what is stored
   * @param name what people know it by
   */
  public record Choice(String code, String name) implements Serializable {}

  /** The choices of each field of a list that names another record; other fields are absent. */
  public Map<String, List<Choice>> of(String code, Language language) {
    RecordList list = lists.named(code);
    access.require(list.permission(), Target.nobodys(), "list", code);
    Map<String, List<Choice>> choices = new LinkedHashMap<>();
    for (Field field : list.fields()) {
      boolean own = list.key().size() == 1 && list.key().contains(field.key());
      List<Choice> found = own ? List.of() : choices(field.key(), language);
      if (!found.isEmpty()) {
        choices.put(field.key(), found);
      }
    }
    return choices;
  }

  private List<Choice> choices(String field, Language language) {
    return switch (field) {
      case "department" -> units(OrgUnitKind.DEPARTMENT, language);
      case "school" -> units(OrgUnitKind.SCHOOL, language);
      case "parent", "unit" ->
          made(catalogue.units(), unit -> unit.getCode(), unit -> unit.getName().in(language));
      case "adviser", "teacher", "examiner" ->
          made(
              catalogue.teachers(),
              teacher -> teacher.getPersonnelNo(),
              teacher -> teacher.fullName());
      case "programme" ->
          made(
              catalogue.programmes(),
              programme -> programme.getCode(),
              programme -> programme.getName().in(language));
      case "discipline", "requires" ->
          made(
              catalogue.disciplines(),
              discipline -> discipline.getCode(),
              discipline -> discipline.getName().in(language));
      case "group" -> made(students.groups(), group -> group.getCode(), group -> group.getCode());
      case "term" -> made(calendars.terms(), term -> term.getCode(), term -> term.getCode());
      case "citizenship", "identity_country" -> countries(language);
      default -> List.of();
    };
  }

  private List<Choice> units(OrgUnitKind kind, Language language) {
    return made(
        catalogue.units().stream().filter(unit -> unit.getKind() == kind).toList(),
        unit -> unit.getCode(),
        unit -> unit.getName().in(language));
  }

  private static List<Choice> countries(Language language) {
    return made(
        List.of(Locale.getISOCountries()),
        code -> code,
        code -> new Locale.Builder().setRegion(code).build().getDisplayCountry(language.locale()));
  }

  private static <E> List<Choice> made(
      List<E> all, Function<E, String> code, Function<E, String> name) {
    List<Choice> choices = new ArrayList<>();
    all.forEach(one -> choices.add(new Choice(code.apply(one), name.apply(one))));
    choices.sort(Comparator.comparing(Choice::code));
    return choices;
  }
}

package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.registration.service.ClashQueries;
import kz.miras.registrar.shared.Refusal;

/** What a student's disciplines overlap with since timetables have moved. */
@Named("planClashes")
@RequestScoped
public class PlanClashes {

  @Inject private ClashQueries queries;

  private final Map<String, Map<String, List<Refusal>>> known = new HashMap<>();

  /** Of one discipline; empty where nothing overlaps. */
  public List<Refusal> of(String student, String term, String discipline) {
    return known
        .computeIfAbsent(student + " " + term, key -> queries.of(student, term))
        .getOrDefault(discipline, List.of());
  }
}

package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import kz.miras.registrar.registration.service.MinorQueries;

/** The minor a student follows, beside the plan. */
@Named("minors")
@RequestScoped
public class StudentMinors {

  @Inject private MinorQueries queries;

  private final Map<String, MinorQueries.Followed> asked = new HashMap<>();

  /** The minor of a student; null for none. */
  public MinorQueries.Followed of(String student) {
    if (!asked.containsKey(student)) {
      asked.put(student, queries.of(student));
    }
    return asked.get(student);
  }
}

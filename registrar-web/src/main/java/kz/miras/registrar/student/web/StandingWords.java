package kz.miras.registrar.student.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import kz.miras.registrar.frame.web.Shown;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.Keyed;

/** Parts of a student's standing in the reader's words. */
@Named("standing")
@RequestScoped
public class StandingWords {

  @Inject private Words words;
  @Inject private Shown shown;

  /** Several parts, one behind another. */
  public String parts(List<Serializable> parts) {
    return parts.stream().map(this::part).collect(Collectors.joining(", "));
  }

  /** One part: a constant by its name, a number as a course, a flag as where somebody studies. */
  public String part(Serializable part) {
    if (part instanceof Keyed named) {
      return words.get(named.key());
    }
    if (part instanceof Integer course) {
      return words.of("transcript.course", course);
    }
    if (part instanceof Boolean away) {
      return words.get(away ? "student.mobility.away" : "student.mobility.here");
    }
    return part instanceof LocalDate day ? shown.day(day) : part.toString();
  }
}

package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import kz.miras.registrar.frame.web.LanguageChoice;

/** Days of the week in the user's language. */
@Named("weekDays")
@RequestScoped
public class WeekDays {

  @Inject private LanguageChoice language;

  public List<DayOfWeek> getDays() {
    return WeekGrid.DAYS;
  }

  /** The short name of a day. */
  public String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, language.getLanguage().locale());
  }
}

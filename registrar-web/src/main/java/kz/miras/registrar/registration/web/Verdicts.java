package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Messages;

/** What rules say, and days of the week, in the user's language. */
@Named("verdicts")
@RequestScoped
public class Verdicts {

  @Inject private LanguageChoice language;

  /** A refusal or warning as a sentence with the way out. */
  public String text(Refusal refusal) {
    return Messages.text(language.getLanguage(), refusal);
  }

  public List<DayOfWeek> getDays() {
    return WeekGrid.DAYS;
  }

  /** The short name of a day. */
  public String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, language.getLanguage().locale());
  }
}

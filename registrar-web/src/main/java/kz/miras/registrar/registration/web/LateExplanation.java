package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.stream.Stream;
import kz.miras.registrar.registration.PersonalWindow;
import kz.miras.registrar.registration.service.WindowQueries.TermTickets;
import kz.miras.registrar.shared.service.UniversityTime;

/** What a student writes who registers in the late window. */
@Named("late")
@ViewScoped
public class LateExplanation implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private TimeTickets tickets;
  @Inject private UniversityTime time;

  private String text;

  /** Whether for seats or even for a choice nothing but the late window is open in this term. */
  public boolean isNeeded(String student, String term) {
    return tickets.of(student).stream()
        .filter(one -> one.term().equals(term))
        .map(TermTickets::windows)
        .flatMap(windows -> Stream.of(windows, PersonalWindow.forSeats(windows)))
        .flatMap(windows -> PersonalWindow.telling(windows, time.now()).stream())
        .anyMatch(window -> window.isOpenAt(time.now()) && window.kind().needsExplanation());
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}

package kz.miras.registrar.attestation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.miras.registrar.attestation.service.rating.RatingFormation;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;

/** Forms the rating sheets of a period in one act. */
@Named("ratingForming")
@RequestScoped
public class RatingForming {

  @Inject private RatingFormation formation;
  @Inject private TermQueries calendar;
  @Inject private Notice notice;
  @Inject private Words words;

  private long term;
  private int period = 1;

  /** Terms to choose from, the latest first. */
  public Map<String, Long> getTerms() {
    Map<String, Long> terms = new LinkedHashMap<>();
    calendar
        .terms()
        .forEach(t -> terms.put(t.code() + " · " + words.get("calendar.term." + t.type()), t.id()));
    return terms;
  }

  public void form() {
    int formed = formation.formTerm(term, period);
    if (formed == 0) {
      notice.warn("attestation.rating.form.none");
    } else {
      notice.say("attestation.form.done", formed);
    }
  }

  public long getTerm() {
    return term;
  }

  public void setTerm(long term) {
    this.term = term;
  }

  public int getPeriod() {
    return period;
  }

  public void setPeriod(int period) {
    this.period = period;
  }
}

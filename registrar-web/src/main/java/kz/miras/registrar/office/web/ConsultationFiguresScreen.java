package kz.miras.registrar.office.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.office.service.consultation.ConsultationFigures;
import kz.miras.registrar.office.service.consultation.ConsultationReport;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** The figures of the journal of consultations, of an academic year until others are asked for. */
@Named("consultationFigures")
@ViewScoped
public class ConsultationFiguresScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ConsultationReport report;
  @Inject private LanguageChoice language;
  @Inject private UniversityTime time;
  @Inject private Notice notice;

  private LocalDate from = KeptAddress.day("from");
  private LocalDate to = KeptAddress.day("to");
  private transient ConsultationFigures figures;

  /** The figures; null where the last day is before the first. */
  public ConsultationFigures getFigures() {
    if (figures == null && !getTo().isBefore(getFrom())) {
      figures = report.of(getFrom(), getTo());
    }
    return figures;
  }

  /** A line's name in words. */
  public String named(ConsultationFigures.Part part, ConsultationFigures.Line line) {
    return part.named(line, language.getLanguage());
  }

  /** Shows the figures of the days that were typed. */
  public String show() {
    try {
      report.of(getFrom(), getTo());
    } catch (RegistrarException.Refused refused) {
      notice.tell(refused);
      return null;
    }
    return "/office/consultation-figures.xhtml?faces-redirect=true&from="
        + getFrom()
        + "&to="
        + getTo();
  }

  public void xlsx() throws IOException {
    Download.xlsx(name(), report.xlsx(getFrom(), getTo(), language.getLanguage()));
  }

  public void pdf() throws IOException {
    Download.pdf(name(), report.pdf(getFrom(), getTo(), language.getLanguage()));
  }

  private String name() {
    return "consultations-" + getFrom() + "-" + getTo();
  }

  /** The first day; that of the academic year where none is named. */
  public LocalDate getFrom() {
    if (from == null) {
      from = report.usualBegin();
    }
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  /** The last day; today where none is named. */
  public LocalDate getTo() {
    return to == null ? time.today() : to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }
}

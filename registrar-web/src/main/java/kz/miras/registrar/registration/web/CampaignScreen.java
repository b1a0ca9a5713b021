package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.calendar.service.TermQueries.TermChoice;
import kz.miras.registrar.registration.plan.PlanProgress;
import kz.miras.registrar.registration.service.campaign.CampaignQueries;
import kz.miras.registrar.registration.service.campaign.CampaignQueries.Campaign;
import kz.miras.registrar.registration.service.campaign.CampaignQueries.Part;
import kz.miras.registrar.registration.service.campaign.CampaignSections;
import kz.miras.registrar.registration.service.campaign.CampaignSections.Load;
import kz.miras.registrar.shared.service.UniversityTime;

/** The progress of a registration campaign. */
@Named("campaign")
@ViewScoped
public class CampaignScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private CampaignQueries queries;
  @Inject private CampaignSections sections;
  @Inject private TermQueries termQueries;
  @Inject private UniversityTime time;

  private String term;
  private transient List<TermChoice> terms;
  private transient Campaign view;
  private transient Load load;
  private transient Instant readAt;

  /** Terms one registers for; the summer has applications of its own. */
  public List<TermChoice> getTerms() {
    if (terms == null) {
      terms = termQueries.ahead().stream().filter(one -> !one.type().equals("SUMMER")).toList();
    }
    return terms;
  }

  /** Reads the figures anew; what one looks at stays. */
  public void refresh() {
    view = null;
    load = null;
    readAt = null;
  }

  /** When the figures were read. */
  public Instant getReadAt() {
    if (readAt == null) {
      readAt = time.now();
    }
    return readAt;
  }

  /** The sections of the term that are over-demanded (OVER) or too small (SMALL), as a list. */
  public String sections(String load) {
    return "/office/list.xhtml?list=sections&f.term=" + encoded(getTerm()) + "&f.load=" + load;
  }

  public Campaign getView() {
    if (view == null) {
      view = queries.of(getTerm());
    }
    return view;
  }

  public Load getLoad() {
    if (load == null) {
      load = sections.of(getTerm());
    }
    return load;
  }

  public PlanProgress[] getStates() {
    return PlanProgress.values();
  }

  /** How a state is coloured. */
  public String colour(PlanProgress state) {
    return switch (state) {
      case NONE -> "none";
      case CHOSEN -> "warn";
      case RETURNED -> "bad";
      case SUBMITTED -> "soft";
      case APPROVED -> "info";
      case PARTLY -> "part";
      case REGISTERED -> "good";
    };
  }

  /** Students of a state, in percent of the part. */
  public double share(Part part, PlanProgress state) {
    return part.students() == 0 ? 0 : 100.0 * part.count(state) / part.students();
  }

  /** Share of the seats or of the demand, whichever is larger, in percent. */
  public double share(int count, CampaignSections.Loaded of) {
    return 100.0 * count / Math.max(1, Math.max(of.capacity(), of.demand()));
  }

  /**
   * The students behind a figure.
   *
   * @param by column that narrows them: school, programme or adviser; empty for all
   */
  public String list(String by, String value, PlanProgress state) {
    return list(by, value) + (state == null ? "" : "&f.progress=" + state.name());
  }

  public String waiting(String by, String value) {
    return list(by, value) + "&f.waits=true";
  }

  private String list(String by, String value) {
    String address = "/office/list.xhtml?list=plan-progress&f.term=" + encoded(getTerm());
    if (by.isEmpty()) {
      return address;
    }
    // only an adviser may be missing
    return address + (value.isEmpty() ? "&f.no_adviser=true" : "&f." + by + "=" + encoded(value));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The term looked at: as the address says, else the next one. */
  public String getTerm() {
    if (term == null || term.isBlank()) {
      return getTerms().isEmpty() ? "" : getTerms().get(0).code();
    }
    return term;
  }

  public void setTerm(String term) {
    this.term = term;
  }
}

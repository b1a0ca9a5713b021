package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.achievement.service.analysis.GroupSheetFile;
import kz.miras.registrar.achievement.service.analysis.GroupSheetQueries;
import kz.miras.registrar.achievement.service.analysis.GroupSheetView;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.calendar.service.TermQueries.TermChoice;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.shared.RegistrarException;

/** The consolidated sheet of a group. */
@Named("groupSheet")
@ViewScoped
public class GroupSheetScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject private GroupSheetQueries queries;
  @Inject private GroupSheetFile file;
  @Inject private TermQueries termQueries;
  @Inject private LanguageChoice language;

  private String group;
  private String term;
  private transient List<String> groups;
  private transient List<TermChoice> terms;
  private transient GroupSheetView view;
  private transient boolean nobody;

  /** The sheet; null where no group is chosen, or nobody of it studied in the term. */
  public GroupSheetView getView() {
    if (view == null && !nobody && group != null && !group.isBlank()) {
      try {
        view = queries.of(group, getTerm());
      } catch (RegistrarException.NotFound e) {
        nobody = true;
      }
    }
    return view;
  }

  /** Whether a group was asked for of which nobody is seen in the term. */
  public boolean isNobody() {
    getView();
    return nobody;
  }

  public List<String> getGroups() {
    if (groups == null) {
      groups = queries.groups();
    }
    return groups;
  }

  public List<TermChoice> getTerms() {
    if (terms == null) {
      terms = termQueries.terms();
    }
    return terms;
  }

  /** A figure as it is read; a dash where there is none. */
  public String figure(BigDecimal value) {
    return value == null ? "—" : value.toPlainString().replace('.', ',');
  }

  /** A rate as it is read; a dash where nobody counts. */
  public String rate(Optional<BigDecimal> rate) {
    return figure(rate.orElse(null));
  }

  public void xlsx() throws IOException {
    Download.attachment(
        XLSX,
        group + "-" + getTerm() + ".xlsx",
        file.xlsx(group, getTerm(), language.getLanguage()));
  }

  public void pdf() throws IOException {
    Download.pdf(group + "-" + getTerm(), file.pdf(group, getTerm(), language.getLanguage()));
  }

  public String getGroup() {
    return group;
  }

  public void setGroup(String group) {
    this.group = group;
  }

  /** The term looked at: as the address says, else the current one. */
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

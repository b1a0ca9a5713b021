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
import kz.miras.registrar.achievement.service.analysis.StudySheetFile;
import kz.miras.registrar.achievement.service.analysis.StudySheetQueries;
import kz.miras.registrar.achievement.service.analysis.StudySheetView;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.calendar.service.TermQueries.TermChoice;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Shown;
import kz.miras.registrar.shared.RegistrarException;

/** The consolidated sheet of a group, in a term or over the whole study. */
@Named("groupSheet")
@ViewScoped
public class GroupSheetScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Stands in the place of a term for the whole study. */
  private static final String STUDY = "study";

  @Inject private GroupSheetQueries queries;
  @Inject private GroupSheetFile file;
  @Inject private StudySheetQueries studies;
  @Inject private StudySheetFile studyFile;
  @Inject private TermQueries termQueries;
  @Inject private LanguageChoice language;
  @Inject private Shown shown;

  private String group;
  private String term;
  private transient List<String> groups;
  private transient List<TermChoice> terms;
  private transient GroupSheetView view;
  private transient StudySheetView study;
  private transient boolean nobody;

  /** The sheet of a term; null where no group is chosen, or nobody of it studied in the term. */
  public GroupSheetView getView() {
    if (!isStudied()) {
      read();
    }
    return view;
  }

  /** The sheet over the whole study; null where it is not asked for, or has nobody. */
  public StudySheetView getStudy() {
    if (isStudied()) {
      read();
    }
    return study;
  }

  private void read() {
    if (view == null && study == null && !nobody && group != null && !group.isBlank()) {
      try {
        if (isStudied()) {
          study = studies.of(group);
        } else {
          view = queries.of(group, getTerm());
        }
      } catch (RegistrarException.NotFound e) {
        nobody = true;
      }
    }
  }

  /** Whether the whole study is asked for instead of a term. */
  public boolean isStudied() {
    return STUDY.equals(term);
  }

  /** Whether a group was asked for of which nobody is seen in the term. */
  public boolean isNobody() {
    read();
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

  /** A GPA as every document writes it; a dash where there is none. */
  public String figure(BigDecimal value) {
    return value == null ? "—" : value.toPlainString();
  }

  /** A rate as it is read; a dash where nobody counts. */
  public String rate(Optional<BigDecimal> rate) {
    return rate.map(shown::rate).orElse("—");
  }

  public void xlsx() throws IOException {
    Download.xlsx(
        group + "-" + getTerm(),
        isStudied()
            ? studyFile.xlsx(group, language.getLanguage())
            : file.xlsx(group, getTerm(), language.getLanguage()));
  }

  public void pdf() throws IOException {
    Download.pdf(
        group + "-" + getTerm(),
        isStudied()
            ? studyFile.pdf(group, language.getLanguage())
            : file.pdf(group, getTerm(), language.getLanguage()));
  }

  public String getGroup() {
    return group;
  }

  public void setGroup(String group) {
    this.group = group;
  }

  /** The term looked at: as the address says, else the current one; the whole study, too. */
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

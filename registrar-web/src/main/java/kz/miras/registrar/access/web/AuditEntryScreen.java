package kz.miras.registrar.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import kz.miras.registrar.access.service.AuditQueries;
import kz.miras.registrar.access.service.AuditView;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.UniversityTime;

/** One entry of the audit trail with its values before and after. */
@Named("auditEntry")
@RequestScoped
public class AuditEntryScreen {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

  @Inject private AuditQueries queries;
  @Inject private UniversityTime time;
  @Inject private LanguageChoice language;
  @Inject private Words words;

  private long id;
  private AuditView view;

  public void load() {
    view = queries.entry(id);
  }

  /** A moment in the university's zone. */
  public String moment(Instant at) {
    return at == null ? "" : MOMENT.format(at.atZone(time.zone()));
  }

  /** What kind of thing an entry is about, in words where there are words. */
  public String thing(String entity) {
    String key = "access.entity." + entity;
    return Messages.has(language.getLanguage(), key) ? words.get(key) : entity;
  }

  /** What was done, in words where there are words, else by its name. */
  public String act(String action) {
    String key = "access.act." + action.substring(action.lastIndexOf('.') + 1);
    String right = "access.permission." + action;
    if (Messages.has(language.getLanguage(), right)) {
      return words.get(right);
    }
    return Messages.has(language.getLanguage(), key) ? words.get(key) : action;
  }

  public AuditView getView() {
    return view;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}

package kz.miras.registrar.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import kz.miras.registrar.access.service.AuditQueries;
import kz.miras.registrar.access.service.AuditView;
import kz.miras.registrar.shared.service.UniversityTime;

/** One entry of the audit trail with its values before and after. */
@Named("auditEntry")
@RequestScoped
public class AuditEntryScreen {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

  @Inject private AuditQueries queries;
  @Inject private UniversityTime time;

  private long id;
  private AuditView view;

  public void load() {
    view = queries.entry(id);
  }

  /** A moment in the university's zone. */
  public String moment(Instant at) {
    return at == null ? "" : MOMENT.format(at.atZone(time.zone()));
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

package kz.miras.registrar.attestation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.attestation.service.appeal.AppealQueries;
import kz.miras.registrar.frame.web.May;

/**
 * What the reader may appeal, for pages that show results: asked once a page, by nobody but a
 * student.
 */
@Named("appealing")
@RequestScoped
public class AppealOpenings {

  @Inject private AppealQueries queries;
  @Inject private May may;

  private Map<String, AppealQueries.Opening> open;

  /** The result a sheet has given, where it may be appealed now; null otherwise. */
  public AppealQueries.Opening of(String sheet) {
    if (open == null) {
      open = new HashMap<>();
      if (may.can(Permissions.APPEAL_FILE)) {
        queries.openings().stream()
            .filter(AppealQueries.Opening::isOpen)
            .forEach(one -> open.put(one.sheet(), one));
      }
    }
    return open.get(sheet);
  }
}

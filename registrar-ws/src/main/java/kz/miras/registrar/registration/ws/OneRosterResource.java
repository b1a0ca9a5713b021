package kz.miras.registrar.registration.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.frame.ws.ProblemException;
import kz.miras.registrar.registration.service.roster.OneRosterFiles;

/** A term in the format of OneRoster 1.2, as one ZIP of CSV files. */
@Path("oneroster")
@RequestScoped
public class OneRosterResource {

  @Inject private OneRosterFiles files;

  /** The files of a term. */
  @GET
  @Produces("application/zip")
  @Needs({ApiScope.COURSES_READ, ApiScope.ENROLLMENTS_READ, ApiScope.STUDENTS_READ})
  public Response zip(@QueryParam("academicSession") String term) {
    if (term == null || term.isBlank()) {
      throw ProblemException.parameter("academicSession", "2026-1");
    }
    return Response.ok(files.zip(term), "application/zip")
        .header("Content-Disposition", "attachment; filename=\"oneroster.zip\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}

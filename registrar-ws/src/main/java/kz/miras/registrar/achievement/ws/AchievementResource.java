package kz.miras.registrar.achievement.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.achievement.service.summary.FigureQueries;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.frame.ws.ProblemException;
import kz.miras.registrar.shared.service.UniversityTime;

/** A student's figures, of today or of any past day. */
@Path("students/{id}/achievement")
@RequestScoped
public class AchievementResource {

  @Inject private FigureQueries figures;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /** GPA, credits, debts, standing and what is said of the next course year. */
  @GET
  @Needs(ApiScope.RESULTS_READ)
  @Produces(MediaType.APPLICATION_JSON)
  public Response achievement(
      @PathParam("id") String id, @QueryParam("asOf") String asOf, @Context Request request) {
    FigureQueries.View view = figures.view(id, day(asOf), null, null);
    audit.record("achievement.read", "Student", view.studentId(), null, null);
    return Answers.json(request, AchievementBody.of(view));
  }

  /** A day that has been; what a later one will be, nobody knows. */
  private LocalDate day(String text) {
    if (text == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isAfter(time.today())) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // told below
    }
    throw ProblemException.parameter("asOf", "2026-02-28 ≤ " + time.today());
  }
}

package kz.miras.registrar.attestation.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.access.service.api.ApiReader;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.attestation.service.AttestationApi;
import kz.miras.registrar.attestation.service.SlotExchange;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.Bodies;
import kz.miras.registrar.frame.ws.ListAnswers;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.frame.ws.Problem;
import kz.miras.registrar.frame.ws.ProblemException;

/** One exam, and when and where it is. */
@Path("exams/{id}")
@RequestScoped
public class ExamsResource {

  @Inject private ListAnswers lists;
  @Inject private ApiReader reader;
  @Inject private SlotExchange slots;

  /**
   * When and where an exam is to be; what is left out stays as it is.
   *
   * @param basis the order where the examiner changes
   */
  record Slot(
      String date,
      String time,
      Integer minutes,
      String room,
      String form,
      String examiner,
      String basis) {

    Map<String, String> values() {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("exam_date", date);
      values.put("exam_time", time);
      values.put("exam_minutes", minutes == null ? null : minutes.toString());
      values.put("room", room);
      values.put("exam_form", form);
      values.put("examiner", examiner);
      values.put("basis", basis);
      values.values().removeIf(Objects::isNull);
      return values;
    }
  }

  /** An exam; its tag goes into {@code If-Match} of its slot. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.EXAMS_READ)
  public Response one(@PathParam("id") String id, @Context Request call) {
    return lists.one(AttestationApi.EXAMS, id, call);
  }

  /** Sets the slot and answers the exam as it is then. */
  @PUT
  @Path("slot")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.EXAMS_WRITE)
  public Response slot(
      @PathParam("id") String id, @HeaderParam("If-Match") String match, byte[] body) {
    Slot slot = Bodies.read(body, Slot.class);
    if (match == null) {
      throw new ProblemException(Problem.of(428, "precondition-required"));
    }
    Set<String> read = SentMarks.tags(match);
    boolean set =
        slots.set(
            id, slot.values(), exam -> read.contains("*") || read.contains(Answers.tagOf(exam)));
    Map<String, Object> exam = reader.one(AttestationApi.EXAMS, id);
    if (!set) {
      throw new ProblemException(Problem.changed(Answers.tagOf(exam)));
    }
    return Answers.changed(exam);
  }
}

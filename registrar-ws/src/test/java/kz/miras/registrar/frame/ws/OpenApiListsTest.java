package kz.miras.registrar.frame.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.achievement.service.AchievementApi;
import kz.miras.registrar.attestation.service.AttestationApi;
import kz.miras.registrar.calendar.service.CalendarApi;
import kz.miras.registrar.curriculum.service.CurriculumApi;
import kz.miras.registrar.registration.service.RegistrationApi;
import kz.miras.registrar.shared.service.ApiList;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.student.service.StudentApi;
import kz.miras.registrar.transcript.service.TranscriptApi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What lists are sorted by and which members they have, in the description and in the code. */
class OpenApiListsTest {

  private static final Map<String, List<ApiList>> LISTS =
      Map.ofEntries(
          Map.entry("/v1/courses", List.of(CurriculumApi.COURSES)),
          Map.entry("/v1/staff", List.of(CurriculumApi.STAFF)),
          Map.entry("/v1/students", List.of(StudentApi.STUDENTS)),
          Map.entry("/v1/groups", List.of(StudentApi.GROUPS)),
          Map.entry("/v1/orders", List.of(StudentApi.ORDERS)),
          Map.entry("/v1/orders/{id}/students", List.of(StudentApi.ORDER_STUDENTS)),
          Map.entry("/v1/course-offerings", List.of(RegistrationApi.OFFERINGS)),
          Map.entry("/v1/course-offerings/{id}/enrollments", List.of(RegistrationApi.ENROLLMENTS)),
          Map.entry("/v1/retake-requests", List.of(RegistrationApi.RETAKES)),
          Map.entry("/v1/statements", List.of(TranscriptApi.STATEMENTS)),
          Map.entry("/v1/exam-sessions/{id}/exams", List.of(AttestationApi.EXAMS)),
          Map.entry("/v1/debts", List.of(AchievementApi.DEBTS)),
          Map.entry("/v1/academic-calendar", List.of(CalendarApi.EVENTS)),
          Map.entry(
              "/v1/reference-data/{dictionary}",
              List.of(CurriculumApi.UNITS, CurriculumApi.PROGRAMMES, CalendarApi.TERMS)));

  @Test
  @DisplayName("sort and fields are described for every list with what it takes, and for no other")
  void described() throws IOException {
    Map<?, ?> file =
        Json.read(Files.readString(Path.of("src/main/webapp/openapi.json")), Map.class);
    ((Map<?, ?>) file.get("paths"))
        .forEach(
            (path, item) -> {
              List<ApiList> lists = LISTS.getOrDefault(String.valueOf(path), List.of());
              Set<String> sorts = new LinkedHashSet<>();
              Set<String> members = new LinkedHashSet<>();
              for (ApiList list : lists) {
                list.sorts().forEach(name -> sorts.addAll(List.of(name, "-" + name)));
                members.addAll(list.members());
              }
              assertThat(choices((Map<?, ?>) item, "sort"))
                  .as(path + " sort")
                  .containsExactlyInAnyOrderElementsOf(sorts);
              assertThat(choices((Map<?, ?>) item, "fields"))
                  .as(path + " fields")
                  .containsExactlyInAnyOrderElementsOf(members);
            });
    assertThat(((Map<?, ?>) file.get("paths")).keySet())
        .map(String::valueOf)
        .containsAll(LISTS.keySet());
  }

  private static List<String> choices(Map<?, ?> item, String name) {
    if (item.get("get") instanceof Map<?, ?> read
        && read.get("parameters") instanceof List<?> parameters) {
      for (Object one : parameters) {
        Map<?, ?> parameter = (Map<?, ?>) one;
        if (name.equals(parameter.get("name"))) {
          Map<?, ?> rows = (Map<?, ?>) ((Map<?, ?>) parameter.get("schema")).get("items");
          return ((List<?>) rows.get("enum")).stream().map(String::valueOf).toList();
        }
      }
    }
    return List.of();
  }
}

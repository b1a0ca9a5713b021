package kz.miras.registrar.frame.ws;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.shared.service.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The description of the services and the services themselves say the same. */
class OpenApiTest {

  private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");

  /** Records that leave as JSON, by the schema that describes them. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("Student", "student.ws.StudentBody"),
          Map.entry("Named", "student.ws.StudentBody$Named"),
          Map.entry("Step", "student.ws.StudentBody$Step"),
          Map.entry("Links", "student.ws.StudentBody$Links"),
          Map.entry("Result", "achievement.ws.ResultBody"),
          Map.entry("ResultPage", "achievement.ws.ResultsResource$Page"),
          Map.entry("Achievement", "achievement.ws.AchievementBody"),
          Map.entry("CycleCredits", "achievement.ws.AchievementBody$CycleBody"),
          Map.entry("Gpa", "achievement.ws.AchievementBody$GpaBody"),
          Map.entry("AchievementPeriod", "achievement.ws.AchievementBody$PeriodBody"),
          Map.entry("Debt", "achievement.ws.AchievementBody$DebtBody"),
          Map.entry("OpenResult", "achievement.ws.AchievementBody$OpenBody"),
          Map.entry("NextCourse", "achievement.ws.AchievementBody$NextBody"),
          Map.entry("ResultFeed", "achievement.ws.ResultChangesResource$FeedPage"),
          Map.entry("ResultChange", "achievement.ws.ResultChangesResource$ChangeBody"),
          Map.entry("Transcript", "transcript.ws.TranscriptBody"),
          Map.entry("Holder", "transcript.ws.TranscriptBody$Holder"),
          Map.entry("Term", "transcript.ws.TranscriptBody$Term"),
          Map.entry("Issued", "transcript.ws.TranscriptBody$Issued"),
          Map.entry("DocumentRequest", "transcript.ws.DocumentRequestAnswer"),
          Map.entry("RequestedDocument", "transcript.ws.DocumentRequestAnswer$Document"),
          Map.entry("DocumentRequests", "transcript.ws.DocumentRequestsResource$Requests"),
          Map.entry("DocumentWish", "transcript.ws.DocumentRequestBody"),
          Map.entry("RegistrationRequest", "registration.ws.RegistrationBody"),
          Map.entry("RegistrationLine", "registration.ws.RegistrationBody$Line"),
          Map.entry("RegistrationAnswer", "registration.ws.AnswerBody"),
          Map.entry("AnswerLine", "registration.ws.AnswerBody$Line"),
          Map.entry("LineReason", "registration.ws.AnswerBody$Reason"),
          Map.entry("Plan", "registration.ws.PlanBody"),
          Map.entry("PlanLine", "registration.ws.PlanBody$Entry"),
          Map.entry("WaitingList", "registration.ws.WaitingListResource$Places"),
          Map.entry("WaitingPlace", "registration.ws.WaitingListResource$Place"),
          Map.entry("WaitingQueue", "registration.ws.WaitingListResource$Queue"),
          Map.entry("OfferingPage", "registration.ws.TermResource$OfferingPage"),
          Map.entry("Offering", "registration.ws.TermResource$OfferingBody"),
          Map.entry("Section", "registration.ws.TermResource$SectionBody"),
          Map.entry("Hour", "registration.ws.TermResource$HourBody"),
          Map.entry("RosterPage", "registration.ws.TermResource$RosterPage"),
          Map.entry("RosterChange", "registration.ws.TermResource$RosterChangeBody"),
          Map.entry("MarkSheetPage", "attestation.ws.MarkSheetsResource$Page"),
          Map.entry("MarkSheet", "attestation.ws.MarkSheetBody"),
          Map.entry("MarkSheetHead", "attestation.ws.MarkSheetBody$Head"),
          Map.entry("MarkSheetRow", "attestation.ws.MarkSheetBody$Row"),
          Map.entry("RatingJournalPage", "attestation.ws.RatingJournalsResource$Page"),
          Map.entry("RatingJournal", "attestation.ws.RatingJournalBody"),
          Map.entry("RatingJournalHead", "attestation.ws.RatingJournalBody$Head"),
          Map.entry("RatingJournalRow", "attestation.ws.RatingJournalBody$Row"),
          Map.entry("RatingWeek", "attestation.ws.RatingJournalBody$Week"),
          Map.entry("MarksRequest", "attestation.ws.MarksBody"),
          Map.entry("SentMark", "attestation.ws.MarksBody$Mark"),
          Map.entry("MarksAnswer", "attestation.ws.MarksAnswerBody"),
          Map.entry("MarkAnswer", "attestation.ws.MarksAnswerBody$MarkAnswer"),
          Map.entry("ExamSlot", "attestation.ws.ExamsResource$Slot"),
          Map.entry("StaffRecord", "curriculum.ws.StaffResource$StaffBody"),
          Map.entry("EventPage", "access.ws.EventsResource$EventPage"),
          Map.entry("WebhookWish", "access.ws.WebhookSubscriptionsResource$Wish"),
          Map.entry("Webhook", "access.ws.WebhookSubscriptionsResource$WebhookBody"),
          Map.entry("MarkReason", "attestation.ws.MarksAnswerBody$Reason"));

  private static final Map<String, Object> FILE = read();

  @Test
  @DisplayName("every path of the code is in the file, and every path of the file in the code")
  void pathsAreTheSame() throws IOException {
    assertThat(described()).isEqualTo(offered());
  }

  @Test
  @DisplayName("every field an answer has is in its schema, and the other way round")
  void fieldsAreTheSame() throws ReflectiveOperationException {
    for (Map.Entry<String, String> body : BODIES.entrySet()) {
      Class<?> record = Class.forName("kz.miras.registrar." + body.getValue());
      List<String> fields =
          Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
      Map<String, Object> schema = map(map(map(FILE, "components"), "schemas"), body.getKey());
      assertThat(map(schema, "properties").keySet()).as(body.getKey()).containsAll(fields);
      assertThat(fields).as(body.getKey()).containsAll(map(schema, "properties").keySet());
    }
  }

  @Test
  @DisplayName("every reference of the file leads somewhere")
  void referencesAreWhole() {
    Set<String> references = new TreeSet<>();
    collect(FILE, references);
    assertThat(references).isNotEmpty();
    for (String reference : references) {
      Object found = FILE;
      for (String step : reference.substring(2).split("/")) {
        found = ((Map<?, ?>) found).get(step);
        assertThat(found).as(reference).isNotNull();
      }
    }
  }

  @Test
  @DisplayName(
      "SUB-2 every operation says which scopes it needs, in the code and in the file alike")
  void scopesAreTheSame() throws IOException {
    Map<String, Set<String>> inFile = new TreeMap<>();
    map(FILE, "paths")
        .forEach(
            (path, item) ->
                ((Map<?, ?>) item)
                    .forEach(
                        (verb, operation) -> {
                          if (String.valueOf(verb).matches("get|put|post|delete|patch")) {
                            inFile.put(path + " " + verb, scopes((Map<?, ?>) operation));
                          }
                        }));
    Map<String, Set<String>> inCode = new TreeMap<>();
    for (Class<?> type : classes()) {
      for (Method method : type.getDeclaredMethods()) {
        Path path = type.getAnnotation(Path.class);
        if (path != null && verb(method).isPresent()) {
          Needs needs = method.getAnnotation(Needs.class);
          assertThat(needs).as(type.getSimpleName() + "." + method.getName()).isNotNull();
          inCode.put(
              address(path, method.getAnnotation(Path.class)) + " " + verb(method).orElseThrow(),
              Arrays.stream(needs.value())
                  .map(ApiScope::code)
                  .collect(Collectors.toCollection(TreeSet::new)));
        }
      }
    }
    assertThat(inFile).isEqualTo(inCode);
  }

  private static Set<String> scopes(Map<?, ?> operation) {
    Set<String> scopes = new TreeSet<>();
    if (operation.get("security") instanceof List<?> ways) {
      for (Object way : ways) {
        if (((Map<?, ?>) way).get("oauth") instanceof List<?> named) {
          named.forEach(one -> scopes.add(String.valueOf(one)));
        }
      }
    }
    return scopes;
  }

  private static String address(Path type, Path own) {
    return RestApplication.class.getAnnotation(ApplicationPath.class).value()
        + "/"
        + type.value()
        + (own == null ? "" : "/" + own.value());
  }

  private static Map<String, Set<String>> described() {
    Map<String, Set<String>> paths = new TreeMap<>();
    map(FILE, "paths")
        .forEach(
            (path, item) ->
                paths.put(
                    path,
                    ((Map<?, ?>) item)
                        .keySet().stream()
                            .map(String::valueOf)
                            .filter(key -> key.matches("get|put|post|delete|patch"))
                            .collect(Collectors.toCollection(TreeSet::new))));
    return paths;
  }

  private static Map<String, Set<String>> offered() throws IOException {
    Map<String, Set<String>> paths = new TreeMap<>();
    for (Class<?> type : classes()) {
      Path path = type.getAnnotation(Path.class);
      if (path != null) {
        for (Method method : type.getDeclaredMethods()) {
          Path own = method.getAnnotation(Path.class);
          verb(method)
              .ifPresent(
                  verb ->
                      paths.computeIfAbsent(address(path, own), key -> new TreeSet<>()).add(verb));
        }
      }
    }
    return paths;
  }

  private static java.util.Optional<String> verb(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return java.util.Optional.of(verb.value().toLowerCase(java.util.Locale.ROOT));
      }
    }
    return java.util.Optional.empty();
  }

  private static List<Class<?>> classes() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString().replace(java.io.File.separatorChar, '.'))
          .filter(name -> name.endsWith("Resource.class"))
          .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, OpenApiTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void collect(Object node, Set<String> references) {
    if (node instanceof Map<?, ?> map) {
      if (map.get("$ref") instanceof String reference) {
        references.add(reference);
      }
      map.values().forEach(value -> collect(value, references));
    } else if (node instanceof List<?> list) {
      list.forEach(value -> collect(value, references));
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> parent, String key) {
    return (Map<String, Object>) parent.get(key);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read() {
    try {
      return Json.read(
          Files.readString(java.nio.file.Path.of("src/main/webapp/openapi.json")), Map.class);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

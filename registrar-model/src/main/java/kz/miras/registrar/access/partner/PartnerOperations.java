package kz.miras.registrar.access.partner;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The operations of the services for partners; terms name them as {@code service.operation}. */
public final class PartnerOperations {

  private static final Map<String, List<String>> SERVICES = new LinkedHashMap<>();
  private static final Set<String> SUBMITTING = new HashSet<>();

  static {
    service(
        "transcript",
        List.of("requestTranscript", "cancelTranscriptRequest"),
        List.of("getTranscriptStatus", "getTranscript"));
    service("verification", List.of(), List.of("verifyDocument", "verifyBatch"));
    service(
        "correspondence",
        List.of("submitLetter", "acknowledge"),
        List.of("getLetterStatus", "listOutgoing"));
    service("recognition", List.of("submitRecognitionRequest", "withdraw"), List.of("getDecision"));
    service(
        "mobility",
        List.of(
            "nominateStudent",
            "updateMobility",
            "submitLearningAgreement",
            "confirmArrival",
            "confirmDeparture",
            "sendTranscriptOfRecords"),
        List.of("getMobility", "getTranscriptOfRecords"));
  }

  private PartnerOperations() {}

  private static void service(String name, List<String> submitting, List<String> reading) {
    SERVICES.put(name, Stream.concat(submitting.stream(), reading.stream()).toList());
    submitting.forEach(operation -> SUBMITTING.add(name + "." + operation));
  }

  /** Names of the services. */
  public static Collection<String> services() {
    return List.copyOf(SERVICES.keySet());
  }

  /**
   * Whether an operation submits something: the same message again gets the same answer and changes
   * nothing, so that whoever has lost an answer may ask again.
   *
   * @param operation as terms name it
   */
  public static boolean submits(String operation) {
    return SUBMITTING.contains(operation);
  }

  /** Operations of a service; none of one that does not exist. */
  public static List<String> of(String service) {
    return Optional.ofNullable(SERVICES.get(service)).orElse(List.of());
  }

  /** All of them, as terms name them. */
  public static List<String> all() {
    return SERVICES.entrySet().stream()
        .flatMap(one -> one.getValue().stream().map(name -> one.getKey() + "." + name))
        .toList();
  }
}

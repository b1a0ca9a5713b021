package kz.miras.registrar.access.partner;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The operations of the services for partners; terms name them as {@code service.operation}. */
public final class PartnerOperations {

  private static final String TRANSCRIPT = "transcript";
  private static final String GET = "getTranscript";
  private static final String REQUEST = "requestTranscript";
  private static final Map<String, List<String>> SERVICES = new LinkedHashMap<>();
  private static final Set<String> SUBMITTING = new HashSet<>();
  private static final Map<Pattern, String> REST = new LinkedHashMap<>();

  /** What an address may carry behind each of its parts (RFC 3986, 3.3) and at its end. */
  private static final Pattern BESIDE = Pattern.compile(";[^/]*|/+$");

  /** What ends the address of a file. */
  private static final String DOCUMENT = "/document";

  static {
    service(
        TRANSCRIPT,
        List.of(REQUEST, "cancelTranscriptRequest"),
        List.of("getTranscriptStatus", GET));
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

  static {
    String requests = "/v1/document-requests";
    rest("POST /v1/verify/batch", "verification", "verifyBatch");
    rest("POST " + requests, TRANSCRIPT, REQUEST);
    // what may be asked for tells of a student
    rest("(GET|HEAD) " + requests + "/kinds", TRANSCRIPT, REQUEST);
    rest("(GET|HEAD) " + requests + "(/[^/]+)?", TRANSCRIPT, "getTranscriptStatus");
    rest("(GET|HEAD) " + requests + "/[^/]+" + DOCUMENT, TRANSCRIPT, GET);
    rest("(GET|HEAD) /v1/students/[^/]+/transcript(/.*)?", TRANSCRIPT, GET);
    rest("DELETE " + requests + "/[^/]+", TRANSCRIPT, "cancelTranscriptRequest");
  }

  private PartnerOperations() {}

  private static void rest(String call, String service, String operation) {
    REST.put(Pattern.compile(call), service + "." + operation);
  }

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

  /**
   * PRT-3. The operation a call of REST amounts to, as terms name it: what terms do not name, the
   * rights of the account decide.
   *
   * @param method of HTTP
   * @param path below the address of the services, from {@code /v1/} on
   */
  public static Optional<String> ofRest(String method, String path) {
    String call = method + " " + plain(path);
    return REST.entrySet().stream()
        .filter(one -> one.getKey().matcher(call).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** PRT-3. The data a call of REST hands out that terms have to name; empty for none. */
  public static Optional<DataGroup> dataOfRest(String path) {
    return plain(path).endsWith(DOCUMENT) ? Optional.of(DataGroup.PDF) : Optional.empty();
  }

  /** An address without what is not looked at where the call is served. */
  private static String plain(String path) {
    String plain = BESIDE.matcher(path).replaceAll("");
    return plain.equals(path) ? path : plain(plain);
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

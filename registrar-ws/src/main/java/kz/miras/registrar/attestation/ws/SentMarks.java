package kz.miras.registrar.attestation.ws;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.attestation.entry.SentMark;
import kz.miras.registrar.attestation.service.entry.BatchAnswer;
import kz.miras.registrar.frame.ws.Bodies;
import kz.miras.registrar.frame.ws.Problem;
import kz.miras.registrar.frame.ws.ProblemException;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Json;

/** How marks are sent and answered, be it to a sheet or to a journal. */
final class SentMarks {

  private static final int LONGEST_KEY = 64;

  /** A tag of a header {@code If-Match}; a weak one matches nothing there (RFC 9110, 13.1.1). */
  private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"|(\\*)");

  private SentMarks() {}

  /** Where marks go. */
  @FunctionalInterface
  interface Place {

    /** Stores them; empty where it has none of the tags that were read any more. */
    Optional<BatchAnswer> store(String key, Set<String> read, List<SentMark> marks);
  }

  /**
   * Stores what was sent and tells what became of it.
   *
   * @param key name of the message
   * @param match header {@code If-Match}; null for none
   * @param language in which reasons are told
   * @param tag of the place now
   */
  static Response store(
      String key, String match, byte[] body, Language language, Place place, Supplier<String> tag) {
    String name = key(key);
    List<SentMark> marks = Bodies.read(body, MarksBody.class).sent();
    return place
        .store(name, tags(match), marks)
        .map(answer -> told(answer, language))
        .orElseThrow(() -> new ProblemException(Problem.changed(tag.get())));
  }

  private static String key(String header) {
    if (header == null || header.isBlank() || header.length() > LONGEST_KEY) {
      throw ProblemException.parameter("Idempotency-Key", "1–" + LONGEST_KEY);
    }
    return header;
  }

  /** The tags of a header {@code If-Match}; null where there is none. */
  static Set<String> tags(String header) {
    if (header == null) {
      return null;
    }
    Set<String> tags = new HashSet<>();
    Matcher found = TAG.matcher(header);
    while (found.find()) {
      if (found.group(3) != null) {
        tags.add("*");
      } else if (found.group(1) == null) {
        tags.add(found.group(2));
      }
    }
    return tags;
  }

  /** What became of them, in words of a language. */
  private static Response told(BatchAnswer answer, Language language) {
    return Response.ok(Json.write(MarksAnswerBody.of(answer, language)), MediaType.APPLICATION_JSON)
        .tag(new EntityTag(answer.tag()))
        .header("Cache-Control", "no-store")
        .build();
  }
}

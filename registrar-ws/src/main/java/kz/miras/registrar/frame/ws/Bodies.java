package kz.miras.registrar.frame.ws;

import java.nio.charset.StandardCharsets;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of requests, read strictly: an unknown or misspelt field is told, never passed over. */
public final class Bodies {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Bodies() {}

  /**
   * The value a body describes.
   *
   * @throws ProblemException 400 where it is no JSON
   * @throws RegistrarException.Refused where a field is unknown or has no possible value
   */
  public static <T> T read(byte[] body, Class<T> type) {
    try {
      T value = STRICT.readValue(new String(body, StandardCharsets.UTF_8), type);
      if (value == null) {
        throw new ProblemException(Problem.of(400, "bad-request"));
      }
      return value;
    } catch (DatabindException e) {
      StringBuilder field = new StringBuilder();
      e.getPath()
          .forEach(
              step ->
                  field.append(
                      step.getPropertyName() == null
                          ? "[" + step.getIndex() + "]"
                          : (field.isEmpty() ? "" : ".") + step.getPropertyName()));
      throw new RegistrarException.Refused(
          Refusal.of("api.field", "DAT-2", field.toString()).at(field.toString()));
    } catch (JacksonException e) {
      throw new ProblemException(Problem.of(400, "bad-request"));
    }
  }
}

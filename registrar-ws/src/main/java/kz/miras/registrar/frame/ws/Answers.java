package kz.miras.registrar.frame.ws;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import kz.miras.registrar.shared.service.Json;

/** Answers of reads, with a tag: a caller that has the same already gets 304. */
public final class Answers {

  private static final String PRIVATE = "private, no-cache";

  private Answers() {}

  /** A value as JSON. */
  public static Response json(Request request, Object value) {
    byte[] body = Json.write(value).getBytes(StandardCharsets.UTF_8);
    return tagged(request, tag(body), () -> Response.ok(body, MediaType.APPLICATION_JSON_TYPE));
  }

  /** A value as JSON whose tag the service knows it by. */
  public static Response json(Request request, String tag, Object value) {
    return tagged(
        request,
        new EntityTag(tag),
        () -> Response.ok(Json.write(value), MediaType.APPLICATION_JSON_TYPE));
  }

  /**
   * A PDF.
   *
   * @param contents what it is made of: the same contents give the same tag
   * @param name of the file
   */
  public static Response pdf(Request request, Object contents, String name, Supplier<byte[]> file) {
    EntityTag tag = tag((Json.write(contents) + name).getBytes(StandardCharsets.UTF_8));
    return tagged(
        request,
        tag,
        () ->
            Response.ok(file.get(), "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\""));
  }

  private static Response tagged(
      Request request, EntityTag tag, Supplier<Response.ResponseBuilder> whole) {
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return (unchanged == null ? whole.get() : unchanged)
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
        .header(HttpHeaders.VARY, "Accept, Accept-Language, Authorization")
        .build();
  }

  /** What something is after a change, with its new tag. */
  public static Response changed(Object value) {
    return Response.ok(Json.write(value), MediaType.APPLICATION_JSON_TYPE)
        .tag(new EntityTag(tagOf(value)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** The tag a value leaves with as JSON. */
  public static String tagOf(Object value) {
    return tag(Json.write(value).getBytes(StandardCharsets.UTF_8)).getValue();
  }

  private static EntityTag tag(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return new EntityTag(HexFormat.of().formatHex(digest, 0, 12));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

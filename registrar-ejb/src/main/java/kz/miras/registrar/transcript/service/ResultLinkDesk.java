package kz.miras.registrar.transcript.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.PublicAddress;
import kz.miras.registrar.shared.service.RandomToken;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.LinkTerms;
import kz.miras.registrar.transcript.ResultLink;
import kz.miras.registrar.transcript.SharedPart;

/** DOC-25. A student's links to the own results: made, counted, taken back. Nobody else's. */
@Stateless
@Guarded
@RolesAllowed(Permissions.RESULT_LINK_OWN)
public class ResultLinkDesk {

  /** Bytes of what a link carries: it cannot be guessed. */
  private static final int LENGTH = 18;

  private static final String ENTITY = "ResultLink";

  @Inject private ResultLinkStore store;
  @Inject private TranscriptContents contents;
  @Inject private Settings settings;
  @Inject private PublicAddress address;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /** The links of the caller, the newest first. */
  public List<ResultLink> own() {
    return store.of(student());
  }

  /** The terms the caller has results of, the newest first, as links name them. */
  public List<String> terms() {
    List<String> terms =
        contents
            .of(student(), DocumentKind.TRANSCRIPT, null, time.today(), null)
            .record()
            .terms()
            .stream()
            .map(SharedResults::term)
            .toList();
    return terms.stream().sorted(Comparator.reverseOrder()).toList();
  }

  /** For how long and how many. */
  public LinkTerms limits() {
    return new LinkTerms(number("links.most-days", 90), number("links.most-open", 20));
  }

  private int number(String setting, int otherwise) {
    return Integer.parseInt(settings.text(setting, time.today(), String.valueOf(otherwise)));
  }

  /**
   * Makes a link.
   *
   * @return its address, told this once: it is not kept
   * @throws RegistrarException.Refused where the limits of the university refuse it
   */
  public String make(SharedPart part, String term, Integer days, String note) {
    // of two who make one at the same time the second counts the first
    store.lock(student());
    Instant now = time.now();
    int open =
        (int) own().stream().filter(link -> link.state(now) == ResultLink.State.OPEN).count();
    Verdict verdict = limits().judge(part, term, terms(), days, open);
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    String token = RandomToken.of(LENGTH);
    ResultLink link =
        new ResultLink(
            UUID.randomUUID(),
            part,
            part == SharedPart.TERM ? term : null,
            note == null || note.isBlank() ? null : note.strip(),
            now,
            now.plus(Duration.ofDays(days)),
            null,
            0,
            null);
    store.add(student(), link, RandomToken.hash(token));
    audit.record("result-link.make", ENTITY, link.uuid(), null, Json.write(part + " " + days));
    return address.of(time.today()) + "/verify/shared/" + token;
  }

  /**
   * Takes a link back; whoever has it sees nothing any more.
   *
   * @throws RegistrarException.NotFound where it is none of the caller's that leads somewhere
   */
  public void revoke(UUID link) {
    if (!store.revoke(student(), link, time.now())) {
      throw new RegistrarException.NotFound("link", link);
    }
    audit.record("result-link.revoke", ENTITY, link, null, null);
  }

  private long student() {
    Long own = access.current().studentId();
    if (own == null) {
      throw new RegistrarException.NotFound("student", "me");
    }
    return own;
  }
}

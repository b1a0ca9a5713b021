package kz.miras.registrar.transcript.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.achievement.StudyRecord.TermPart;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.RandomToken;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.ResultLink;
import kz.miras.registrar.transcript.SharedPart;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.service.ResultLinkStore.Owned;

/**
 * DOC-25. What a link of a student shows to whoever has it: the part the student has chosen, as it
 * stands now, and nothing else of the student.
 */
@Stateless
@PermitAll
public class SharedResults {

  @Inject private ResultLinkStore store;
  @Inject private TranscriptContents contents;
  @Inject private UniversityTime time;

  /**
   * What is shown.
   *
   * @param name in the three languages
   * @param terms those that are shown; empty where only the summary is
   * @param earned credits of the whole study; null where a single term is shown
   * @param gpa of the whole study; null where there is none or a single term is shown
   */
  public record Shared(
      SharedPart part,
      LocalizedText university,
      LocalizedText name,
      String programmeCode,
      LocalizedText programme,
      String level,
      String status,
      List<TermPart> terms,
      Integer earned,
      BigDecimal gpa,
      Instant expiresAt)
      implements Serializable {}

  /** What a link shows now; empty where it leads nowhere, for whatever reason. */
  public Optional<Shared> open(String token) {
    Instant now = time.now();
    Optional<Owned> found =
        store
            .byToken(RandomToken.hash(token))
            .filter(owned -> owned.link().state(now) == ResultLink.State.OPEN);
    found.ifPresent(owned -> store.viewed(owned.link().uuid(), now));
    return found.map(this::shown);
  }

  private Shared shown(Owned owned) {
    TranscriptView view =
        contents.of(owned.student(), DocumentKind.TRANSCRIPT, null, time.today(), null);
    TranscriptView.Holder holder = view.holder();
    ResultLink link = owned.link();
    boolean whole = link.part() != SharedPart.TERM;
    return new Shared(
        link.part(),
        view.university(),
        LocalizedText.of(
            holder.nameIn(Language.KK), holder.nameIn(Language.RU), holder.nameIn(Language.EN)),
        holder.programmeCode(),
        holder.programme(),
        holder.level().key(),
        holder.status().key(),
        view.record().terms().stream()
            .filter(
                term ->
                    link.part() == SharedPart.ALL
                        || link.part() == SharedPart.TERM && term(term).equals(link.term()))
            .toList(),
        whole ? view.record().earned() : null,
        whole ? view.record().gpa() : null,
        link.expiresAt());
  }

  /** A term as links name it. */
  static String term(TermPart term) {
    return term.year() + " " + term.type();
  }
}

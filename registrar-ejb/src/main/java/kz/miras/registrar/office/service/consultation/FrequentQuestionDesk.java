package kz.miras.registrar.office.service.consultation;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.consultation.FrequentQuestionPolicy;
import kz.miras.registrar.office.consultation.FrequentQuestionStatus;
import kz.miras.registrar.office.consultation.FrequentQuestionText;
import kz.miras.registrar.office.service.consultation.Consultations.Entry;
import kz.miras.registrar.office.service.consultation.FrequentQuestions.Stored;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * CON-11, CON-12. Frequent questions: written by somebody of the office, published or withdrawn by
 * the director or the deputy.
 */
@Stateless
@Guarded
public class FrequentQuestionDesk {

  private static final String ENTITY = "FrequentQuestion";

  @Inject private FrequentQuestions store;
  @Inject private Consultations consultations;
  @Inject private ConsultationNews news;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * Keeps the words of a new one or of one that is being written; what is missing may be added
   * later.
   *
   * @param id public id; null or empty for a new one
   * @return public id
   * @throws RegistrarException.Refused where its words are fixed, or no topic was chosen
   */
  @RolesAllowed(Permissions.CONSULTATION_ANSWER)
  public String write(String id, ConsultationTopic topic, FrequentQuestionText text) {
    refuse(FrequentQuestionPolicy.keeps(topic, text));
    if (id == null || id.isEmpty()) {
      UUID added = store.add(topic, text, null, null, login(), time.now());
      audit.record("faq.write", ENTITY, added, null, null);
      return added.toString();
    }
    Stored found = locked(id);
    refuse(FrequentQuestionPolicy.writes(found.status()));
    store.write(found.id(), topic, text, login(), time.now());
    audit.record("faq.write", ENTITY, found.uuid(), null, null);
    return id;
  }

  /**
   * Offers an answered question as a frequent one; its words are those of the consultation until
   * they are written anew, without anything that tells who asked.
   *
   * @param consultation public id
   * @param language the language its words are in
   * @return public id of the frequent question
   */
  @RolesAllowed(Permissions.CONSULTATION_ANSWER)
  public String offer(String consultation, Language language) {
    Consultations.Stored of =
        PublicId.parse(consultation)
            .flatMap(consultations::byUuid)
            .orElseThrow(() -> new RegistrarException.NotFound("consultation", consultation));
    List<Entry> entries = consultations.entries(of.id());
    if (entries.isEmpty()) {
      throw new RegistrarException.Refused(
          Refusal.of("office.consultation.nothing-to-correct", "CON-9"));
    }
    Entry standing = entries.get(entries.size() - 1);
    Map<Language, String> question = new EnumMap<>(Language.class);
    question.put(language, shortened(of.question()));
    Map<Language, String> answer = new EnumMap<>(Language.class);
    answer.put(language, standing.answer().answer());
    UUID added =
        store.add(
            standing.answer().topic(),
            new FrequentQuestionText(question, answer),
            null,
            of.id(),
            login(),
            time.now());
    audit.record("faq.offer", ENTITY, added, null, null);
    return added.toString();
  }

  private static String shortened(String question) {
    int most = FrequentQuestionPolicy.LONGEST_QUESTION;
    return question.length() <= most ? question : question.substring(0, most);
  }

  /**
   * Proposes one for publication.
   *
   * @throws RegistrarException.Refused with everything that is missing
   */
  @RolesAllowed(Permissions.CONSULTATION_ANSWER)
  public void propose(String id) {
    Stored found = locked(id);
    refuse(
        FrequentQuestionPolicy.writes(found.status())
            .and(FrequentQuestionPolicy.complete(found.topic(), found.text())));
    store.propose(found.id(), login(), time.now());
    audit.record("faq.propose", ENTITY, found.uuid(), null, null);
    news.proposed(found.uuid());
  }

  /**
   * Publishes one; the one whose place it takes is withdrawn in the same moment.
   *
   * @throws RegistrarException.Refused where the caller wrote or proposed it
   */
  @RolesAllowed(Permissions.CONSULTATION_PUBLISH)
  public void publish(String id) {
    Stored found = locked(id);
    refuse(decides(found, true, null));
    refuse(FrequentQuestionPolicy.complete(found.topic(), found.text()));
    if (found.replaces() != null) {
      store
          .locked(found.replaces())
          .ifPresent(old -> store.withdraw(old.id(), null, login(), time.now()));
    }
    store.decide(found.id(), FrequentQuestionStatus.PUBLISHED, null, login(), time.now());
    audit.record("faq.publish", ENTITY, found.uuid(), null, null);
    news.published(found.act().proposedBy(), found.uuid());
  }

  /** Sends one back with a remark. */
  @RolesAllowed(Permissions.CONSULTATION_PUBLISH)
  public void giveBack(String id, String note) {
    Stored found = locked(id);
    refuse(decides(found, false, note));
    store.decide(found.id(), FrequentQuestionStatus.RETURNED, note.strip(), login(), time.now());
    audit.record("faq.return", ENTITY, found.uuid(), null, null);
    news.returned(found.act().proposedBy(), found.uuid(), note.strip());
  }

  private Verdict decides(Stored found, boolean published, String note) {
    return FrequentQuestionPolicy.decides(
        found.status(),
        login(),
        found.act().writtenBy(),
        found.act().proposedBy(),
        published,
        note);
  }

  /** Takes a published one from its readers. */
  @RolesAllowed(Permissions.CONSULTATION_PUBLISH)
  public void withdraw(String id, String reason) {
    Stored found = locked(id);
    refuse(FrequentQuestionPolicy.withdraws(found.status(), reason));
    store.withdraw(found.id(), reason.strip(), login(), time.now());
    audit.record("faq.withdraw", ENTITY, found.uuid(), null, null);
  }

  /**
   * Begins to write a published one anew; readers see the old words until the new are published.
   *
   * @return public id of the one to write
   */
  @RolesAllowed(Permissions.CONSULTATION_ANSWER)
  public String revise(String id) {
    Stored found = locked(id);
    refuse(FrequentQuestionPolicy.revises(found.status()));
    UUID written =
        store
            .replacing(found.id())
            .orElseGet(
                () ->
                    store.add(found.topic(), found.text(), found.id(), null, login(), time.now()));
    return written.toString();
  }

  private String login() {
    return access.current().login();
  }

  private Stored locked(String id) {
    return PublicId.parse(id).flatMap(store::locked).orElseThrow(() -> unknown(id));
  }

  private static RegistrarException.NotFound unknown(String id) {
    return new RegistrarException.NotFound("faq", id);
  }
}

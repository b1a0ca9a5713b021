package kz.miras.registrar.office.service.consultation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.consultation.FrequentQuestionPolicy;
import kz.miras.registrar.office.consultation.FrequentQuestionStatus;
import kz.miras.registrar.office.consultation.FrequentQuestionText;
import kz.miras.registrar.office.service.consultation.FrequentQuestions.Stored;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.SearchText;
import kz.miras.registrar.shared.Verdict;

/** Frequent questions: the published ones for everybody who may ask, all of them for the office. */
@Stateless
@Guarded
public class FrequentQuestionQueries {

  @Inject private FrequentQuestions store;
  @Inject private Access access;

  /**
   * Published ones in a language, by topic in the order of the regulation.
   *
   * @param topic only those about it; null for all
   * @param words words that must all occur in question or answer, however they are spelled; null or
   *     blank for all
   */
  @RolesAllowed({Permissions.CONSULTATION_ASK, Permissions.CONSULTATION_READ})
  public List<FrequentQuestionView.Shown> published(
      ConsultationTopic topic, String words, Language language) {
    List<String> wanted =
        Arrays.stream(SearchText.fold(words).split(" ")).filter(one -> !one.isEmpty()).toList();
    return store.published().stream()
        .filter(one -> topic == null || one.topic() == topic)
        .filter(one -> contains(one.text(), wanted, language))
        .sorted(Comparator.comparing(Stored::topic))
        .map(
            one ->
                new FrequentQuestionView.Shown(
                    one.uuid().toString(),
                    one.topic(),
                    one.text().question(language),
                    one.text().answer(language)))
        .toList();
  }

  private static boolean contains(
      FrequentQuestionText text, List<String> words, Language language) {
    String folded = SearchText.fold(text.question(language) + " " + text.answer(language));
    return words.stream().allMatch(folded::contains);
  }

  /**
   * One with its way so far, for the office.
   *
   * @throws RegistrarException.NotFound for whoever only reads published ones
   */
  @RolesAllowed(Permissions.CONSULTATION_READ)
  public FrequentQuestionView view(String id) {
    Stored found =
        PublicId.parse(id)
            .flatMap(store::byUuid)
            .orElseThrow(() -> new RegistrarException.NotFound("faq", id));
    access.requireVisible(
        Permissions.CONSULTATION_READ, Target.nobodys(), "FrequentQuestion", found.uuid());
    FrequentQuestions.Acts acts = found.act();
    Verdict whole =
        found.status().isWritten()
            ? FrequentQuestionPolicy.complete(found.topic(), found.text())
            : Verdict.allowed();
    return new FrequentQuestionView(
        found.uuid().toString(),
        found.topic(),
        found.text(),
        found.status(),
        text(found.replaces()),
        text(found.consultation()),
        new FrequentQuestionView.Acts(
            acts.writtenBy(),
            acts.writtenAt(),
            acts.proposedBy(),
            acts.proposedAt(),
            acts.decidedBy(),
            acts.decidedAt(),
            acts.note(),
            acts.withdrawnBy(),
            acts.withdrawnAt()),
        whole.refusals(),
        may(found));
  }

  private FrequentQuestionView.May may(Stored found) {
    boolean written = found.status().isWritten();
    boolean published = found.status() == FrequentQuestionStatus.PUBLISHED;
    boolean proposed = found.status() == FrequentQuestionStatus.PROPOSED;
    boolean writes = access.may(Permissions.CONSULTATION_ANSWER);
    boolean decides = access.may(Permissions.CONSULTATION_PUBLISH);
    boolean others =
        FrequentQuestionPolicy.decides(
                found.status(),
                access.current().login(),
                found.act().writtenBy(),
                found.act().proposedBy(),
                true,
                "")
            .isAllowed();
    return new FrequentQuestionView.May(
        writes && written,
        writes && written,
        decides && proposed && others,
        decides && proposed && !others,
        decides && published,
        writes && published && store.replacing(found.id()).isEmpty());
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }
}

package kz.miras.registrar.office.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AccessLists;
import kz.miras.registrar.attestation.service.SheetLists;
import kz.miras.registrar.attestation.service.appeal.AppealLists;
import kz.miras.registrar.attestation.service.rating.RatingLists;
import kz.miras.registrar.calendar.service.CalendarLists;
import kz.miras.registrar.correspondence.service.LetterLists;
import kz.miras.registrar.curriculum.service.CatalogueLists;
import kz.miras.registrar.office.service.consultation.ConsultationLists;
import kz.miras.registrar.registration.service.HoldLists;
import kz.miras.registrar.registration.service.RegistrationLists;
import kz.miras.registrar.registration.service.RequestLists;
import kz.miras.registrar.registration.service.WindowLists;
import kz.miras.registrar.registration.service.elective.ElectiveLists;
import kz.miras.registrar.registration.service.payment.PaymentLists;
import kz.miras.registrar.registration.service.summer.SummerLists;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.student.service.StudentLists;
import kz.miras.registrar.transcript.service.DocumentLists;
import org.junit.jupiter.api.Test;

/** What the desk tells names an existing list, an existing right, and is said in every language. */
class DuesTest {

  private static final List<ListSource> SOURCES =
      List.of(
          new AccessLists(),
          new CalendarLists(),
          new CatalogueLists(),
          new StudentLists(),
          new RegistrationLists(),
          new WindowLists(),
          new ElectiveLists(),
          new HoldLists(),
          new PaymentLists(),
          new RequestLists(),
          new SummerLists(),
          new SheetLists(),
          new AppealLists(),
          new RatingLists(),
          new DocumentLists(),
          new ConsultationLists(),
          new LetterLists());

  private static Stream<Due> dues() {
    return SOURCES.stream().flatMap(source -> source.dues().stream());
  }

  @Test
  void eachNamesAListAndARight() {
    Map<String, ListView> lists = new HashMap<>();
    SOURCES.forEach(source -> source.lists().forEach(view -> lists.put(view.code(), view)));
    assertThat(dues())
        .isNotEmpty()
        .allMatch(due -> lists.containsKey(due.list()))
        .allMatch(due -> Permissions.all().contains(due.permission()));
  }

  @Test
  void eachIsSaidInEveryLanguage() {
    dues()
        .forEach(
            due -> {
              for (Language language : Language.values()) {
                assertThat(Messages.has(language, due.key()))
                    .as("%s in %s", due.key(), language)
                    .isTrue();
              }
            });
  }

  @Test
  void noneIsNamedTwice() {
    assertThat(dues().map(Due::key)).doesNotHaveDuplicates();
  }
}

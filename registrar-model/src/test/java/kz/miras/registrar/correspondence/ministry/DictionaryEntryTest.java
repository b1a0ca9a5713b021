package kz.miras.registrar.correspondence.ministry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.shared.RegistrarException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Dictionaries of the platform, and what they say of our numbers. */
class DictionaryEntryTest {

  private static final List<DictionaryEntry> COUNTRIES =
      DictionaryEntry.of(
          List.of(
              Map.of("id", 113, "nameRu", "Казахстан", "nameKz", "Қазақстан", "code", "KZ"),
              Map.of("ID", "185", "ru", "Россия", "en", " Russia ")));

  @Test
  @DisplayName("GOV-14 rows are read by either way their columns are called")
  void read() {
    assertThat(COUNTRIES)
        .containsExactly(
            new DictionaryEntry(113, "Қазақстан", "Казахстан", null, "KZ"),
            new DictionaryEntry(185, null, "Россия", "Russia", null));
    assertThat(COUNTRIES.get(1).name("kk")).as("in another language").isEqualTo("Россия");
    assertThatThrownBy(
            () -> DictionaryEntry.of(List.of(Map.of("id", 1), Map.of("id", 1, "ru", "x"))))
        .isInstanceOf(RegistrarException.Refused.class);
    assertThatThrownBy(() -> DictionaryEntry.of(List.of(Map.of("ru", "x"))))
        .isInstanceOf(RegistrarException.Refused.class);
  }

  @Test
  @DisplayName("GOV-14 a number is proposed only where one entry is called so")
  void called() {
    assertThat(DictionaryEntry.called(COUNTRIES, List.of("KZ")))
        .map(DictionaryEntry::number)
        .contains(113);
    assertThat(DictionaryEntry.called(COUNTRIES, List.of("RU", "россия")))
        .map(DictionaryEntry::number)
        .contains(185);
    assertThat(DictionaryEntry.called(COUNTRIES, List.of("UZ"))).isEmpty();
    assertThat(DictionaryEntry.called(COUNTRIES, List.of("Россия", "KZ"))).as("two").isEmpty();
  }

  @Test
  @DisplayName("GOV-14 a number the imported dictionary does not have blocks what carries it")
  void strange() {
    PlatformMapping mapping =
        new PlatformMapping(
            PlatformCodes.with(
                Map.of(
                    PlatformCodes.key("LANGUAGE", "kk"),
                    7,
                    PlatformCodes.key("DEGREE", "MASTER"),
                    2),
                Map.of("LANGUAGE", Set.of(1, 2))));
    Map<String, Object> facts = new HashMap<>();
    facts.put("language", "kk");
    facts.put("level", "MASTER");
    assertThat(mapping.map(PlatformType.GROUPS, 1, new PlatformFacts(facts)).verdict().refusals())
        .as("nothing is said of a dictionary that was not imported")
        .extracting(refusal -> refusal.rule() + " " + refusal.field())
        .containsExactly("GOV-14 studyLanguageId");
  }

  @Test
  @DisplayName("GOV-15 a record to be deleted is named by the platform's key of its type")
  void keys() {
    assertThat(PlatformType.STUDENT.compositeKey()).isEqualTo("STUDENT_ID_COMPOSITE_KEY");
    assertThat(PlatformType.TERMS.compositeKey()).isEqualTo("TERM_ID_COMPOSITE_KEY");
    assertThat(PlatformType.TRANSCRIPT.compositeKey()).isEqualTo("UNIVERSITY_ID_COMPOSITE_KEY");
    assertThat(PlatformType.TUP_SUBJECT.compositeKey()).isEqualTo("TUP_SUBJECT_ID_COMPOSITE_KEY");
    assertThat(PlatformType.STUDYCALENDAR.compositeKey())
        .isEqualTo("STUDY_CALENDAR_ID_COMPOSITE_KEY");
  }

  @Test
  @DisplayName("GOV-1 what the platform has beyond the listed fields is sent back as it is there")
  void unlisted() {
    PlatformNames names = PlatformNames.with(Map.of());
    Map<String, Object> theirs =
        names.read(
            PlatformType.TERMS,
            Map.of("typeCode", "TERMS", "universityId", 1, "termid", 3, "year", 2190, "odd", "x"));
    assertThat(theirs).containsOnlyKeys("termid", "year", "odd");
    assertThat(PlatformFields.others(PlatformType.TERMS, theirs)).containsOnlyKeys("odd");
  }
}

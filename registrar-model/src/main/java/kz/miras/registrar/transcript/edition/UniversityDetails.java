package kz.miras.registrar.transcript.edition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Bin;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * DOC-32. What a university says of itself on its documents: names, address, who signs. Each value
 * is in force from a day on; the past is never changed.
 */
public final class UniversityDetails {

  private static final String RULE = "DOC-32";
  private static final int LONGEST = 500;

  /** Posts that sign documents; the person who holds one is the detail with {@code .person}. */
  public static final Set<String> POSTS =
      new TreeSet<>(Set.of("head", "vice-rector", "registrar", "dean"));

  /** What comes before the code of what an image shows. */
  public static final String IMAGE = "image.";

  /** Agencies that have accredited the university: names in three languages, and a logo of each. */
  public static final List<String> AGENCIES = List.of("accreditation-1", "accreditation-2");

  /** Images, each from a day on. */
  public static final List<String> IMAGES =
      Stream.concat(Stream.of("crest"), AGENCIES.stream()).map(IMAGE::concat).toList();

  /** Details in the three languages. */
  public static final List<String> LOCALIZED =
      List.of(
          "name",
          "short-name",
          "city",
          "address",
          "head",
          "head.person",
          "vice-rector",
          "vice-rector.person",
          "registrar",
          "registrar.person",
          "dean",
          "dean.person",
          "accreditation-1",
          "accreditation-2");

  /** Details in no language. */
  public static final List<String> SINGLE = List.of("bin", "contacts", "site", "licence");

  private static final Set<String> NEEDED = Set.of("name", "city", "head", "registrar");

  private UniversityDetails() {}

  /** Codes of all texts, as they are stored. */
  public static List<String> texts() {
    List<String> codes = new ArrayList<>(SINGLE);
    for (String detail : LOCALIZED) {
      for (Language language : Language.values()) {
        codes.add(detail + "." + language.tag());
      }
    }
    return codes;
  }

  /** Whether there is such a detail or image. */
  public static boolean knows(String code) {
    return IMAGES.contains(code) || texts().contains(code);
  }

  /** What lacks, beside its field. */
  public static Verdict judge(Map<String, String> values) {
    List<Refusal> problems = new ArrayList<>();
    for (String code : texts()) {
      String value = values.getOrDefault(code, "").strip();
      int dot = code.lastIndexOf('.');
      if (value.isEmpty() && dot > 0 && NEEDED.contains(code.substring(0, dot))) {
        problems.add(Refusal.of("field.required", "DAT-1").at(code));
      }
      if (value.length() > LONGEST) {
        problems.add(Refusal.of("transcript.university.long", RULE, LONGEST).at(code));
      }
    }
    for (String agency : AGENCIES) {
      if (!values.getOrDefault(IMAGE + agency, "").isEmpty()) {
        problems.addAll(named(agency, values));
      }
    }
    String bin = values.getOrDefault("bin", "").strip();
    if (!bin.isEmpty()) {
      Bin.judge(bin).refusals().forEach(one -> problems.add(one.at("bin")));
    }
    return new Verdict(problems, List.of(), false);
  }

  /** A logo has the name of its agency beside it: it is what is read aloud in its place. */
  private static List<Refusal> named(String agency, Map<String, String> values) {
    return Arrays.stream(Language.values())
        .map(language -> agency + "." + language.tag())
        .filter(code -> values.getOrDefault(code, "").isBlank())
        .map(code -> Refusal.of("transcript.university.agency", RULE).at(code))
        .toList();
  }
}

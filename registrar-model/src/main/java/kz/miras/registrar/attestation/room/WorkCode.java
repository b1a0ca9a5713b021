package kz.miras.registrar.attestation.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Refusal;

/** EXR-4. Codes of written works: nobody guesses one, none occurs twice in a sheet. */
public final class WorkCode {

  /** Without what is misread in handwriting: 0 and O, 1, I and L. */
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int LENGTH = 6;
  private static final Pattern SCORE = Pattern.compile("\\d{1,3}");

  private WorkCode() {}

  /**
   * Different codes.
   *
   * @param random one that cannot be foretold
   * @param wanted how many
   */
  public static List<String> codes(RandomGenerator random, int wanted) {
    return Stream.generate(() -> one(random)).distinct().limit(wanted).toList();
  }

  private static String one(RandomGenerator random) {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /**
   * EXR-5. Why a mark is not stored under a code: the sheet has no such code, or it is no score.
   *
   * @param text as typed; empty takes the mark back
   */
  public static Optional<Refusal> refusal(String code, Set<String> known, String text) {
    if (!known.contains(code)) {
      return Optional.of(Refusal.of("attestation.coding.no-code", "EXR-5", code).at(code));
    }
    boolean readable =
        text.isEmpty() || SCORE.matcher(text).matches() && Integer.parseInt(text) <= 100;
    return readable
        ? Optional.empty()
        : Optional.of(Refusal.of("attestation.coding.unreadable", "EXR-5", text).at(code));
  }
}

package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.VerificationCode;
import kz.miras.registrar.transcript.service.DocumentVerification;
import kz.miras.registrar.transcript.service.DocumentVerification.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How long a check of a document takes tells a stranger nothing. */
@InsideTest
class VerifyTimeInsideIT {

  private static final int CALLS = 400;
  private static final int FIRST = 100;

  /** Other tests use the machine too: medians of many calls in turn differ less than this. */
  private static final double MOST_OF_THE_OTHER = 1.6;

  private static final long MOST_NANOS = 400_000;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(VerifyTimeInsideIT.class);
  }

  @Test
  @DisplayName(
      "DOC-69 a code that is known and one that is not, a number with its date and with another,"
          + " are answered in the same time")
  void sameTime() throws Exception {
    DocumentVerification documents = Inside.bean(DocumentVerification.class);
    String code =
        Scene.text(
            "SELECT verification_code FROM issued_document WHERE status = 'ISSUED' AND number IS"
                + " NOT NULL ORDER BY id LIMIT 1");
    String number =
        Scene.text("SELECT number FROM issued_document WHERE verification_code = ?", code);
    LocalDate day =
        LocalDate.parse(
            Scene.text("SELECT issued_on FROM issued_document WHERE verification_code = ?", code));
    Map<String, Runnable> ways = new LinkedHashMap<>();
    ways.put("known code", () -> told(documents.byCode(code), true));
    ways.put("unknown code", () -> told(documents.byCode(VerificationCode.next()), false));
    ways.put("number and date", () -> told(documents.byNumber(number, day), true));
    ways.put(
        "number and another date", () -> told(documents.byNumber(number, day.plusDays(1)), false));
    ways.put("unknown number", () -> told(documents.byNumber(number + "9", day), false));
    Map<String, List<Long>> nanos = new LinkedHashMap<>();
    for (int call = 0; call < CALLS + FIRST; call++) {
      boolean counts = call >= FIRST;
      ways.forEach(
          (way, check) -> {
            long begin = System.nanoTime();
            check.run();
            long took = System.nanoTime() - begin;
            if (counts) {
              nanos.computeIfAbsent(way, key -> new ArrayList<>()).add(took);
            }
          });
    }
    Map<String, Long> medians = new LinkedHashMap<>();
    nanos.forEach((way, all) -> medians.put(way, median(all)));
    System.out.println("# median of a check in ns: " + medians);
    long fastest = Collections.min(medians.values());
    long slowest = Collections.max(medians.values());
    assertThat(slowest)
        .as(medians.toString())
        .isLessThan(Math.max((long) (fastest * MOST_OF_THE_OTHER), fastest + MOST_NANOS));
  }

  private static void told(DocumentVerification.Answer answer, boolean known) {
    assertThat(answer.verdict() != Verdict.UNKNOWN).isEqualTo(known);
  }

  private static long median(List<Long> all) {
    Collections.sort(all);
    return all.get(all.size() / 2);
  }
}

package kz.miras.registrar.correspondence.ministry;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * GOV-10. What the platform answers to records it was sent: it may keep some and refuse others.
 *
 * @param requested how many it says it was sent
 * @param saved how many it says are new
 * @param updated how many it says it replaced
 * @param failed how many it says it refused
 * @param refused reasons by the number of the record
 * @param unnamed refused records whose number it did not tell
 */
public record SaveAnswer(
    int requested, int saved, int updated, int failed, Map<Long, List<String>> refused, int unnamed)
    implements Serializable {

  /**
   * Whether its figures add up to what was sent: only then what it does not name was kept, else
   * every record is looked for.
   *
   * @param sent how many records were sent
   */
  public boolean addsUp(int sent) {
    return requested == sent
        && saved + updated + failed == sent
        && failed == refused.size()
        && unnamed == 0;
  }
}

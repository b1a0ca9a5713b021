package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.QueueTerms;

/** Where a line of a plan stands in waiting lists, as a sentence. */
@Named
@RequestScoped
public class QueueWords {

  @Inject private Words words;
  @Inject private WindowWords windows;
  @Inject private QueueTerms terms;

  /** REG-33. In which order waiting lists of a term go, and until when a place lasts. */
  public String published(String student, String term) {
    QueueTerms.Published published = terms.of(student, term);
    return words.of(
        "registration.my.waiting." + published.order(), windows.until(published.until()));
  }

  /**
   * The place of a line that waits; of several groups that will do, the place in each; of the
   * stream that was named too, while that is full; and until when all of that lasts.
   *
   * @return null where the line waits in no queue of a group
   */
  public String of(PlanView.Line line) {
    String group = group(line);
    if (group == null) {
      return null;
    }
    StringJoiner all = new StringJoiner(" · ").add(group);
    if (line.streamPlace() != null) {
      all.add(words.of("registration.my.place-stream", line.stream(), line.streamPlace()));
    }
    if (line.waitsUntil() != null) {
      all.add(words.of("registration.my.place-until", windows.until(line.waitsUntil())));
    }
    return all.toString();
  }

  private String group(PlanView.Line line) {
    if (line.queues().isEmpty()) {
      return line.place() == null ? null : words.of("registration.my.place", line.place());
    }
    String each = line.queues().stream().map(this::queue).collect(Collectors.joining(", "));
    return line.place() == null
        ? words.of("registration.my.place-none", each)
        : words.of("registration.my.place-any", line.place(), each);
  }

  private String queue(PlanView.Queue queue) {
    return queue.place() == null
        ? words.of("registration.my.place-rests", queue.group())
        : words.of("registration.my.place-of", queue.group(), queue.place());
  }
}

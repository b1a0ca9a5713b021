package kz.miras.registrar.shared.service;

import com.openhtmltopdf.pdfboxout.PageSupplier;
import java.io.StringWriter;
import java.time.Duration;
import java.util.function.Consumer;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** DOC-31. Filling a template takes so long and becomes so large, and no more. */
final class TemplateBounds {

  private static final int MOST_CHARACTERS = 60_000_000;
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final int TRIED_CHARACTERS = 4_000_000;
  private static final Duration TRIED = Duration.ofSeconds(10);

  private static final int MOST_PAGES = 30_000;
  private static final int TRIED_PAGES = 300;

  private static final ThreadLocal<Long> DEADLINE = new ThreadLocal<>();

  private TemplateBounds() {}

  /**
   * What a template fills, within its bounds.
   *
   * @param trial whether it is a template on trial, which gets less
   * @throws RegistrarException.Refused where it goes beyond them
   */
  static String filled(boolean trial, Consumer<StringWriter> filling) {
    Long before = DEADLINE.get();
    DEADLINE.set(System.nanoTime() + (trial ? TRIED : LONGEST).toNanos());
    try {
      Limited out = new Limited(trial ? TRIED_CHARACTERS : MOST_CHARACTERS);
      filling.accept(out);
      return out.toString();
    } finally {
      if (before == null) {
        DEADLINE.remove();
      } else {
        DEADLINE.set(before);
      }
    }
  }

  /** Called at each expression: the time a template has is not used up. */
  static void check() {
    Long deadline = DEADLINE.get();
    if (deadline != null && System.nanoTime() - deadline > 0) {
      throw new RegistrarException.Refused(Refusal.of("shared.template.slow", "DOC-31"));
    }
  }

  /** Gives a document its pages, and no more than it may have. */
  static PageSupplier pages(boolean trial) {
    int most = trial ? TRIED_PAGES : MOST_PAGES;
    return (document, width, height, page, shadow) -> {
      if (document.getNumberOfPages() >= most) {
        throw new RegistrarException.Refused(Refusal.of("shared.template.large", "DOC-31"));
      }
      PDPage next = new PDPage(new PDRectangle(width, height));
      document.addPage(next);
      return next;
    };
  }

  private static final class Limited extends StringWriter {

    private final int most;

    private Limited(int most) {
      this.most = most;
    }

    @Override
    public void write(int c) {
      super.write(c);
      bound();
    }

    @Override
    public void write(char[] text, int from, int length) {
      super.write(text, from, length);
      bound();
    }

    @Override
    public void write(String text) {
      super.write(text);
      bound();
    }

    @Override
    public void write(String text, int from, int length) {
      super.write(text, from, length);
      bound();
    }

    private void bound() {
      if (getBuffer().length() > most) {
        throw new RegistrarException.Refused(Refusal.of("shared.template.large", "DOC-31"));
      }
      check();
    }
  }
}

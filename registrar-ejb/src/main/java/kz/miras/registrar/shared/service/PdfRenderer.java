package kz.miras.registrar.shared.service;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.TemplateSource.Template;
import kz.miras.registrar.shared.template.TemplateTool;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * Makes a PDF of a template: XHTML and CSS a designer can read, filled and escaped by the template
 * engine, with embedded fonts that have every Kazakh letter.
 */
@ApplicationScoped
public class PdfRenderer {

  /** In a model: what the document shows of its digital signature. */
  public static final String SIGNATURE = "signature";

  /** In a model: what a duplicate shows of being one. */
  public static final String DUPLICATE = "duplicate";

  /** In a model: the words of each language a document is printed in; without it, of its own. */
  public static final String TONGUES = "tongues";

  /** In a model: the image of the QR code of a document of record. */
  public static final String CODE = "qr";

  static {
    XRLog.setLoggerImpl(new PdfLog());
  }

  private final TemplateEngine templates = new TemplateEngine();
  private final TemplateSource shipped = new ShippedTemplates();

  @Inject private Instance<TemplateSource> sources;

  public PdfRenderer() {
    StringTemplateResolver resolver = new StringTemplateResolver();
    resolver.setTemplateMode(TemplateMode.XML);
    resolver.setCacheable(true);
    templates.setDialect(new TemplateDialect());
    templates.setTemplateResolver(resolver);
  }

  /**
   * A document as it was printed.
   *
   * @param pages how many it has
   * @param version of the template it was printed by; 0 for the shipped one
   */
  public record Printed(byte[] pdf, int pages, int version) {}

  /**
   * Something that is put into a document besides its pages. Reading and writing a file costs as
   * much as laying out its pages, so all of it is put in before the file is written.
   */
  @FunctionalInterface
  public interface Addition {
    void to(PDDocument document) throws IOException;
  }

  /**
   * Renders a document by the version of its template that is in force.
   *
   * @param template name below {@code documents/}
   * @param language the language of its words, reachable as {@code words}
   * @param model what it shows
   */
  public byte[] render(String template, Language language, Map<String, Object> model) {
    return printed(template, language, model).pdf();
  }

  /** Renders a document with these additions and tells by which version of its template. */
  public Printed printed(
      String template, Language language, Map<String, Object> model, Addition... additions) {
    Template version = version(template);
    String filled = fill(version, language, model);
    try {
      return print(filled, version, additions);
    } catch (RuntimeException e) {
      throw TriedTemplate.is(version) && !(e instanceof RegistrarException)
          ? TemplateFailures.told(e)
          : e;
    }
  }

  /** The template with its values filled in: XHTML. */
  public String fill(String template, Language language, Map<String, Object> model) {
    return fill(version(template), language, model);
  }

  private Template version(String template) {
    Template tried = TriedTemplate.of(template);
    if (tried != null) {
      return tried;
    }
    return sources != null && sources.isResolvable()
        ? sources.get().inForce(template)
        : shipped.inForce(template);
  }

  private String fill(Template version, Language language, Map<String, Object> model) {
    Context context = new Context(language.locale());
    Words words = new Words(language);
    context.setVariable(TONGUES, List.of(words));
    context.setVariables(model);
    context.setVariable("words", words);
    boolean tried = TriedTemplate.is(version);
    String page = fill(version.text(), tried, context);
    // no template can forget what a document shows of its signature, or of being a duplicate
    if (model.get(DUPLICATE) != null) {
      page = DocumentMarks.atBegin(page, fill(shipped.inForce(DUPLICATE).text(), false, context));
    }
    Object signed = model.get(SIGNATURE);
    Object stamp = tried && signed == null ? TriedTemplate.stamp() : signed;
    if (stamp == null) {
      return page;
    }
    context.setVariable(SIGNATURE, stamp);
    return DocumentMarks.on(
        page, model.get(CODE), fill(shipped.inForce(SIGNATURE).text(), false, context));
  }

  private String fill(String text, boolean tried, Context context) {
    try {
      return TemplateBounds.filled(tried, out -> templates.process(text, context, out));
    } catch (TemplateProcessingException e) {
      throw TemplateFailures.told(e);
    }
  }

  /** Archivable and readable aloud: PDF/A-2a with the structure PDF/UA asks for. */
  private static Printed print(String xhtml, Template version, Addition... additions) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.useFastMode();
      font(builder, "PTF55F.ttf", 400, FontStyle.NORMAL);
      font(builder, "PTF75F.ttf", 700, FontStyle.NORMAL);
      font(builder, "PTF56F.ttf", 400, FontStyle.ITALIC);
      // nothing is fetched: images stand in the document itself
      builder.useUriResolver((base, uri) -> uri != null && uri.startsWith("data:") ? uri : null);
      builder.usePageSupplier(TemplateBounds.pages(TriedTemplate.is(version)));
      builder.withHtmlContent(xhtml, null);
      builder.withProducer("Registrar");
      builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
      builder.usePdfUaAccessibility(true);
      builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
          PDDocument document = renderer.createPDFKeepOpen()) {
        for (Addition addition : additions) {
          addition.to(document);
        }
        document.save(out);
        return new Printed(out.toByteArray(), document.getNumberOfPages(), version.version());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void font(PdfRendererBuilder builder, String file, int weight, FontStyle style) {
    builder.useFont(() -> resource("/fonts/" + file), "PT Serif", weight, style, true);
  }

  private static InputStream resource(String path) {
    InputStream stream = PdfRenderer.class.getResourceAsStream(path);
    if (stream == null) {
      throw new IllegalStateException(path + " is missing");
    }
    return stream;
  }

  /** A QR code as an image that needs no other file. */
  public static String qr(String text) {
    return QrImage.of(text);
  }

  /** The words of one language, for a document in several. */
  public static Words words(Language language) {
    return new Words(language);
  }

  /** The words of a document in its language; templates call {@code words.of('key')}. */
  public static final class Words implements TemplateTool {

    private final Language language;

    Words(Language language) {
      this.language = language;
    }

    public String of(String key) {
      return Messages.text(language, key);
    }

    public String of(String key, Object argument) {
      return Messages.text(language, key, argument);
    }

    public String of(String key, Object first, Object second) {
      return Messages.text(language, key, first, second);
    }

    public String of(String key, Object first, Object second, Object third) {
      return Messages.text(language, key, first, second, third);
    }

    public String text(LocalizedText text) {
      return text == null ? "" : text.in(language);
    }

    /** What led to something as a sentence, without what would change it. */
    public String reason(Refusal refusal) {
      return Messages.text(language, refusal.code(), refusal.args().toArray());
    }

    public String tag() {
      return language.tag();
    }

    /** With a capital first letter. */
    public String capital(String text) {
      return text == null || text.isEmpty()
          ? ""
          : text.substring(0, 1).toUpperCase(language.locale()) + text.substring(1);
    }

    /** The first word of a text: of a full name the family name. */
    public String first(String text) {
      int at = text == null ? -1 : text.indexOf(' ');
      return at < 0 ? text : text.substring(0, at);
    }

    /** What follows the first word of a text; a dash where nothing does. */
    public String rest(String text) {
      int at = text == null ? -1 : text.indexOf(' ');
      return at < 0 ? "—" : text.substring(at + 1);
    }

    /** The day of a moment as the language writes it. */
    public String day(Instant moment, ZoneId zone) {
      return moment == null ? "" : day(LocalDate.ofInstant(moment, zone));
    }

    /** A text kept for ever, with its days as the language writes them. */
    public String kept(String text) {
      return KeptDays.written(text, this::day);
    }

    /** A day as the language writes it. */
    public String day(LocalDate day) {
      return day == null
          ? ""
          : day.format(
              DateTimeFormatter.ofPattern(
                  language == Language.EN ? "d MMMM yyyy" : "dd.MM.yyyy", language.locale()));
    }
  }
}

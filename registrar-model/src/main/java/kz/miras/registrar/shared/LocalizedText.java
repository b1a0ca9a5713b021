package kz.miras.registrar.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;

/**
 * One text in Kazakh, Russian and English. Ministry exchange needs all three, so none may be null;
 * a missing translation is refused at the border, not guessed here.
 *
 * <p>Immutable. The columns default to {@code name_kk}, {@code name_ru}, {@code name_en}.
 */
@Embeddable
public class LocalizedText implements Serializable {

  @Column(name = "name_kk", nullable = false)
  private String kk;

  @Column(name = "name_ru", nullable = false)
  private String ru;

  @Column(name = "name_en", nullable = false)
  private String en;

  protected LocalizedText() {}

  private LocalizedText(String kk, String ru, String en) {
    this.kk = Objects.requireNonNull(kk, "kk");
    this.ru = Objects.requireNonNull(ru, "ru");
    this.en = Objects.requireNonNull(en, "en");
  }

  /** The text in its three languages; none null. */
  public static LocalizedText of(String kk, String ru, String en) {
    return new LocalizedText(kk, ru, en);
  }

  public String getKk() {
    return kk;
  }

  public String getRu() {
    return ru;
  }

  public String getEn() {
    return en;
  }

  /** The text in one language. */
  public String in(Language language) {
    return switch (language) {
      case KK -> kk;
      case RU -> ru;
      case EN -> en;
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LocalizedText that
        && Objects.equals(kk, that.kk)
        && Objects.equals(ru, that.ru)
        && Objects.equals(en, that.en);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kk, ru, en);
  }

  @Override
  public String toString() {
    return kk + " / " + ru + " / " + en;
  }
}

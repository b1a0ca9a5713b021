package kz.miras.registrar.correspondence.web.ministry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.miras.registrar.correspondence.service.ministry.MinistryDictionaries;
import kz.miras.registrar.correspondence.service.ministry.MinistryDictionaries.View;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** The platform's dictionaries: where they come from and how many entries they have. */
@Named("ministryDictionaries")
@ViewScoped
public class MinistryDictionaryScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String PAGE = "/correspondence/ministry-setup.xhtml?faces-redirect=true";

  @Inject private MinistryDictionaries dictionaries;
  @Inject private Notice notice;

  private String dictionary;
  private transient Part file;
  private transient List<View> all;
  private Map<String, String> names;
  private Map<String, String> problems = Map.of();

  public List<View> getAll() {
    if (all == null) {
      all = dictionaries.all();
    }
    return all;
  }

  /** Names by which they are asked for, as typed. */
  public Map<String, String> getNames() {
    if (names == null) {
      names = new HashMap<>();
      getAll().forEach(view -> names.put(view.dictionary(), view.askedAs()));
    }
    return names;
  }

  /** Keeps names that were changed, and fetches what can be asked for. */
  public String fetch() {
    try {
      for (View view : getAll()) {
        String typed = getNames().get(view.dictionary());
        if (!Objects.equals(Objects.requireNonNullElse(view.askedAs(), ""), typed)) {
          dictionaries.name(view.dictionary(), typed);
        }
      }
      notice.done("ministry.dictionary.fetched", dictionaries.fetch());
      return PAGE;
    } catch (RegistrarException.Refused refused) {
      notice.tell(refused);
      return null;
    }
  }

  /** Imports the chosen file. */
  public String take() throws IOException {
    if (file == null || file.getSize() == 0) {
      problems = notice.missing("file", "ministry.dictionary.no-file");
      return null;
    }
    try (InputStream in = file.getInputStream()) {
      notice.done(
          "ministry.dictionary.taken",
          dictionaries.take(dictionary, file.getSubmittedFileName(), in.readAllBytes()));
      return PAGE;
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      return null;
    }
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getDictionary() {
    return dictionary;
  }

  public void setDictionary(String dictionary) {
    this.dictionary = dictionary;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}

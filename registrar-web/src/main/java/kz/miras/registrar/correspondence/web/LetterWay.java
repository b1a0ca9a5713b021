package kz.miras.registrar.correspondence.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.service.DraftDesk;
import kz.miras.registrar.correspondence.service.EnquiryDesk;
import kz.miras.registrar.correspondence.service.LetterPapers;
import kz.miras.registrar.correspondence.service.LetterQueries;
import kz.miras.registrar.correspondence.service.LetterView;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.StepForm;

/** The way of a letter of the office, from agreement to its addressee. */
@Named("letterWay")
@ViewScoped
public class LetterWay extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/correspondence/letter.xhtml?faces-redirect=true&id=";

  @Inject private LetterQueries queries;
  @Inject private DraftDesk drafts;
  @Inject private EnquiryDesk enquiries;
  @Inject private LetterPapers papers;

  private final String id = KeptAddress.parameter("id");
  private String reason;
  private String fileCase;
  private LetterChannel channel;
  private String address;
  private String confirmation;
  private transient LetterView view;
  private transient List<LetterQueries.Case> cases;

  private LetterView getView() {
    if (view == null) {
      view = queries.view(id);
    }
    return view;
  }

  @Override
  protected void afresh() {
    view = null;
  }

  /** Open cases, where the reader registers. */
  public List<LetterQueries.Case> getCases() {
    if (cases == null) {
      boolean wanted = getView().may().register() || getView().may().submit();
      cases = wanted ? queries.cases() : List.of();
    }
    return cases;
  }

  public LetterChannel[] getChannels() {
    return LetterChannel.values();
  }

  public String agree() {
    return done(() -> drafts.agree(id), "agreed");
  }

  public String giveBack() {
    return done(() -> drafts.giveBack(id, reason), "given-back");
  }

  public String sign() {
    return done(() -> drafts.sign(id), "signed");
  }

  /** Registers a signed letter and makes its file. */
  public String register() {
    return done(
        () -> {
          drafts.register(id, fileCase);
          papers.make(id);
        },
        "numbered");
  }

  /** Makes the file of a registered letter, where that was broken off. */
  public String make() {
    return done(() -> papers.make(id), "made");
  }

  public String send() {
    return done(() -> drafts.send(id, channel, address), "sent");
  }

  public String deliver() {
    return done(() -> drafts.delivered(id, confirmation), "delivered");
  }

  public String submit() {
    return done(() -> enquiries.submit(id, fileCase), "submitted");
  }

  private String done(Runnable work, String what) {
    return step(PAGE + id, work, "correspondence.done." + what);
  }

  /** Shows the letter on its letterhead. */
  public void preview() throws IOException {
    Download.pdf(getView().index() == null ? "draft" : getView().index(), papers.preview(id));
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getFileCase() {
    return fileCase;
  }

  public void setFileCase(String fileCase) {
    this.fileCase = fileCase;
  }

  /** How it goes; to begin with to where its partner fetches it. */
  public LetterChannel getChannel() {
    if (channel == null && getView().may().send() && getView().partner()) {
      channel = LetterChannel.SOAP;
    }
    return channel;
  }

  public void setChannel(LetterChannel channel) {
    this.channel = channel;
  }

  /** Where it goes; to begin with the address of the draft, else of the correspondent. */
  public String getAddress() {
    if (address == null) {
      address = getView().address() == null ? getView().email() : getView().address();
    }
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getConfirmation() {
    return confirmation;
  }

  public void setConfirmation(String confirmation) {
    this.confirmation = confirmation;
  }
}

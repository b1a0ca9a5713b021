package kz.miras.registrar.correspondence.web.ministry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.service.ministry.MinistryComparison;
import kz.miras.registrar.frame.web.Words;

/** What the platform has otherwise, student by student. */
@Named("ministryCompare")
@RequestScoped
public class MinistryCompareScreen {

  @Inject private MinistryComparison comparison;
  @Inject private Words words;

  private int page = 1;
  private boolean fresh;
  private MinistryComparison.View view;

  public MinistryComparison.View getView() {
    if (view == null) {
      view = comparison.view(page, fresh);
    }
    return view;
  }

  /** Types that were never compared, in words. */
  public String getNever() {
    return getView().never().stream()
        .map(PlatformType::key)
        .map(words::get)
        .collect(Collectors.joining(", "));
  }

  public boolean isAnythingNever() {
    return !getView().never().isEmpty();
  }

  /** Whether graduates of the year end before this place of the page. */
  public boolean isFirstOther(int at) {
    return !getView().shown().get(at).graduate()
        && (at == 0 || getView().shown().get(at - 1).graduate());
  }

  /** Whether only what is new is shown. */
  public boolean isFresh() {
    return fresh;
  }

  public void setFresh(boolean fresh) {
    this.fresh = fresh;
  }

  public int getPage() {
    return Math.min(Math.max(page, 1), getView().pages());
  }

  public void setPage(int page) {
    this.page = page;
  }
}

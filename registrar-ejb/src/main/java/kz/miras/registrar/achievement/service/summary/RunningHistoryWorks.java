package kz.miras.registrar.achievement.service.summary;

import jakarta.enterprise.context.ApplicationScoped;
import kz.miras.registrar.achievement.service.RunningWorks;

/** The works over all histories that run on this server, or were the last of their kind here. */
@ApplicationScoped
public class RunningHistoryWorks extends RunningWorks {}

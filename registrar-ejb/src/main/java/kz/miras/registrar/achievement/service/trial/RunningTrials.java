package kz.miras.registrar.achievement.service.trial;

import jakarta.enterprise.context.ApplicationScoped;
import kz.miras.registrar.achievement.service.RunningWorks;

/** The trials that run on this server, and those that were broken off since it began. */
@ApplicationScoped
public class RunningTrials extends RunningWorks {}

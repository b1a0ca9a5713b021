/** Trials of proposed rules: deriving, keeping and showing what would differ. */
package kz.miras.registrar.achievement.service.trial;

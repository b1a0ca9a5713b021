/** Analysis of progress, the session as it goes, and the reports on both. */
package kz.miras.registrar.achievement.service.analysis;

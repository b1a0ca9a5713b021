/** Figures kept beside the history of achievements, their explanation, and the feed of results. */
package kz.miras.registrar.achievement.service.summary;

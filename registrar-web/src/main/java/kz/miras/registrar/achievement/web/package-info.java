/** Screens of results: what closing a sheet posts. */
package kz.miras.registrar.achievement.web;

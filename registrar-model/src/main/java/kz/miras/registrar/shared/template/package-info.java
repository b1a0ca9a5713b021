/**
 * The language of document templates: what a template may say, read strictly, and how it is
 * answered. A template comes from outside, so it reaches nothing but what it is given to print.
 */
package kz.miras.registrar.shared.template;

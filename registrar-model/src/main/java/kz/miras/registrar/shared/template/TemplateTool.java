package kz.miras.registrar.shared.template;

/** What a template may hand values to: each public method of such a class is meant for it. */
public interface TemplateTool {}

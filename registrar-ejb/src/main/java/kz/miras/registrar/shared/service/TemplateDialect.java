package kz.miras.registrar.shared.service;

import java.util.Set;
import kz.miras.registrar.shared.template.TemplateExpressions;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.processor.StandardAttrTagProcessor;
import org.thymeleaf.standard.processor.StandardBlockTagProcessor;
import org.thymeleaf.standard.processor.StandardEachTagProcessor;
import org.thymeleaf.standard.processor.StandardIfTagProcessor;
import org.thymeleaf.standard.processor.StandardTextTagProcessor;
import org.thymeleaf.standard.processor.StandardUnlessTagProcessor;
import org.thymeleaf.standard.processor.StandardWithTagProcessor;
import org.thymeleaf.standard.processor.StandardXmlNsTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * DOC-31. What templates are filled by: the few attributes they need, and expressions that reach
 * nothing but what is to be printed. The rest of the engine's own language is not there.
 */
final class TemplateDialect extends StandardDialect {

  private final TemplateExpressions expressions = new TemplateExpressions();

  TemplateDialect() {
    setVariableExpressionEvaluator(new Evaluator());
  }

  @Override
  public Set<IProcessor> getProcessors(String prefix) {
    return Set.of(
        new StandardEachTagProcessor(TemplateMode.XML, prefix),
        new StandardIfTagProcessor(TemplateMode.XML, prefix),
        new StandardUnlessTagProcessor(TemplateMode.XML, prefix),
        new StandardWithTagProcessor(TemplateMode.XML, prefix),
        new StandardAttrTagProcessor(TemplateMode.XML, prefix),
        new StandardTextTagProcessor(TemplateMode.XML, prefix),
        new StandardBlockTagProcessor(
            TemplateMode.XML, prefix, StandardBlockTagProcessor.ELEMENT_NAME),
        new StandardXmlNsTagProcessor(TemplateMode.XML, prefix));
  }

  private final class Evaluator implements IStandardVariableExpressionEvaluator {

    @Override
    public Object evaluate(
        IExpressionContext context,
        IStandardVariableExpression expression,
        StandardExpressionExecutionContext how) {
      TemplateBounds.check();
      return expressions.value(expression.getExpression(), context::getVariable);
    }
  }
}

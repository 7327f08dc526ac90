package io.ordertrail.platform.engine.model;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.BPMN_20_SCHEMA_LOCATION;

import java.util.List;
import javax.xml.validation.Schema;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.impl.BpmnModelInstanceImpl;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.impl.ModelImpl;
import org.camunda.bpm.model.xml.instance.DomDocument;

/** Reads diagrams. */
public final class DiagramParser extends SchemaParser {

    private static final Schema SCHEMA = schema(Bpmn.class, List.of(BPMN_20_SCHEMA_LOCATION));

    public static final DiagramParser ONLY = new DiagramParser();

    @Override
    Schema schema() {
        return SCHEMA;
    }

    @Override
    protected ModelInstance createModelInstance(DomDocument document) {
        var bpmn = Bpmn.INSTANCE;
        return new BpmnModelInstanceImpl((ModelImpl) bpmn.getBpmnModel(), bpmn.getBpmnModelBuilder(), document);
    }
}

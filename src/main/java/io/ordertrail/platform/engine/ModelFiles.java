package io.ordertrail.platform.engine;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.BPMN_20_SCHEMA_LOCATION;

import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.validation.Schema;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelInstanceImpl;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.impl.DmnModelInstanceImpl;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.impl.ModelImpl;
import org.camunda.bpm.model.xml.instance.DomDocument;

/**
 * Reads diagrams and tables as {@link Bpmn} and {@link Dmn} do. Those read their schemas again for each file, which takes
 * ten times as long as the file itself.
 */
public final class ModelFiles {

    private ModelFiles() {}

    /**
     * Reads a diagram.
     *
     * @throws ModelException when it is no XML, or not what the schema of diagrams asks for
     */
    public static BpmnModelInstance diagram(InputStream file) {
        return (BpmnModelInstance) DiagramParser.ONLY.parseModelFromStream(file);
    }

    /**
     * Reads a file of tables.
     *
     * @throws ModelException when it is no XML, or not what the schema of tables asks for
     */
    public static DmnModelInstance tables(InputStream file) {
        return (DmnModelInstance) TableParser.ONLY.parseModelFromStream(file);
    }

    private static final class DiagramParser extends SchemaParser {

        private static final Schema SCHEMA = schema(Bpmn.class, List.of(BPMN_20_SCHEMA_LOCATION));

        static final DiagramParser ONLY = new DiagramParser();

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

    private static final class TableParser extends SchemaParser {

        /** All versions of the notation that the library knows. */
        private static final List<String> VERSIONS = Stream.of("15", "14", "13", "12", "11", "11_Alternative")
                .map(version -> "org/camunda/bpm/model/dmn/schema/DMN" + version + ".xsd")
                .toList();

        private static final Schema SCHEMA = schema(Dmn.class, VERSIONS);

        static final TableParser ONLY = new TableParser();

        @Override
        Schema schema() {
            return SCHEMA;
        }

        @Override
        protected ModelInstance createModelInstance(DomDocument document) {
            var dmn = Dmn.INSTANCE;
            return new DmnModelInstanceImpl((ModelImpl) dmn.getDmnModel(), dmn.getDmnModelBuilder(), document);
        }
    }
}

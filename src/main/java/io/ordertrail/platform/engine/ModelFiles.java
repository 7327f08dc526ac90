package io.ordertrail.platform.engine;

import java.io.InputStream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;

import io.ordertrail.platform.engine.model.DiagramParser;
import io.ordertrail.platform.engine.model.TableParser;

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
}

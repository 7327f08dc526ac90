package io.ordertrail.platform.engine.model;

import java.util.List;
import java.util.stream.Stream;
import javax.xml.validation.Schema;

import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.impl.DmnModelInstanceImpl;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.impl.ModelImpl;
import org.camunda.bpm.model.xml.instance.DomDocument;

/** Reads files of decision tables. */
public final class TableParser extends SchemaParser {

    /** All versions of the notation that the library knows. */
    private static final List<String> VERSIONS = Stream.of("15", "14", "13", "12", "11", "11_Alternative")
            .map(version -> "org/camunda/bpm/model/dmn/schema/DMN" + version + ".xsd")
            .toList();

    private static final Schema SCHEMA = schema(Dmn.class, VERSIONS);

    public static final TableParser ONLY = new TableParser();

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

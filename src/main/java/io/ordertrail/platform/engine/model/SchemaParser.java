package io.ordertrail.platform.engine.model;

import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import org.camunda.bpm.model.xml.impl.parser.AbstractModelParser;
import org.camunda.bpm.model.xml.instance.DomDocument;
import org.xml.sax.SAXException;

/** Validates a file while it is read, against a schema that is kept. */
abstract class SchemaParser extends AbstractModelParser {

    /** The schema, which the constructor of the library asks for before those of subclasses have run. */
    abstract Schema schema();

    static Schema schema(Class<?> beside, List<String> resources) {
        var files = resources.stream()
                .map(resource -> beside.getClassLoader().getResource(resource).toString())
                .map(StreamSource::new)
                .toArray(Source[]::new);
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(files);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void configureFactory(DocumentBuilderFactory factory) {
        super.configureFactory(factory);
        factory.setValidating(false); // asks for a DTD
        factory.setSchema(schema());
    }

    /** Does nothing, because the file was validated while it was read. */
    @Override
    public void validateModel(DomDocument document) {}
}

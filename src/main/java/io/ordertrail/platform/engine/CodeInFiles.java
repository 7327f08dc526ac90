package io.ordertrail.platform.engine;

import java.io.ByteArrayInputStream;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.engine.impl.util.xml.Parser;
import org.camunda.bpm.model.dmn.DmnModelInstance;

import io.ordertrail.platform.engine.guard.DiagramGuard;
import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;

/** What the guards of the engine refuse in a file, before the engine reads it. */
public final class CodeInFiles {

    private static final Parser XML = new Parser() {
        @Override
        public Parse createParse() {
            return new Parse(this) {};
        }

        /** Without a schema the engine's parser leaves the prefixes in the names, and the guard would know no element. */
        @Override
        protected void enableSchemaValidation(boolean schema) {
            super.enableSchemaValidation(schema);
            getSaxParserFactoryLazily().setNamespaceAware(true);
        }

        @Override
        public Boolean isEnableXxeProcessing() {
            return false;
        }
    };

    private CodeInFiles() {}

    /** Looks at a diagram, which has to be well-formed. */
    public static Stream<ProcessFinding> inDiagram(String file, byte[] diagram) {
        var root = XML.createParse()
                .sourceInputStream(new ByteArrayInputStream(diagram))
                .execute()
                .getRootElement();
        return DiagramGuard.findings(root).stream().map(finding -> finding(file, root, finding));
    }

    /** Looks at a table, which has to be well-formed. */
    public static Stream<ProcessFinding> inTable(String file, DmnModelInstance table) {
        try {
            TableGuard.check(table.getDocument().getRootElement());
            return Stream.empty();
        } catch (Refusal refused) {
            return Stream.of(refuse(file, null, refused.getMessage()));
        }
    }

    private static ProcessFinding finding(String file, Element root, DiagramGuard.Finding finding) {
        var sentence = Sentence.of(
                "diagram.finding",
                finding.sentence(),
                String.valueOf(finding.element().getLine()));
        return refuse(file, idAround(root, finding.element(), null), sentence);
    }

    private static ProcessFinding refuse(String file, String element, String sentence) {
        return ProcessFinding.refuse(file, element, "code", sentence);
    }

    /** A part of a step, such as a listener, often has no id of its own. */
    private static String idAround(Element element, Element searched, String outer) {
        var id = element.attribute("id") == null ? outer : element.attribute("id");
        if (element == searched) {
            return id;
        }
        return element.elements().stream()
                .map(child -> idAround(child, searched, id))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }
}

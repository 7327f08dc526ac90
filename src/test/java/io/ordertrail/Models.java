package io.ordertrail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the files of bpmn/ and forms/ without an engine. */
final class Models {

    static List<Path> files(String folder, String suffix) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values of an XPath in all diagrams, for example {@code //@*[local-name()='formRef']}. */
    static Set<String> valuesOf(String xpath) {
        var values = new TreeSet<String>();
        files("bpmn", ".bpmn").forEach(file -> {
            var nodes = nodes(file, xpath);
            for (int i = 0; i < nodes.getLength(); i++) {
                values.add(nodes.item(i).getNodeValue());
            }
        });
        return values;
    }

    /** The elements of an XPath in all diagrams. */
    static List<Element> elementsOf(String xpath) {
        var elements = new ArrayList<Element>();
        files("bpmn", ".bpmn").forEach(file -> {
            var nodes = nodes(file, xpath);
            for (int i = 0; i < nodes.getLength(); i++) {
                elements.add((Element) nodes.item(i));
            }
        });
        return elements;
    }

    private static NodeList nodes(Path file, String xpath) {
        try {
            var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            return (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, xml, XPathConstants.NODESET);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }

    private Models() {}
}

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

/** Reads the files of bpmn/ and forms/ as they lie there, so that no engine has to run to look something up. */
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

    /** Every value of an XPath in every diagram, for example {@code //@*[local-name()='formRef']}. */
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

    /** Every element of an XPath in every diagram. */
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

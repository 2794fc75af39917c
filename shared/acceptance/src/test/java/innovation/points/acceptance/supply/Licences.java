package innovation.points.acceptance.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The licences named by an artefact's POM or its nearest parent that names any. */
final class Licences {

  /** SPDX ids of common names; other names stay as written. */
  private static final Map<String, String> SPDX =
      Map.ofEntries(
          Map.entry("Apache 2", "Apache-2.0"),
          Map.entry("Apache 2.0", "Apache-2.0"),
          Map.entry("Apache License Version 2.0", "Apache-2.0"),
          Map.entry("Apache License, Version 2.0", "Apache-2.0"),
          Map.entry("The Apache License, Version 2.0", "Apache-2.0"),
          Map.entry("The Apache Software License, Version 2.0", "Apache-2.0"),
          Map.entry("MIT License", "MIT"),
          Map.entry("The MIT License", "MIT"),
          Map.entry("EPL 2.0", "EPL-2.0"),
          Map.entry("Eclipse Public License - v 2.0", "EPL-2.0"),
          Map.entry("Eclipse Public License v2.0", "EPL-2.0"),
          Map.entry("GPL2 w/ CPE", "GPL-2.0-with-classpath-exception"),
          Map.entry("The BSD 2-Clause License", "BSD-2-Clause"),
          Map.entry("The BSD License", "BSD"),
          Map.entry("DynamoDB Local License Agreement", "DynamoDB-Local"));

  private final DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();

  Licences() {
    try {
      parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The licences of one artefact.
   *
   * @param pom in a local repository: {@code group/as/folders/artifact/version/…}
   * @return joined by {@code OR}, Maven's meaning of several; {@code none} where no POM names one
   */
  String of(Path pom) throws IOException {
    Element project = read(pom);
    List<String> named = named(project);
    if (!named.isEmpty()) {
      return String.join(" OR ", named);
    }
    Element parent = child(project, "parent");
    return parent == null ? "none" : of(parentPom(pom, project, parent));
  }

  private static List<String> named(Element project) {
    Element licences = child(project, "licenses");
    var names = new ArrayList<String>();
    if (licences != null) {
      for (Element licence : children(licences, "license")) {
        String name = text(licence, "name");
        names.add(SPDX.getOrDefault(name, name));
      }
    }
    return names.stream().distinct().toList();
  }

  private static Path parentPom(Path pom, Element project, Element parent) {
    Element ownGroup = child(project, "groupId");
    String group = ownGroup == null ? text(parent, "groupId") : ownGroup.getTextContent().strip();
    Path root = Objects.requireNonNull(Objects.requireNonNull(pom.getParent()).getParent());
    for (int depth = group.split("\\.", -1).length + 1; depth > 0; depth--) {
      root = Objects.requireNonNull(root.getParent());
    }
    String artifact = text(parent, "artifactId");
    String version = text(parent, "version");
    return root.resolve(text(parent, "groupId").replace('.', '/'))
        .resolve(artifact)
        .resolve(version)
        .resolve(artifact + "-" + version + ".pom");
  }

  private Element read(Path pom) throws IOException {
    try (var content = Files.newInputStream(pom)) {
      return parsers.newDocumentBuilder().parse(content).getDocumentElement();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("unreadable: " + pom, e);
    }
  }

  private static String text(Element element, String name) {
    Element child = child(element, name);
    return child == null ? "" : child.getTextContent().strip().replaceAll("\\s+", " ");
  }

  private static @Nullable Element child(Element element, String name) {
    List<Element> found = children(element, name);
    return found.isEmpty() ? null : found.getFirst();
  }

  private static List<Element> children(Element element, String name) {
    var found = new ArrayList<Element>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && child.getTagName().equals(name)) {
        found.add(child);
      }
    }
    return found;
  }
}

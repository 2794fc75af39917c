package innovation.points.lookup.feed;

import innovation.points.web.time.OfficialTime;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes entries as an Atom feed (RFC 4287). Addresses are relative to the feed's own, so that it
 * names no host that a caller made up.
 */
final class AtomFeed {

  static final String MEDIA_TYPE = "application/atom+xml; charset=utf-8";

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final String ID = "urn:innovation-points:feed";
  private static final String TITLE = "企业创新积分：公布、更正与规则";

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
          .withZone(OfficialTime.ZONE);

  private AtomFeed() {}

  /**
   * The document.
   *
   * @param author whose feed it is
   * @param entries the newest first; not empty
   */
  static String of(String author, List<FeedEntry> entries) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("utf-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("xml:lang", "zh-CN");
      element(xml, "id", ID);
      element(xml, "title", TITLE);
      element(xml, "updated", time(entries.getFirst().at()));
      xml.writeStartElement("author");
      element(xml, "name", author);
      xml.writeEndElement();
      link(xml, "self", FeedEndpoint.PATH);
      link(xml, "alternate", "/");
      for (FeedEntry entry : entries) {
        write(xml, entry);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  private static void write(XMLStreamWriter xml, FeedEntry entry) throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", entry.id());
    element(xml, "title", entry.title());
    element(xml, "updated", time(entry.at()));
    element(xml, "summary", entry.summary());
    link(xml, "alternate", entry.page());
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address);
  }

  private static String time(Instant at) {
    return MILLIS.format(at);
  }
}

package innovation.points.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import innovation.points.person.Banks;
import innovation.points.testkit.ApiCall;
import innovation.points.web.access.Access;
import innovation.points.web.access.Issuer;
import innovation.points.web.route.Api;
import innovation.points.web.route.Response;
import innovation.points.web.route.Route;
import innovation.points.web.route.Witness;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
  private final Api api =
      new Api(
          List.of(
              Route.get("/list", Access.everybody(), request -> Response.ok(request.listFormat()))),
          new Issuer(Issuer.GROUPS, _ -> true, Banks.NONE),
          Witness.NONE,
          _ -> false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                                 | JSON
          */*                                                                | JSON
          application/json                                                   | JSON
          application/*                                                      | JSON
          text/csv                                                           | CSV
          TEXT/CSV; charset=utf-8                                            | CSV
          text/*                                                             | CSV
          text/html, application/xhtml+xml, */*;q=0.8                        | JSON
          application/json;q=0.5, text/csv                                   | CSV
          text/csv;q=0.1, application/json;q=0, */*;q=0                      | CSV
          application/vnd.openxmlformats-officedocument.spreadsheetml.sheet  | XLSX
          application/x-ndjson                                               | NDJSON
          application/json;q=0.9, application/x-ndjson                       | NDJSON
          """)
  void acceptDecides(String accept, Format format) {
    APIGatewayV2HTTPResponse answer = ApiCall.get("/list").header("Accept", accept).to(api::handle);
    assertThat(answer.getBody()).isEqualTo('"' + format.name() + '"');
  }

  @ParameterizedTest
  @CsvSource({"json, JSON", "csv, CSV", "xlsx, XLSX", "ndjson, NDJSON"})
  void formatInTheAddressDecidesFirst(String name, Format format) {
    APIGatewayV2HTTPResponse answer =
        ApiCall.get("/list?format=" + name).header("Accept", "text/html").to(api::handle);
    assertThat(answer.getBody()).isEqualTo('"' + format.name() + '"');
  }

  @ParameterizedTest
  @CsvSource({"text/html", "application/json;q=0", "text/csv;q=x"})
  void otherFormatsAre406WithTheOnesThereAre(String accept) {
    APIGatewayV2HTTPResponse answer = ApiCall.get("/list").header("Accept", accept).to(api::handle);
    assertThat(answer.getStatusCode()).isEqualTo(406);
    assertThat(answer.getBody())
        .contains(
            "\"detail\":\"此内容的格式有：application/json、text/csv、"
                + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet、"
                + "application/x-ndjson，请求的是："
                + accept
                + "\"");
  }

  @ParameterizedTest
  @CsvSource({"pdf", "CSV"})
  void unknownFormatInTheAddressIs400(String name) {
    APIGatewayV2HTTPResponse answer = ApiCall.get("/list?format=" + name).to(api::handle);
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains("参数 format 应为 json、csv、xlsx、ndjson 之一，收到：" + name);
  }

  @Test
  void aListComesInPartsAFileWholeAndLinesUpToTenThousand() {
    assertThat(Format.JSON.size(OptionalInt.empty(), 50)).isEqualTo(50);
    assertThat(Format.CSV.size(OptionalInt.empty(), 50)).isEqualTo(Integer.MAX_VALUE);
    assertThat(Format.XLSX.size(OptionalInt.empty(), 50)).isEqualTo(Integer.MAX_VALUE);
    assertThat(Format.NDJSON.size(OptionalInt.empty(), 50)).isEqualTo(10_000);
    for (Format format : Format.values()) {
      assertThat(format.size(OptionalInt.of(7), 50)).isEqualTo(7);
    }
  }
}

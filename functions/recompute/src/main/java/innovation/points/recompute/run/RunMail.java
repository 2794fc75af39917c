package innovation.points.recompute.run;

import innovation.points.store.mail.Mail;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunCheck;
import innovation.points.store.run.RunCheck.Level;
import innovation.points.store.run.RunStatus;
import java.util.ArrayList;
import java.util.List;

/** The mail about a finished run that is to be published: the list of its checks. */
final class RunMail {

  private RunMail() {}

  static Mail of(Run run, RunStatus left) {
    long blocking = run.blocking().size();
    String state =
        switch (left) {
          case PUBLISHED -> "已公布";
          case AWAITING_APPROVAL -> blocking == 0 ? "待批准" : "待批准，%d 项须说明理由".formatted(blocking);
          default -> "未自动发布";
        };
    String subject = "%d 年度企业创新积分计算完成：%s".formatted(run.year(), state);
    var lines = new ArrayList<String>();
    lines.add(subject);
    lines.add("发起：%s".formatted(run.order().by().name()));
    if (run.order().override() != null) {
      lines.add("发起时说明的理由：%s".formatted(run.order().override()));
    }
    lines.add("");
    for (Level level : List.of(Level.BLOCK, Level.WARN, Level.INFO)) {
      run.checks().stream()
          .filter(check -> check.level() == level)
          .map(RunMail::line)
          .forEach(lines::add);
    }
    lines.add("");
    lines.add("请在门户“计算与发布”核对差异后批准或退回：/runs?year=%d".formatted(run.year()));
    return new Mail(
        "run/%d/%s".formatted(run.year(), run.id()),
        Mail.BUREAU,
        subject,
        String.join("\n", lines));
  }

  private static String line(RunCheck check) {
    String mark =
        switch (check.level()) {
          case BLOCK -> "【须说明理由】";
          case WARN -> "【提示】";
          case INFO -> "【通过】";
        };
    return mark + check.text();
  }
}

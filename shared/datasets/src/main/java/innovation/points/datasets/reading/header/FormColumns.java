package innovation.points.datasets.reading.header;

import java.util.regex.Pattern;

/** The columns that every form has and that nobody wants to be warned of. */
final class FormColumns {

  private static final Pattern NAMES =
      Pattern.compile(
          "序号|编序|行次|栏次|项次|no\\.?|id|备注|说明|其他说明|备考"
              + "|(企业)?(填报|填表|制表|审核|复核|经办|负责|联系)人?(姓名|人员|单位|部门|日期|时间)?"
              + "|(固定|移动|联系|办公)?(电话|手机)(号码|号)?|联系方式|邮箱|电子邮箱|e-?mail|传真|邮编|法定代表人|法人代表|法人"
              + "|(注册|经营|通讯|企业|单位)?地址|所属(街道|乡镇|区县|区域|部门)|日期|时间|填报年度|年度|数据来源|是否核实");

  private FormColumns() {}

  static boolean is(String header) {
    String name = HeaderName.normalized(header);
    return NAMES.matcher(name).matches()
        || NAMES.matcher(name.replaceAll("\\(.*\\)", "")).matches();
  }
}

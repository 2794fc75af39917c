package innovation.points.desk.allocation;

import innovation.points.store.payment.PaymentList;

/** The number that papers of a payment list have, once it is approved. */
final class DocumentNumber {

  private DocumentNumber() {}

  /** As it is printed; what it is instead until it is approved. */
  static String of(PaymentList list) {
    Integer number = list.number();
    return number == null ? "未批准，不作拨付依据" : "创新积分拨付〔%d〕%d号".formatted(list.year(), number);
  }
}

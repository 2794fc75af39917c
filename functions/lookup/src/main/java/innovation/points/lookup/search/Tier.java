package innovation.points.lookup.search;

/** How well a name fits what was typed; the better first. */
enum Tier {
  /** The whole name or the whole code. */
  SAME,
  /** The name without its 公司形式. */
  SAME_CORE,
  BEGINS,
  HOLDS,
  PINYIN,
  INITIALS,
  /** Only the 公司形式 fits, which most names have. */
  FORM,
  /** With one character wrong, missing or too many. */
  NEARLY
}

// A rulebook as the pages read it; docs and the schema of rulebooks say more.

type Id = string;
/** Values by stage, level, year or whatever else has an id. */
type By<T> = Record<Id, T>;
type Knots = [value: number | string, share: number][];

/** Where a rule is from. */
interface Sourced {
  cite?: string;
  basis?: string;
  note?: string;
}

interface Curve extends Sourced {
  asShare?: boolean;
  fullAt?: By<number>;
  knots?: Knots;
  stages?: By<Knots>;
}

interface Items {
  dataset: Id;
  where?: By<string[]>;
  dated?: By<string>;
  state?: string;
}

type Operand = string | { mean?: Operand[]; firstKnown?: Operand[]; yearBefore?: string };

interface Measure {
  amount?: string;
  growth?: string;
  ratio?: { part: Operand; whole: Operand };
  sum?: { items: Items; of: string };
  count?: Items;
  any?: Items[];
  best?: { items: Items; by: string; shares: By<number> };
}

interface IndicatorRule extends Sourced {
  id: Id;
  name: string;
  en?: string;
  category: Id;
  points: number;
  unit?: string;
  origin: 'core' | 'local';
  value: Measure;
  curve: Curve;
}

interface Range {
  from?: number;
  below?: number;
}

interface StageRule extends Sourced {
  id: Id;
  name: string;
  en?: string;
  when: { revenue?: Range; age?: Range };
  weights: By<number>;
}

interface NegativeRule extends Sourced {
  id: Id;
  name: string;
  en?: string;
  effect: { exclude?: boolean; deduct?: number; deductByLevel?: { points: By<number> } };
}

interface BonusRule extends Sourced {
  id: Id;
  name: string;
  en?: string;
  levels: { points: By<number> };
}

interface DecayRule extends Sourced {
  id: Id;
  name: string;
  en?: string;
  by: { ageInStage?: Id; yearsInStage?: Id; stepsDown?: object };
  factors: By<number>;
}

interface RewardRule extends Sourced {
  id: Id;
  name: string;
  en?: string;
  upTo?: boolean;
  amount: { fixed?: number; share?: { percent: number; eachAtMost: number; atMost: number } };
}

/** A figure of the zone. */
interface AggregateRule extends Sourced {
  id: Id;
  name: string;
  en?: string;
  unit: string;
  value: Measure;
}

interface BenefitRule extends Sourced {
  id: Id;
  name: string;
  en?: string;
  when: Sourced & { stages?: Id[]; tiers?: Id[]; upTo?: number; item?: Items };
  department: { id: Id; name: string; en?: string };
}

interface RulebookCase {
  case: string;
  rule?: string;
  year: number;
  facts?: By<By<unknown>>;
  expect: By<unknown>;
}

interface Rules {
  stages: StageRule[];
  categories: { id: Id; name: string; en?: string; points?: number }[];
  indicators: IndicatorRule[];
  negativeList: NegativeRule[];
  bonus: BonusRule[];
  decay: DecayRule[];
  datasets?: { id: Id; name: string; fields: By<string> }[];
  coverage?: Sourced & { atLeast: string | number; missing?: string; unverified?: string };
  growth?: Sourced & { baseNotPositive: string };
  total?: Sourced & { order: string[]; mean?: string; decays?: string };
  ranks?: Sourced & { overall?: string };
  rewards?: { rules: RewardRule[] };
  uses?: { tiers?: { id: Id; name: string; en?: string }[] };
  benefits?: BenefitRule[];
  aggregates?: AggregateRule[];
  services?: { stages: Id[]; items: string[]; en?: string[] }[];
  cases?: { list: RulebookCase[] };
}

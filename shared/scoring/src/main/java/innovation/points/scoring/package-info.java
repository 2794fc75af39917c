/**
 * Scores enterprises (innovation points, 企业创新积分) from their facts. Pure Java: no clock, no client,
 * no framework.
 *
 * <p>A {@link innovation.points.scoring.rulebook.Rulebook} is read from YAML by {@link
 * innovation.points.scoring.library.RulebookLoader} and holds every number, list and order. A
 * {@link innovation.points.scoring.plan.Scorer} turns {@link
 * innovation.points.scoring.facts.EnterpriseFacts} into an {@link
 * innovation.points.scoring.result.Evaluation}; {@link innovation.points.scoring.ranking.Ranking}
 * ranks the results; {@link innovation.points.scoring.reward.RewardRules} determines the rewards.
 *
 * <p>Terms: a <em>stage</em> is an enterprise's phase of growth (阶段) and decides the weights; an
 * <em>indicator</em> (指标) earns points of its <em>category</em> (一级指标); the <em>negative list</em>
 * (负面清单) excludes or deducts; the <em>bonus</em> (附加分) adds; <em>decay</em> (衰减) multiplies; the
 * <em>roster</em> (名录) lists the enterprises evaluated; the <em>reference date</em> (基准日) is the
 * day as of which states are determined.
 */
@NullMarked
package innovation.points.scoring;

import org.jspecify.annotations.NullMarked;

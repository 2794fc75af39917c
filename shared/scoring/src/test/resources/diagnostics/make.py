"""Makes golden-2025.yaml beside it: what numpy and scipy make of the golden zone.

Reads what an independent implementation of the rules answered (golden-zone/expected-2025.json: the
points of every indicator) and the rulebook's weights; shares no code with the audit it checks.
Run with: python3 make.py   (numpy 2.4, scipy 1.17, PyYAML 6)
"""
import json
import pathlib

import numpy as np
import yaml
from scipy import stats

HERE = pathlib.Path(__file__).parent
RULES = yaml.safe_load((HERE / "../../../main/resources/rulebooks/xinxiang-2022-110.yaml").read_text("utf-8"))
ALL = json.loads((HERE / "../golden-zone/expected-2025.json").read_text("utf-8"))
RANKED = [e for e in ALL if e["status"] == "scored" and e["rank"]]
WEIGHTS = {s["id"]: s["weights"] for s in RULES["stages"]}
INDICATORS = RULES["indicators"]
CATEGORIES = {c["id"]: c["points"] for c in RULES["categories"]}


def moments(x):
    x = np.asarray(x, float)
    q = np.percentile(x, [0, 25, 50, 75, 100])
    constant = np.ptp(x) == 0
    return {
        "count": len(x),
        "mean": float(x.mean()),
        "deviation": float(x.std(ddof=1)),
        "quartiles": [float(v) for v in q],
        "skewness": None if constant else float(stats.skew(x)),
        "kurtosis": None if constant else float(stats.kurtosis(x)),
    }


def normality(x):
    k2, p = stats.normaltest(x)
    return {"statistic": float(k2), "p": float(p)}


def gini(x):
    x = np.asarray(x, float)
    if x.sum() == 0:
        return None
    return float(np.abs(x[:, None] - x[None, :]).mean() / (2 * x.mean()))


def entropy(x):
    x = np.asarray(x, float)
    if x.sum() == 0:
        return None
    return float(stats.entropy(x / x.sum()) / np.log(len(x)))


def points(group, i):
    return np.array([e["indicators"][i]["points"] for e in group], float)


def values(group, i):
    return [e["indicators"][i]["value"] for e in group]


def total(e, leave_out=None):
    weighted = 0
    for c, full in CATEGORIES.items():
        left = sum(i["points"] for i in INDICATORS if i["category"] == c and i["id"] != leave_out)
        got = sum(
            e["indicators"][i["id"]]["points"]
            for i in INDICATORS
            if i["category"] == c and i["id"] != leave_out
        )
        weighted += WEIGHTS[e["stage"]][c] * got * full / left
    return round(max(0, weighted - abs(e["deductions"]) + e["bonus"]) * e["decay"], 2)


def scope(group):
    totals = np.array([e["total"] for e in group])
    own = stats.rankdata(-totals, "min")
    result = {"enterprises": len(group), "totals": moments(totals)}
    if len(group) >= 20:
        result["normality"] = normality(totals)
    result["gini"] = gini(totals)
    result["entropy"] = entropy(totals)
    result["indicators"] = {}
    effective = 0
    for i in INDICATORS:
        p = points(group, i["id"])
        weighted = np.array([WEIGHTS[e["stage"]][i["category"]] for e in group]) * p
        share = float(np.cov(weighted, totals, ddof=0)[0, 1] / totals.var())
        effective += share
        without = np.array([total(e, i["id"]) for e in group])
        shift = np.abs(stats.rankdata(-without, "min") - own)
        known = [v for v in values(group, i["id"]) if v is not None]
        result["indicators"][i["id"]] = {
            "coverage": len(known) / len(group),
            "atZero": float((p == 0).mean()),
            "atFull": float((p >= i["points"]).mean()),
            "mean": float(p.mean()),
            "gini": gini(p),
            "entropy": entropy(p),
            "nominal": float(
                np.mean([WEIGHTS[e["stage"]][i["category"]] * i["points"] / 100 for e in group])
            ),
            "effective": share,
            "correlation": None if np.ptp(p) == 0 else float(stats.pearsonr(p, totals)[0]),
            "meanShift": float(shift.mean()),
            "rankCorrelation": float(stats.spearmanr(totals, without)[0]),
        }
    result["adjustment"] = 1 - effective
    if group is RANKED:
        result["pearson"], result["spearman"] = correlations(group)
    return result


def correlations(group):
    pearson, spearman = [], []
    for a in INDICATORS:
        left, right = [], []
        for b in INDICATORS:
            both = [
                (e["indicators"][a["id"]], e["indicators"][b["id"]])
                for e in group
                if e["indicators"][a["id"]]["value"] is not None
                and e["indicators"][b["id"]]["value"] is not None
            ]
            x = np.array([one["points"] for one, _ in both], float)
            y = np.array([other["points"] for _, other in both], float)
            if len(x) < 3 or np.ptp(x) == 0 or np.ptp(y) == 0:
                left.append(None)
                right.append(None)
            else:
                left.append(round(float(stats.pearsonr(x, y)[0]), 5))
                right.append(round(float(stats.spearmanr(x, y)[0]), 5))
        pearson.append(left)
        spearman.append(right)
    return pearson, spearman


def rounded(x):
    if isinstance(x, dict):
        return {k: rounded(v) for k, v in x.items()}
    if isinstance(x, list):
        return [rounded(v) for v in x]
    return round(x, 6) if isinstance(x, float) else x


SCOPES = {"all": RANKED} | {
    s["id"]: [e for e in RANKED if e["stage"] == s["id"]] for s in RULES["stages"]
}
(HERE / "golden-2025.yaml").write_text(
    "# Made by make.py; not to be edited.\n"
    + yaml.safe_dump(
        rounded({name: scope(group) for name, group in SCOPES.items()}),
        sort_keys=False,
        default_flow_style=None,
        width=1000,
        allow_unicode=True,
    ),
    "utf-8",
)

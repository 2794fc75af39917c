#!/usr/bin/env bash
# A bank's day at the API, with curl, jq and node: whom it was granted, what it reads of one of them, what of the
# results is public, and a reference letter that is verified without asking anybody.
#
#   docs/bank-day.sh <address of the API> <token of the bank's program> <code of a letter>
#
# In the local stack: the address and a token are in target/local/endpoints.json (.api, .tokens.bank).
set -euo pipefail

api=${1%/} token=$2 code=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bank() { curl -sS --fail-with-body -H "Authorization: Bearer $token" "$@"; }
public() { curl -sS --fail-with-body "$@"; }

echo "== The newest published year"
year=$(public "$api/v1/years" | jq -r '.items[0].year')
echo "$year"

echo "== The enterprises that have granted the bank something, as a file with bands"
bank "$api/v1/years/$year/granted?format=ndjson" -D "$work/headers" -o "$work/granted.ndjson"
jq -r '[.uscc, .name, .stage, .total, .band, (.grants | map(.scope) | join("+"))] | @tsv' "$work/granted.ndjson"
grep -i '^ratelimit' "$work/headers" | tr -d '\r' | tr '[:upper:]' '[:lower:]'

echo "== One profile that was granted"
one=$(jq -rs 'map(select(.grants | any(.scope == "profile")))[0].uscc' "$work/granted.ndjson")
bank "$api/v1/years/$year/enterprises/$one/profile" |
  jq -r '"\(.uscc) \(.name): \(.total), \(.indicators | length) indicators"'

echo "== What was not granted is refused"
other=$(public "$api/v1/years/$year/rankings?limit=200" |
  jq -r --slurpfile own "$work/granted.ndjson" '[.items[].uscc] - ($own | map(.uscc)) | .[0]')
curl -sS -H "Authorization: Bearer $token" "$api/v1/years/$year/enterprises/$other/profile" | jq -r '"\(.status) \(.detail)"'

echo "== The public scores of up to 500 in one call"
public "$api/v1/years/$year/rankings?limit=200" | jq '{usccs: [.items[].uscc]}' > "$work/wanted.json"
public "$api/v1/years/$year/lookups" -H 'Content-Type: application/json' --data @"$work/wanted.json" |
  jq -r '"\(.items | length) asked, \([.items[] | select(.score)] | length) public"'

echo "== A letter, verified offline: its signature and the published keys are all it takes"
public "$api/v1/letters/$code/letter.jws" -o "$work/letter.jws"
public "$api/.well-known/jwks.json" -o "$work/jwks.json"
node -e '
  const { createPublicKey, verify } = require("node:crypto");
  const { readFileSync } = require("node:fs");
  const [header, payload, signature] = readFileSync(process.argv[1], "utf8").trim().split(".");
  const part = (text) => JSON.parse(Buffer.from(text, "base64url"));
  const { alg, kid } = part(header);
  const jwk = JSON.parse(readFileSync(process.argv[2])).keys.find((one) => one.kid === kid);
  const genuine =
    alg === "ES256" && jwk !== undefined &&
    verify("sha256", Buffer.from(header + "." + payload),
      { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
      Buffer.from(signature, "base64url"));
  const { sub, name, year, stage, total, exp } = part(payload);
  if (!genuine || exp * 1000 < Date.now()) {
    console.log(genuine ? "run out" : "not genuine");
    process.exit(1);
  }
  console.log(`genuine: ${sub} ${name}, ${year}, ${stage}, ${total}; until ${new Date(exp * 1000).toISOString()}`);
' "$work/letter.jws" "$work/jwks.json"

echo "== Whether it still holds is said at its address alone"
public "$api/v1/letters/$code" | jq -r '.standing'

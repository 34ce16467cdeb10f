#!/usr/bin/env bash
# One case from report to consented closure, over the public interface of a started demonstration.
# Needs bash, curl, sed and grep. Usage: docs/tour.sh [base address]
set -euo pipefail

base=${1:-http://localhost:5080}
password='demo-Lösenord-2026'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }

# call WHO METHOD PATH [BODY [HEADER...]]: leaves the answer in $work/body and $work/headers.
call() {
  local who=$1 method=$2 path=$3 body=${4:-} status
  local arguments=(-sS -X "$method" -b "$work/$who.cookies" -c "$work/$who.cookies"
    -H 'Accept-Language: en' -D "$work/headers" -o "$work/body" -w '%{http_code}')
  [ -z "$body" ] || arguments+=(-H 'Content-Type: application/json' --data-binary "$body")
  [ ! -f "$work/$who.csrf" ] || arguments+=(-H "X-CSRF-TOKEN: $(cat "$work/$who.csrf")")
  local header
  for header in "${@:5}"; do arguments+=(-H "$header"); done
  status=$(curl "${arguments[@]}" "$base$path")
  printf '  %-8s %-6s %s -> %s\n' "$who" "$method" "$path" "$status"
  case $status in
    2??) ;;
    *)
      sed 's/^/  /' "$work/body" >&2
      exit 1
      ;;
  esac
}

# The first value of a text or number member in the last answer.
value() { tr -d '\n' <"$work/body" | grep -oE "\"$1\" *: *(\"[^\"]*\"|[0-9]+)" | head -n 1 | sed -E 's/^"[^"]*" *: *//; s/"//g'; }

# The ids that follow the opening of a list member in the last answer.
ids() { tr -d '\n' <"$work/body" | sed -E "s/.*\"$1\" *: *\[//" | grep -oE '"id" *: *"[^"]*"' | sed -E 's/.*: *"//; s/"$//'; }

header() { tr -d '\r' <"$work/headers" | sed -nE "s/^$1: *//Ip" | tail -n 1; }

sign_in() {
  call "$1" POST /api/v1/session "{\"userName\": \"$1@exempelkommun.example\", \"password\": \"$password\"}"
  call "$1" GET /api/v1/session/csrf
  local token
  token=$(value token)
  printf '%s' "$token" >"$work/$1.csrf"
}

say '1. An employee signs in and reports a threat by phone'
sign_in employee
call employee POST /api/v1/incidents "{
  \"kinds\": [\"threat_direct.death\"], \"occurredAt\": \"$(date -u -d '1 hour ago' +%FT%TZ 2>/dev/null || date -u -v-1H +%FT%TZ)\",
  \"safeNow\": \"yes\", \"channels\": [\"phone\"], \"consequences\": [\"fear_at_work\"], \"perceivedSeverity\": 3,
  \"description\": \"En person hotade mig i telefon efter ett beslut.\",
  \"wishes\": {\"support\": [\"relieving_talk\"], \"contactBy\": \"manager\"} }" "Idempotency-Key: tour-$(date +%s)-$$"
number=$(value number)
case_path=/api/v1/incidents/$number
printf '  Case %s is %s.\n' "$number" "$(value state)"

say '2. Her manager signs in, sees the duties and acknowledges'
sign_in manager
call manager GET '/api/v1/tasks?limit=5'
printf '  Most urgent: %s\n' "$(value title)"
call manager POST "$case_path/acknowledgement" '{"message": "Tack för att du berättade. Jag ringer dig före lunch."}'
printf '  Case %s is %s.\n' "$number" "$(value state)"

say '3. The manager assesses the danger and the duty to tell the authority'
call manager POST "$case_path/assessment" '{
  "danger": "raised", "avDuty": "no", "avReason": "Inget allvarligt tillbud enligt 3 kap. 3 a §.", "injury": "none", "riskAssessedBefore": "yes" }'
printf '  Case %s is %s.\n' "$number" "$(value state)"

say '4. Support is offered, the employee accepts'
call manager POST "$case_path/support-offers" '{"measure": "relieving_talk", "note": "I dag klockan 15."}'
offer=$(ids offers | head -n 1)
call employee GET "$case_path"
call employee PATCH "$case_path/support-offers/$offer" '{"answer": "accepted"}' "If-Match: $(header ETag)"

say '5. The threat is reported to the police'
call manager POST "$case_path/police-events" '{"status": "reported", "source": "employer", "reportedBy": "employer", "caseNumber": "K-12345-26"}'
printf '  Case %s is %s.\n' "$number" "$(value state)"

say '6. A preventive action is planned and done'
call manager POST "$case_path/actions" "{\"type\": \"two_case_officers\", \"dueOn\": \"$(date +%F)\", \"repTookPart\": true}"
action=$(ids actions | head -n 1)
call manager PATCH "$case_path/actions/$action" '{"state": "done"}' "If-Match: $(header ETag)"

say '7. Closing now is refused, and the answer says what is unmet'
curl -sS -X POST -b "$work/manager.cookies" -H "X-CSRF-TOKEN: $(cat "$work/manager.csrf")" -H 'Accept-Language: en' \
  -H 'Content-Type: application/json' --data-binary '{"reason": "completed", "summary": "Klart."}' "$base$case_path/closure" | sed 's/^/  /'
echo

say '8. Two follow-ups are held, the employee rates the support'
call manager GET "$case_path"
for follow_up in $(ids followUps | head -n 2); do
  call manager POST "$case_path/follow-ups/$follow_up/outcome" "{\"heldAt\": \"$(date +%F)\", \"summary\": \"Vi har talat om läget.\", \"newRisks\": false}"
done
call employee POST "$case_path/support-ratings" '{"adequacy": "mostly"}'

say '9. The manager proposes closure, the employee agrees'
call manager POST "$case_path/closure" '{"reason": "completed", "summary": "Stöd givet, anmält, åtgärd på plats."}'
printf '  Case %s is %s.\n' "$number" "$(value state)"
call employee POST "$case_path/closure-answer" '{"agrees": true}'
state=$(value state)
printf '  Case %s is %s.\n' "$number" "$state"

say '10. Everything that happened, and who read the case'
call employee GET "$case_path/timeline"
call employee GET "$case_path/reads"

say 'The mails lie as .eml files in src/IncidentReporting.Api/data/mail; none says anything about the case.'
[ "$state" = closed ] || { echo "The case should be closed but is $state." >&2; exit 1; }

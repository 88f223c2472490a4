#!/usr/bin/env bash
# The main job over the HTTP API, played against a running Loket in demo mode: an application for SIKRO travels the nine steps of the
# SOP through six officers and ends as a signed, numbered, verifiable permit in the applicant's hand.
#
#   ./loket run                   in one terminal
#   examples/main-job.sh          in another
#
# Environment: LOKET_URL (default http://localhost:8080), LOKET_PASSWORD (default: the demo password). Needs curl and nothing else.
set -euo pipefail

url=${LOKET_URL:-http://localhost:8080}
password=${LOKET_PASSWORD:-contoh-2026}

# call WHO METHOD PATH [JSON]: prints the answer; on an error prints what the server said and stops.
call() {
    local who=$1 method=$2 path=$3 body=${4-} answer status
    answer=$(curl --silent --show-error --user "$who:$password" --request "$method" "$url$path" \
        --header 'Accept: application/json' --header 'Accept-Language: id' \
        ${body:+--header 'Content-Type: application/json' --data "$body"} --write-out '\n%{http_code}')
    status=${answer##*$'\n'}
    answer=${answer%$'\n'*}
    if [ "$status" -ge 400 ]; then
        printf 'HTTP %s %s %s: %s\n' "$status" "$method" "$path" "$answer" >&2
        exit 1
    fi
    printf '%s' "$answer"
}

# value NAME: the first value of that name in the JSON on standard input.
value() {
    sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" | head -n 1
}

version=0
# move WHO ACTION: one movement of the file, on the version of the card seen last.
move() {
    local answer
    answer=$(call "$1" POST "/api/files/$file/moves" "{\"action\":\"$2\",\"version\":$version}")
    version=$(printf '%s' "$answer" | value version)
    printf '  %-11s %-10s -> %s, langkah %s\n' "$1" "$2" "$(printf '%s' "$answer" | value status)" "$(printf '%s' "$answer" | value step)"
}

echo "1-2. Loket: berkas diterima dan diperiksa"
registered=$(call loket POST /api/services/SIKRO/files '{
    "kind": "NEW",
    "nik": "1471010101950001",
    "name": "Contoh Pemohon",
    "birthPlace": "Kota Contoh",
    "birthDate": "01-01-1995",
    "sex": "MALE",
    "address": "Jalan Misal Nomor 5, Pekanbaru",
    "phone": "0812 0000 0184",
    "email": "",
    "fields.degree": "A.Md.RO",
    "fields.workplaceName": "Optik Contoh",
    "fields.workplaceHead": "Contoh Pimpinan",
    "fields.workplaceAddress": "Jalan Umpama Nomor 7, Pekanbaru",
    "fields.secondWorkplace": "no",
    "fields.strNumber": "00 00 0 0 0 00-0000000",
    "fields.strValidity": "LIFELONG",
    "checks.APPLICATION_LETTER": "PRESENT",
    "checks.ID_CARD": "PRESENT",
    "checks.DIPLOMA": "PRESENT",
    "checks.STR": "PRESENT",
    "checks.HEALTH_CERTIFICATE": "PRESENT",
    "checks.WORKPLACE_LETTER": "PRESENT",
    "checks.PHOTO": "PRESENT"
}')
file=$(printf '%s' "$registered" | value registration)
version=$(printf '%s' "$registered" | value version)
echo "  nomor registrasi: $file"
echo "  selesai paling lambat: $(printf '%s' "$registered" | value dueAt)"

echo "3. Back Office: surat dicetak"
move cetak RECEIVE
move cetak HAND_OVER
echo "4. JF Ahli Muda: paraf"
move muda RECEIVE
move muda HAND_OVER
echo "5. JF Ahli Madya: paraf"
move madya RECEIVE
move madya HAND_OVER
echo "6. Sekretaris: paraf"
move sekretaris RECEIVE
move sekretaris HAND_OVER
echo "7. Kepala Dinas: tanda tangan"
move kadis RECEIVE
move kadis HAND_OVER
echo "8. Back Office: nomor"
move cetak RECEIVE
move cetak HAND_OVER
echo "9. Loket pengambilan: surat izin diserahkan"
move loket RECEIVE
call loket POST "/api/files/$file/delivery" \
    "{\"version\":$version,\"recipient\":\"APPLICANT\",\"name\":\"Contoh Pemohon\",\"identity\":\"1471010101950001\"}" >/dev/null
echo "  selesai"

permit=$(call loket GET "/api/files/$file/permit")
echo "Nomor izin: $(printf '%s' "$permit" | value number)"
echo "Verifikasi: $(printf '%s' "$permit" | value verificationUrl)"

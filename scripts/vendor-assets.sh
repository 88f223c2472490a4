#!/bin/sh
# Fetches the web font and the icons from npm and puts them under src/main/resources/static,
# with licence, version and checksum. Run it again after raising a version; the build needs no Node.
set -eu

font_version=5.3.0
icons_version=3.52.0
icons="arrow-back-up arrow-down arrow-right arrow-up alert-triangle building camera check chevron-down
download external-link file-text fingerprint filter info-circle language lock logout mail menu-2 moon
pencil phone printer qrcode refresh scan search sun upload user wifi-off x"

root=$(cd "$(dirname "$0")/.." && pwd)
static=$root/src/main/resources/static
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

unpack() { # package version directory
    tgz=$(npm pack --silent "$1@$2")
    mkdir "$3" && tar xzf "$tgz" -C "$3" --strip-components 1
}

unpack @fontsource-variable/plus-jakarta-sans "$font_version" font
rm -f "$static"/font/*.woff2
cp font/files/plus-jakarta-sans-latin-wght-normal.woff2 "$static/font/plus-jakarta-sans-$font_version.woff2"
cp font/LICENSE "$static/font/OFL.txt"
sum=$(cd "$static/font" && sha256sum "plus-jakarta-sans-$font_version.woff2" | cut -d' ' -f1)
cat > "$static/font/README.md" <<README
# Plus Jakarta Sans

Variable font (weights 200 to 800), Latin subset, from npm \`@fontsource-variable/plus-jakarta-sans\` $font_version.
Licence: SIL Open Font License 1.1, see \`OFL.txt\`.

| file | SHA-256 |
|---|---|
| \`plus-jakarta-sans-$font_version.woff2\` | \`$sum\` |

Written by \`scripts/vendor-assets.sh\`. The stylesheet names the file with its version, so that browsers may keep it for a year.
README

unpack @tabler/icons "$icons_version" icons
{
    echo '<svg xmlns="http://www.w3.org/2000/svg">'
    echo "<!-- Tabler Icons $icons_version, outline; MIT licence, (c) Paweł Kuna. Written by scripts/vendor-assets.sh -->"
    for icon in $icons; do
        printf '<symbol id="%s" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">' "$icon"
        grep -E '^ *<(path|circle|rect|line|polyline)' "icons/icons/outline/$icon.svg" | grep -v 'M0 0h24v24H0z' | sed 's/^ *//; s/ *\/>/\/>/' | tr -d '\n'
        echo '</symbol>'
    done
    echo '</svg>'
} > "$static/img/icons.svg"

#!/bin/sh
# Fetches the fonts of the printed papers from npm and puts them under src/main/resources/fonts,
# with licence, version and checksum. Run it again after raising a version; the build needs no Node.
set -eu

version=0.4.2
jakarta="400Regular 500Medium 700Bold 800ExtraBold 700Bold_Italic"
noto="400Regular 700Bold"

root=$(cd "$(dirname "$0")/.." && pwd)
fonts=$root/src/main/resources/fonts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

unpack() { # package directory
    tgz=$(npm pack --silent "@expo-google-fonts/$1@$version")
    mkdir "$1" && tar xzf "$tgz" -C "$1" --strip-components 1
}

unpack plus-jakarta-sans
unpack noto-sans
mkdir -p "$fonts"
rm -f "$fonts"/*.ttf
for style in $jakarta; do cp "plus-jakarta-sans/$style/PlusJakartaSans_$style.ttf" "$fonts/"; done
for style in $noto; do cp "noto-sans/$style/NotoSans_$style.ttf" "$fonts/"; done
cp plus-jakarta-sans/LICENSE_FONT "$fonts/OFL-PlusJakartaSans.txt"
cp noto-sans/LICENSE_FONT "$fonts/OFL-NotoSans.txt"
{
    cat <<README
# Fonts of the printed papers

Static TrueType files from npm \`@expo-google-fonts/plus-jakarta-sans\` and \`@expo-google-fonts/noto-sans\` $version.
Licence: SIL Open Font License 1.1, see \`OFL-PlusJakartaSans.txt\` and \`OFL-NotoSans.txt\`.
Plus Jakarta Sans is the house's type; Noto Sans steps in for signs that it lacks (≥, Greek, Cyrillic).

| file | SHA-256 |
|---|---|
README
    for file in "$fonts"/*.ttf; do
        echo "| \`$(basename "$file")\` | \`$(sha256sum "$file" | cut -d' ' -f1)\` |"
    done
    echo
    echo "Written by \`scripts/vendor-fonts.sh\`."
} > "$fonts/README.md"

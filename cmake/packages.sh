# packages.sh - sourced by ./demo and ./check: Debian packages, installed only when missing.

zw_build_packages="build-essential cmake ninja-build pkg-config libxapian-dev libicu-dev libcjson-dev nettle-dev libxml2-dev libarchive-dev libxlsxwriter-dev zlib1g-dev"
zw_run_packages="poppler-utils"
zw_test_packages="libcmocka-dev clang-format mandoc python3 python3-jsonschema"

# zw_need PACKAGE...: touches neither apt nor the network when all are there.
zw_need() {
    local missing=() package root=()
    if ! command -v dpkg-query >/dev/null; then
        echo "This is not a Debian system; the build needs what these packages hold: $*" >&2
        return 0
    fi
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
            missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Missing packages; as root: apt-get install ${missing[*]}" >&2
            return 1
        fi
        root=(sudo)
    fi
    echo "Installing ${missing[*]}"
    "${root[@]}" apt-get update -qq &&
        "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
            --no-install-recommends "${missing[@]}" >/dev/null
}

#!/usr/bin/env python3
"""docs.py SOURCE BUILD - what the documentation names exists, and what exists is documented.

Man pages pass mandoc's lint and name every command, option and query field; links in Markdown lead
to files.
"""
import pathlib
import re
import shutil
import subprocess
import sys

PROGRAMS = ("zhengwen", "zhengwen-index")
FIELD = re.compile(r'\{ ZW_F_\w+, "(\w+)", "([^"]+)", "[^"]*", \w+, ZW_KIND_\w+, true,')
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")


def lint_faults(pages):
    if not shutil.which("mandoc"):
        yield "mandoc is not installed"
        return
    for page in pages:
        run = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", str(page)],
                             capture_output=True, text=True, check=False)
        yield from run.stdout.splitlines()


def help_of(program, *command):
    run = subprocess.run([str(program), *command, "--help"], capture_output=True, text=True,
                         check=True)
    return run.stdout


def plain(page):
    """The words of a man page's source, as mdoc's macros leave them."""
    return page.read_text(encoding="utf-8").replace("\\-", "-")


def program_faults(build, name, page):
    """Commands and options that the help names and the man page does not."""
    text = plain(page)
    main = help_of(build / name)
    commands = re.findall(r"^  ([a-z]+) {2,}\S", main.split("Commands:")[1].split("\n\n")[0], re.M)
    for command in commands:
        if not re.search(rf"^\.It (Cm|Nm \S+ Cm) {command}\b|^\.Ss .*\b{command}\b", text, re.M):
            yield f"{page.name}: the command {command} is missing"
        for option in re.findall(r"^ .*--([a-z-]+)", help_of(build / name, command), re.M):
            if not re.search(rf"^\.It Fl (\S+ , )?-{option}\b", text, re.M):
                yield f"{page.name}: {command} --{option} is missing"


def field_faults(root, page):
    text = plain(page)
    for english, chinese in FIELD.findall((root / "store/schema.c").read_text(encoding="utf-8")):
        for field in (english, chinese):
            if f"Cm {field} :" not in text:
                yield f"{page.name}: the field {field} is missing"


def link_faults(root):
    for path in [*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("*/**/README.md")]:
        if "build" in path.relative_to(root).parts:
            continue
        for link in LINK.findall(path.read_text(encoding="utf-8")):
            if "://" not in link and not (path.parent / link).exists():
                yield f"{path.relative_to(root)}: {link} is not there"


def main():
    root, build = (pathlib.Path(arg) for arg in sys.argv[1:3])
    pages = sorted((root / "docs/man").glob("*.[1-8]"))
    faults = [*lint_faults(pages), *field_faults(root, root / "docs/man/zhengwen-query.7"),
              *link_faults(root)]
    for name in PROGRAMS:
        faults += program_faults(build, name, root / f"docs/man/{name}.1")
    print("\n".join(dict.fromkeys(faults)) or f"{len(pages)} man pages say what there is")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
